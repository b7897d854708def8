"""Typesets Arabic documents with many producers, fonts and passes, and writes what was typeset beside them.

    python benchmarks/pdf/typeset.py OUT TEXT... [--count 300] [--producers lo,weasyprint] [--fonts Amiri,Harmattan]

A TEXT is a text of paragraphs and notes (.txt), a stored truth (.json), or a list of reference records (.json) with
"symbol", "language", "cover", "preface", "enacting_formula", "closing", "blocks" and "footnotes". OUT gets
``<text>-<digits>_<producer>-<font>-<alignment>-<pass>.pdf``, ``truth/<text>-<digits>.json`` and, of records,
``records.json``.

Every producer meets every font that the system has for Arabic; text, digits, alignment and pass turn with the name of
the two. COUNT of these combinations are set, chosen by a hash of their names. Producers and passes are left out
where they are not installed; the script says which.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import subprocess
import tempfile
from functools import cache, partial
from pathlib import Path

import css_writer
import docx_writer
import drawn_writer
import html_writer
import passes
import tex_writer
import typst_writer
from documents import Document, Style, texts_in, truth_of, with_digits
from scoring import place_of


def _libreoffice(document: Document, style: Style, path: Path) -> None:
    docx_writer.write(document, style, path.with_suffix(".docx"))
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    _run(
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(path.parent),
        str(path.with_suffix(".docx")),
    )


def _chromium(document: Document, style: Style, path: Path) -> None:
    html_writer.write(document, style, path.with_suffix(".html"))
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--virtual-time-budget=60000")
    profile = f"--user-data-dir={path.parent}/profile"
    _run("chromium", *flags, profile, f"--print-to-pdf={path}", f"file://{path.with_suffix('.html')}")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=180)


PRODUCERS = {  # name: what it needs, what sets a document, whether another font stands in for missing letters
    "lo": ("soffice", _libreoffice, True),
    "chromium": ("chromium", _chromium, True),
    "weasyprint": ("weasyprint", css_writer.weasyprint, True),
    "weasywhole": ("weasyprint", partial(css_writer.weasyprint, whole_fonts=True), True),
    "typst": ("typst", typst_writer.write, True),
    "xelatex": ("xelatex", partial(tex_writer.write, "xelatex"), False),
    "lualatex": ("lualatex", partial(tex_writer.write, "lualatex"), False),
    "fpdf2": ("fpdf", drawn_writer.fpdf2, False),
    "reportlab": ("reportlab", drawn_writer.reportlab, False),
    "qt": ("PySide6", css_writer.qt, True),
}
PASSES = {  # name: what it needs, what writes the file again
    "plain": ("", shutil.copy),
    "gs": ("gs", passes.again("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOutputFile=OUT", "IN")),
    "qpdf": (
        "qpdf",
        passes.again("qpdf", "--linearize", "--object-streams=generate", "--normalize-content=y", "IN", "OUT"),
    ),
    "mutool": ("mutool", passes.again("mutool", "clean", "-gggg", "-s", "IN", "OUT")),
    "lies": ("fix-qdf", passes.lies),
}


def installed(name: str) -> bool:
    """Whether a program or a package is there."""
    return not name or shutil.which(name) is not None or importlib.util.find_spec(name) is not None


def fonts() -> dict[str, Path]:
    """The families that have Arabic, each with the file of its plain face."""
    found: dict[str, Path] = {}
    listed = subprocess.run(
        [shutil.which("fc-list") or "fc-list", ":lang=ar", "family", "style", "file"],
        check=True,
        capture_output=True,
        text=True,
    )
    for line in sorted(listed.stdout.splitlines()):
        file, family, style = (part.strip() for part in line.split(":", 2))
        if file.endswith((".ttf", ".otf")) and ("Regular" in style or "," not in family):
            found.setdefault(family.split(",")[0].replace("\\", ""), Path(file))
    return found


@cache
def covered(file: Path) -> frozenset[int]:
    """The characters that a font has."""
    from fontTools.ttLib import TTFont

    with TTFont(file, fontNumber=0, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


def combinations(
    families: dict[str, Path], texts: list[str], producers: list[str], count: int
) -> list[tuple[str, ...]]:
    """Text, digits, producer, font, alignment and pass of each, in the order of their hashes."""
    usable = [name for name, (needs, _) in PASSES.items() if installed(needs)]
    made = []
    for producer in producers:
        for family in families:
            place = place_of(f"{producer} {family}")
            turns = [(texts, 1), (["western", "eastern"], 100), (["justified", "ragged"], 200), (usable, 400)]
            text, digits, alignment, again = (names[place // step % len(names)] for names, step in turns)
            made.append((place, text, digits, producer, family, alignment, again))
    return [combination[1:] for combination in sorted(made)[:count]]


def set_one(document: Document, combination: tuple[str, ...], file: Path, target: Path) -> str:
    """Sets one combination; says why where it cannot."""
    _, digits, producer, family, alignment, again = combination
    _, write, stands_in = PRODUCERS[producer]
    needed = {ord(c) for p in document.paragraphs for c in p.text if c.isalnum()}
    if not stands_in and (missing := needed - covered(file)):
        return f"lacks {len(missing)} characters, {chr(min(missing))} first"
    place = place_of(target.stem)
    style = Style(family, indent=(0, 24)[place % 2], gap=(0, 6)[place // 2 % 2 or alignment == "ragged"])
    style.justified, style.eastern, style.font_file = alignment == "justified", digits == "eastern", str(file)
    with tempfile.TemporaryDirectory() as folder:
        try:
            write(document, style, Path(folder) / "text.pdf")
            PASSES[again][1](Path(folder) / "text.pdf", target)
        except Exception as error:  # noqa: BLE001  # a font that a producer cannot set is told, and the others are set
            return f"{type(error).__name__}: {error}"[:300]
    return ""


def main() -> None:
    """Sets all, and leaves alone what is there already."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("texts", type=Path, nargs="+")
    arguments.add_argument("--count", type=int, default=300)
    arguments.add_argument("--records", type=int, default=42, help="how many of a list of records")
    arguments.add_argument("--producers", default=",".join(PRODUCERS))
    arguments.add_argument("--fonts", default="")
    options = arguments.parse_args()
    for name, (needs, *_) in (PRODUCERS | PASSES).items():
        if not installed(needs):
            print(f"{name}: {needs} is not installed")
    (options.out / "truth").mkdir(parents=True, exist_ok=True)
    texts = {
        name: text for path in options.texts for name, text in texts_in(path, options.records, options.out).items()
    }
    families = {name: file for name, file in fonts().items() if not options.fonts or name in options.fonts.split(",")}
    producers = [name for name in options.producers.split(",") if installed(PRODUCERS[name][0])]
    for combination in combinations(families, list(texts), producers, options.count):
        text, digits, producer, family, alignment, again = combination
        document = with_digits(texts[text], eastern=digits == "eastern")
        truth = json.dumps(truth_of(document), ensure_ascii=False, indent=1)
        (options.out / "truth" / f"{text}-{digits}.json").write_text(truth)
        font = "".join(c for c in family if c.isalnum())
        target = options.out / f"{text}-{digits}_{producer}-{font}-{alignment}-{again}.pdf"
        if not target.exists():
            print(target.name, set_one(document, combination, families[family], target), flush=True)


if __name__ == "__main__":
    main()
