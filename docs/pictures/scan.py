"""Draws the scan that the page on scans shows: `python docs/pictures/scan.py`. Needs the fonts of benchmarks/ocr."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "benchmarks" / "ocr"))

from pages import Paragraph, Printer, Wear, worn  # noqa: E402  the line above says where it lies

TEXT = (
    "إن مجلس المنارة،",
    "إذ يشير إلى قراره ١٤٧/٦٥ المؤرخ ٢٣ تموز/يوليه ٢٠١١ بشأن مصابيح المرفأ⁽١⁾،",
    "١ - يطلب إلى العبارات أن تبحر قبل ٣٠ أيلول/سبتمبر ٢٠١٤؛",
    "٢ - يقرر أن ينظر في المسألة في دورته ٦٨.",
)


def main() -> None:
    """Writes scan.webp beside this file."""
    printer = Printer(
        "fonts-hosny-amiri/Amiri-Regular", "liberation/LiberationSerif-Regular", 150, size=(430, 190), margin=26
    )
    for text in TEXT:
        printer.paragraph(Paragraph(text, 14, indent=1))
    wear = Wear(turned=0.3, blur=0.9, noise=12, ink=80, paper=215, jpeg=40)
    picture = worn(printer.page, wear, np.random.default_rng(4)).picture
    picture.save(HERE / "scan.webp", quality=45)


if __name__ == "__main__":
    main()
