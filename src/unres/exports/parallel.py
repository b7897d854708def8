"""Two versions as a page: English on the left, Arabic on the right, what disagrees marked; to read and to print."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from unres.exports.interface import MESSAGES
from unres.exports.marked import texts_of
from unres.exports.pages import render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from unres.alignment import Alignment, BlockPair, Check, NotePair
    from unres.exports.marked import Shown, Texts
    from unres.models import Block, Footnote

_UNSURE = 0.5
"""Below this score a pair is shown as unsure."""
_LONG = 900
"""Characters of a row that a page may break."""
_DEEPEST = 3


class _Look(NamedTuple):
    """A place where the two disagree."""

    anchor: str
    name: str
    said: str


class _Side(NamedTuple):
    language: str
    blocks: list[Shown]


class _Row(NamedTuple):
    classes: list[str]
    title: str
    sides: list[_Side]
    said: list[str]
    """What its two sides disagree in."""


class _NoteSide(NamedTuple):
    language: str
    note: Footnote | None
    text: Markup | str


class _NoteRow(NamedTuple):
    anchor: str
    sides: list[_NoteSide]
    said: list[str]


def to_parallel_html(alignment: Alignment) -> str:
    """The two versions in two columns, as one page that stands by itself.

    A row for each pair; blocks without counterpart face an empty column; under a row stands what its two sides disagree
    in. Every block has an anchor: ``#en-op4``, ``#ar-op4``.
    """
    page = _Page(alignment)
    name = alignment.english.symbol or alignment.arabic.symbol or "Two versions"
    return render(
        "parallel.html",
        title=f"{name}: English and Arabic",
        language=MESSAGES,
        versions=page.versions,
        looks=[page.look(check) for check in page.checks],
        zones=[
            (zone, [page.row(pair) for pair in pairs])
            for zone, pairs in groupby(alignment.pairs, key=lambda pair: page.first(pair).zone)
        ],
        notes=[page.note_row(pair) for pair in alignment.notes],
    )


class _Page:
    """What the rows are made from."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.versions = (alignment.english, alignment.arabic)
        self.checks = alignment.checks()
        self._texts = [texts_of(version, anchors=f"{version.language}-") for version in self.versions]
        self._said: dict[tuple[str, str], list[str]] = {}
        for check in self.checks:
            language, place = self._place(check)
            if place:
                self._said.setdefault((language, place), []).append(_said(check))

    def _place(self, check: Check) -> tuple[str, str]:
        """The version in which a check is shown, and the block or note; "" for the whole."""
        if check.arabic:
            return self.alignment.arabic.language, check.arabic[0]
        return self.alignment.english.language, check.english[0] if check.english else ""

    def look(self, check: Check) -> _Look:
        language, place = self._place(check)
        name = (check.english or check.arabic or ["the whole"])[0]
        return _Look(f"{language}-{place}" if place else "", name, _said(check))

    def first(self, pair: BlockPair) -> Block:
        """The first block of a pair, of the Arabic version where it has one."""
        version, ids = (self.alignment.arabic, pair.arabic) if pair.arabic else (self.alignment.english, pair.english)
        return self.alignment.block(version.language, ids[0])

    def row(self, pair: BlockPair) -> _Row:
        first = self.first(pair)
        depth = min(_DEEPEST, first.id.count(".")) if first.kind == "subparagraph" else 0
        classes = ["row", first.kind, f"depth-{depth}"]
        if not pair.arabic or not pair.english:
            classes.append("alone")
        elif pair.score < _UNSURE:
            classes.append("unsure")
        if len(self.alignment.texts(pair)[1]) > _LONG:
            classes.append("long")
        ids = (pair.english, pair.arabic)
        sides = [self._side(texts, names) for texts, names in zip(self._texts, ids, strict=True)]
        return _Row(classes, f"score {pair.score:.2f}: {pair.because}", sides, self._disagreements(ids))

    def _side(self, texts: Texts, names: Iterable[str]) -> _Side:
        blocks = [self.alignment.block(texts.language, name) for name in names]
        return _Side(texts.language, [texts.alone(block) for block in blocks])

    def _disagreements(self, ids: tuple[Iterable[str], Iterable[str]]) -> list[str]:
        """Those of the Arabic blocks first."""
        keys = [(version.language, name) for version, names in zip(self.versions, ids, strict=True) for name in names]
        keys.sort(key=lambda key: key[0] != self.alignment.arabic.language)
        return [said for key in keys for said in self._said.get(key, ())]

    def note_row(self, pair: NotePair) -> _NoteRow:
        labels = (pair.english, pair.arabic)
        sides = []
        for texts, label in zip(self._texts, labels, strict=True):
            note = None if label is None else self.alignment.note(texts.language, label)
            sides.append(_NoteSide(texts.language, note, "" if note is None else texts.of(note)))
        side = 0 if pair.arabic is None else 1
        anchor = f"{self.versions[side].language}-fn:{labels[side]}"
        english, arabic = ([f"fn:{label}"] for label in labels)
        return _NoteRow(anchor, sides, self._disagreements((english, arabic)))


def _said(check: Check) -> str:
    return check.message.split(": ", 1)[1]
