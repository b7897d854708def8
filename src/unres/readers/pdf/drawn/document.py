"""All fonts of a document: their maps are compared with what they draw, and their letters are set right in place.

The first pages are held back until each of their fonts is decided; a font that comes later is decided with the page
that first shows it. One letter object is shared by all glyphs of a code, so that a page is right as soon as
its fonts are, before its lines are put together.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.readers.pdf.drawn.outlines import known_text
from unres.readers.pdf.drawn.program import Program, text_of_name
from unres.readers.pdf.drawn.sfnt import FontError
from unres.readers.pdf.drawn.verdict import (
    BRACKETS,
    Evidence,
    Verdict,
    best,
    compare,
    has_mirror,
    relation,
    same,
    texts_by_order,
)
from unres.readers.pdf.glyphs import UNKNOWN, letter_of
from unres.readers.source import Remark
from unres.scripts import KASHIDA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from unres.readers.pdf.fonts import PdfFont
    from unres.readers.pdf.glyphs import GlyphPage, Letter

_HELD_PAGES = 32
_HELD_GLYPHS = 400_000
_MOST_LATE = 3
_SECONDS = 5.0
"""For the programs of one document together."""
_MOST_FONTS = 2_000
_NAMED = 6
"""Corrections that a remark lists."""


@dataclass(slots=True)
class _Font:
    """One font of the document, with what was found out of it."""

    font: PdfFont
    program: Program | None
    glyphs: Mapping[int, int]
    named: Mapping[int, str]
    """Texts by code that the names of glyphs give, of a font that is no TrueType."""
    said: dict[int, str] = field(default_factory=dict)
    seen: Counter[int] = field(default_factory=Counter)
    letters: dict[int, list[Letter]] = field(default_factory=dict)
    done: set[tuple[int, str]] = field(default_factory=set)
    """Keys of its letters that were looked at."""
    verdict: Verdict | None = None

    def glyph(self, cid: int) -> int:
        """The glyph that a cid draws; 0 for none."""
        try:
            return self.glyphs[cid]
        except KeyError:
            return 0

    def drawn(self, cid: int) -> Sequence[str]:
        """The texts that the font's own tables give for a cid."""
        if self.program is not None:
            return self.program.texts(self.glyph(cid))
        return (self.named[cid],) if cid in self.named else ()

    def shape(self, cid: int) -> int:
        """The number of its outline; 0 where that is not known."""
        return self.program.shape(self.glyph(cid)) if self.program is not None else 0

    def is_blank(self, cid: int) -> bool:
        """Whether it is known to draw nothing."""
        glyph = self.glyph(cid)
        return self.program is not None and 0 < glyph < self.program.glyph_count and self.program.is_blank(glyph)


class DrawnText:
    """What the pages of a document draw.

    Args:
        fonts: gives the fonts that the pages read so far set text in, in a fixed order.
    """

    def __init__(self, fonts: Callable[[], Sequence[PdfFont]]) -> None:
        self._fonts = fonts
        self._known: dict[int, _Font] = {}
        self._programs: dict[int, Program | None] = {}
        self._owners: dict[Letter, tuple[_Font, int]] = {}
        self._left = _SECONDS
        self._end = 0.0
        self._unread: dict[str, str] = {}
        self._shapes: dict[int, Counter[str]] = {}
        self._set_right: dict[str, Counter[tuple[str, str]]] = {}
        self._doubtful: dict[str, Counter[tuple[str, str]]] = {}
        self._changed: dict[Letter, tuple[str, tuple[str, str]]] = {}
        self._doubted: dict[Letter, tuple[str, tuple[str, str]]] = {}

    def checked(self, pages: Iterable[GlyphPage]) -> Iterator[GlyphPage]:
        """The same pages, with their letters set right."""
        held: list[GlyphPage] = []
        glyphs = late = 0
        holding = True
        for page in pages:
            held.append(page)
            glyphs += len(page.glyphs)
            late += page.late
            if holding and len(held) < _HELD_PAGES and glyphs < _HELD_GLYPHS and late < _MOST_LATE:
                continue
            holding = False
            yield from self._settled(held)
        yield from self._settled(held)

    def _settled(self, held: list[GlyphPage]) -> Iterator[GlyphPage]:
        shown = [Counter(glyph.letter for glyph in page.glyphs) for page in held]
        self._settle(shown)
        self._left = self._end - time.monotonic()
        for counted in shown:
            self._count(counted)
        held.reverse()
        while held:
            yield held.pop()

    def _settle(self, pages: list[Counter[Letter]]) -> None:
        """Decides the fonts that are new, and sets right the letters that are."""
        self._end = time.monotonic() + self._left
        fresh = self._fresh()
        self._add_seen(pages)
        waiting: list[tuple[_Font, list[int]]] = []
        for font, cids in fresh:
            if not self._has_time(font):
                continue
            shown = [cid for cid in cids if font.seen[cid]]
            if shown and font.verdict is None and not self._needs_others(font, shown):
                self._decide(font, shown, {})
            elif shown:
                waiting.append((font, shown))
        if waiting:
            self._gather_shapes()
        for font, cids in waiting:
            if self._has_time(font):
                self._decide(font, cids, self._outlines_known(font, cids))

    def _add_seen(self, pages: list[Counter[Letter]]) -> None:
        for counted in pages:
            for letter, count in counted.items():
                owner = self._owners.get(letter)
                if owner is not None:
                    owner[0].seen[owner[1]] += count

    def _has_time(self, font: _Font) -> bool:
        if time.monotonic() < self._end:
            return True
        self._unread[font.font.name] = "the fonts of the document take too long"
        return False

    def _fresh(self) -> list[tuple[_Font, list[int]]]:
        """The fonts with letters that were not looked at, and which these are."""
        found = []
        for font in self._fonts()[:_MOST_FONTS]:
            state = self._known.get(id(font))
            if state is None:
                state = self._known[id(font)] = self._open(font)
            if len(state.done) == len(font.shown):
                continue
            cids = []
            for key, (letter, _, _) in font.shown.items():
                if key not in state.done:
                    state.done.add(key)
                    cid, text = key
                    state.said[cid] = text
                    state.letters.setdefault(cid, []).append(letter)
                    self._owners[letter] = (state, cid)
                    cids.append(cid)
            found.append((state, cids))
        return found

    def _open(self, font: PdfFont) -> _Font:
        """The program of a font, as far as it can tell more than the map does."""
        embedded = font.program()
        glyphs = font.cid_to_glyph
        if embedded is None or embedded[0] != "FontFile2":
            named = {code: text_of_name(str(name)) for code, name in font.encoding.items()} if font.has_map else {}
            return _Font(
                font, None, {} if glyphs is None else glyphs, {code: text for code, text in named.items() if text}
            )
        program = self._program(embedded[1], font.name)
        if program is None:
            return _Font(font, None, {}, {})
        if font.multibyte:
            return _Font(font, program, {} if glyphs is None else glyphs, {})
        return _Font(font, program, program.glyphs_of_codes(font.encoding, symbolic=font.symbolic), {})

    def _program(self, data: bytes, name: str) -> Program | None:
        key = hash(data)
        if key not in self._programs:
            self._programs[key] = None
            if time.monotonic() > self._end:
                self._unread[name] = "the fonts of the document take too long"
                return None
            try:
                self._programs[key] = Program(data)
            except FontError as error:
                self._unread[name] = str(error)
        return self._programs[key]

    def _needs_others(self, font: _Font, cids: Iterable[int]) -> bool:
        """Whether other fonts are to be asked: the font's own tables leave a letter open, or doubt it."""
        if font.program is None:
            return font.font.multibyte and font.font.has_map and any(font.said[cid].isdecimal() for cid in cids)
        for cid in cids:
            kind = relation(font.said[cid], font.drawn(cid))
            if kind in ("differ", "fill") or (kind == "open" and (font.shape(cid) or font.said[cid] == UNKNOWN)):
                return True
        return False

    def _gather_shapes(self) -> None:
        """Counts the texts that the fonts of this document have for each outline."""
        self._shapes.clear()
        for state in self._known.values():
            if state.program is None or time.monotonic() > self._end:
                continue
            for cid in state.seen:
                shape, said = state.shape(cid), state.said[cid]
                if shape and said != UNKNOWN:
                    kind = relation(said, state.drawn(cid))
                    votes = self._shapes.setdefault(shape, Counter())
                    text = best(state.drawn(cid)) if kind in ("agree", "differ", "mirror") else said
                    votes[text] += 5 if kind == "agree" else 1

    def _outlines_known(self, font: _Font, cids: Iterable[int]) -> dict[int, str]:
        """Texts by cid of outlines that are shipped, or on which most fonts of this document agree."""
        found: dict[int, str] = {}
        for cid in cids:
            shape = font.shape(cid)
            if not shape:
                if font.is_blank(cid) and not font.font.has_map:
                    found[cid] = " "
                continue
            text = known_text(shape)
            if not text:
                votes = self._shapes.get(shape, Counter()).most_common(2)
                sure = votes and votes[0][1] >= 3 and (len(votes) == 1 or votes[0][1] >= 3 * votes[1][1])
                text = votes[0][0] if sure else ""
            if text and not has_mirror(text):
                found[cid] = text
        for cid, text in texts_by_order(font.said, font.glyphs, font.seen).items():
            found.setdefault(cid, text)
        return found

    def _decide(self, font: _Font, cids: list[int], known: Mapping[int, str]) -> None:
        """Compares the letters that are new; whether the program is believed is decided once."""
        seen = {cid: font.seen[cid] for cid in cids}
        drawn = {cid: font.drawn(cid) for cid in cids}
        evidence = Evidence(font.said, drawn, known, seen, font.font.has_map)
        verdict = compare(evidence, trusted=font.verdict.trusted if font.verdict else None)
        font.verdict = font.verdict or verdict
        name = font.font.name
        for cid, text in verdict.readings.items():
            for letter in font.letters[cid]:
                if not same(letter.shown, text) and not _is_quiet(letter.shown, text):
                    self._changed[letter] = (name, (letter.shown, text))
                _set(letter, text)
        named = [cid for cid in cids if _names_glyphs(font.font) and font.said[cid] in BRACKETS]
        for cid in (*verdict.drawn_brackets, *verdict.guessed, *named):
            for letter in font.letters[cid]:
                letter.drawn = True
        for cid, (said, text) in verdict.doubtful.items():
            self._doubted.update((letter, (name, (said, text))) for letter in font.letters[cid])

    def _count(self, shown: Counter[Letter]) -> None:
        """How many characters of a page were set right, and how many are doubtful."""
        for marked, found in ((self._changed, self._set_right), (self._doubted, self._doubtful)):
            if marked:
                for letter, count in shown.items():
                    if letter in marked:
                        name, pair = marked[letter]
                        found.setdefault(name, Counter())[pair] += count

    def remarks(self) -> list[Remark]:
        """What was set right, what is doubtful and stayed, and which fonts could not be read."""
        remarks = []
        for name, pairs in self._set_right.items():
            message = f"font {name}: {pairs.total()} characters were set right by what the font draws: {_listed(pairs)}"
            remarks.append(Remark("pdf.map_corrected", "info", message))
        for name, pairs in self._doubtful.items():
            message = (
                f"font {name}: {pairs.total()} characters are doubtful, for its map and its own table disagree, "
                f"and nothing tells which is right; the map's were kept: {_listed(pairs)}"
            )
            remarks.append(Remark("pdf.map_doubtful", "warning", message))
        damaged = ((state.font.name, state.program) for state in self._known.values())
        parts = {name: "; ".join(program.damaged) for name, program in damaged if program and program.damaged}
        for name, why in (self._unread | parts).items():
            remarks.append(Remark("pdf.font_unread", "info", f"font {name} was not compared with its map: {why}"))
        return remarks


def _set(letter: Letter, text: str) -> None:
    fresh = letter_of(text, bold=letter.bold)
    letter.text, letter.shown, letter.kind, letter.vowels = fresh.text, fresh.shown, fresh.kind, fresh.vowels


def _names_glyphs(font: PdfFont) -> bool:
    """Whether the codes of a font name its glyphs, and no map says what they mean: they say what is drawn."""
    return not font.has_map and not font.multibyte


def _is_quiet(said: str, text: str) -> bool:
    """Whether a change is none to a reader: brackets in their other storage, kashidas."""
    return KASHIDA in (said, text) or (said in BRACKETS and text in BRACKETS)


def _listed(pairs: Counter[tuple[str, str]]) -> str:
    named = ", ".join(f"“{said}” to “{text}”" for (said, text), _ in pairs.most_common(_NAMED))
    return named + (" …" if len(pairs) > _NAMED else "")
