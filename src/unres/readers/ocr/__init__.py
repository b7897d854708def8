"""Text recognition for scans (extra ``ocr``): pictures to lines, by way of the program tesseract."""

from __future__ import annotations

from unres.readers.ocr.recognizer import Recognizer

__all__ = ["Recognizer"]
