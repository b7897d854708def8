"""Options that several commands share."""

from __future__ import annotations

import click

ocr_option = click.option(
    "--ocr",
    is_flag=True,
    help='Recognise the text of scans and of JPEG, PNG, TIFF; needs the extra "ocr" and the program tesseract.',
)
