"""Learns which outlines stand for which text, from PDFs whose maps are right, and from fonts that are installed.

    python benchmarks/pdf/outlines.py OUT FOLDER... [--fonts FILE...] [--check FOLDER...]

Each TrueType glyph with a character gives its outline's number (``unres.readers.pdf.drawn.outlines``). An outline is
kept where all fonts that have it give it one text; dots, bars and other shapes of few points are left out, for
they mean different things in different fonts. OUT is the data that ``drawn/known.py`` reads: numbers and texts
only, nothing of the fonts themselves.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from unres.readers.pdf.drawn.outlines import packed
from unres.readers.pdf.drawn.program import Program
from unres.readers.pdf.drawn.sfnt import FontError
from unres.readers.pdf.drawn.verdict import best, counts, has_mirror, is_mark, same
from unres.readers.pdf.glyphs import UNKNOWN, fold
from unres.readers.pdf.opening import PageSource

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECONDS = 60.0
_LEAST_POINTS = 8
_LONGEST = 4


def learned_from_pdf(path: Path) -> Iterator[tuple[int, str, bool]]:
    """Outline, text, and whether map and program agree on it, of each glyph that a PDF shows."""
    source = PageSource(path.read_bytes(), path.name)
    for _ in source.pages(_SECONDS):
        pass
    for font in source.fonts:
        embedded = font.program()
        if embedded is None or embedded[0] != "FontFile2":
            continue
        try:
            program = Program(embedded[1])
        except FontError:
            continue
        glyphs = font.cid_to_glyph
        if glyphs is None:
            glyphs = program.glyphs_of_codes(font.encoding, symbolic=font.symbolic)
        for cid, said in font.shown:
            try:
                glyph = glyphs[cid]
            except KeyError:
                continue
            drawn = program.texts(glyph)
            text = best(drawn) or (said if font.has_map else UNKNOWN)
            if text != UNKNOWN and program.points(glyph) >= _LEAST_POINTS:
                yield program.shape(glyph), text, bool(drawn) and any(same(said, other) for other in drawn)
    source.close()


def learned_from_font(path: Path) -> Iterator[tuple[int, str, bool]]:
    """Outline and text of each glyph of an installed font that shows Arabic, Latin or a digit."""
    try:
        program = Program(path.read_bytes())
    except FontError:
        return
    for glyph in range(program.glyph_count):
        text = best(program.texts(glyph))
        if text and program.points(glyph) >= _LEAST_POINTS:
            yield program.shape(glyph), text, True


def worth_keeping(text: str) -> bool:
    """Whether resolutions hold such text: letters and digits of Arabic and Latin, and their marks.

    Brackets are left out: maps of Arabic files name the bracket that is meant, which is drawn the other way round.
    """
    if len(text) > _LONGEST or has_mirror(text) or not (counts(text) or is_mark(text)):
        return False
    plain = unicodedata.normalize("NFKD", text).strip()
    return all(c < "\u017f" or "\u0600" <= c <= "\u06ff" for c in plain)


def table(votes: dict[int, Counter[str]]) -> dict[int, str]:
    """The outlines on which the fonts agree."""
    kept: dict[int, str] = {}
    for shape, texts in votes.items():
        (text, count), *others = texts.most_common()
        against = sum(number for other, number in others if not same(other, text))
        if shape and against * 20 <= count and worth_keeping(text):
            kept[shape] = text
    return kept


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--fonts", type=Path, nargs="*", default=[])
    arguments = parser.parse_args()
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for folder in arguments.folders:
        for path in sorted(folder.rglob("*.pdf")):
            for shape, text, agreed in learned_from_pdf(path):
                votes[shape][fold(text)] += 5 if agreed else 1
    for path in arguments.fonts:
        for shape, text, _ in learned_from_font(path):
            votes[shape][fold(text)] += 5
    kept = table(votes)
    arguments.out.write_bytes(packed(kept))
    print(f"{len(votes):,} outlines seen, {len(kept):,} kept, {arguments.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
