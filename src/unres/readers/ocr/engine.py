"""The program tesseract: whether it is there, which languages it knows, and what it says of a picture."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from unres.errors import MissingProgramError, needs
from unres.models.vocabulary import ARABIC, ENGLISH
from unres.readers.ocr.words import Word

if TYPE_CHECKING:
    from PIL import Image

TESSERACT_NAMES = {ARABIC: "ara", ENGLISH: "eng"}
_ONE_COLUMN = "--psm 4"  # lines of one column in any sizes; columns of a masthead are parted by their distance


class SlowPageError(Exception):
    """The time for one page ran out."""


class Engine:
    """Tesseract with the languages that are asked for.

    Raises:
        MissingExtraError: the extra ``ocr`` is not installed.
        MissingProgramError: tesseract itself is not installed, or lacks a language; the message says what to install.
    """

    def __init__(self, languages: list[str]) -> None:
        try:
            import pytesseract  # type: ignore[import-untyped]
        except ImportError as error:
            raise needs("ocr", error) from error
        self._tesseract = pytesseract
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # its threads wait for each other more than they work
        try:
            known = set(pytesseract.get_languages(config=""))
        except pytesseract.TesseractNotFoundError as error:
            wanted = " ".join(f"tesseract-ocr-{TESSERACT_NAMES[language]}" for language in languages)
            raise MissingProgramError(
                "ocr",
                "tesseract",
                f"install it (Debian, Ubuntu: apt install tesseract-ocr {wanted}; macOS: brew "
                "install tesseract tesseract-lang) and see that it is on the path",
            ) from error
        for language in languages:
            if TESSERACT_NAMES[language] not in known:
                package = f"tesseract-ocr-{TESSERACT_NAMES[language]}"
                raise MissingProgramError(
                    "ocr", f"tesseract's data for the language “{language}”", f"Debian, Ubuntu: apt install {package}"
                )

    def words(self, picture: Image.Image, language: str, dpi: int, seconds: float) -> list[Word]:
        """The words of a picture in the order of reading.

        Raises:
            SlowPageError: it takes longer than `seconds`.
        """
        handed = picture.copy()
        handed.format = "PPM"  # without one, pytesseract packs it as PNG, which takes seconds
        try:
            table = self._tesseract.image_to_data(
                handed,
                lang=TESSERACT_NAMES[language],
                config=f"{_ONE_COLUMN} --dpi {dpi}",
                timeout=seconds,
                output_type=self._tesseract.Output.DICT,
            )
        except RuntimeError as error:
            if "timeout" not in str(error):
                raise
            raise SlowPageError from error
        columns = ("text", "conf", "left", "top", "width", "height", "block_num", "par_num", "line_num")
        rows = zip(*(table[name] for name in columns), strict=True)
        return [
            Word(text.strip(), float(sure), left, top, left + width, top + height, (block, paragraph, line))
            for text, sure, left, top, width, height, block, paragraph, line in rows
            if text.strip() and float(sure) >= 0
        ]
