"""What a notebook shows: HTML within someone else's page, in whatever light it has, and with nothing loaded.

:func:`render` is what ``_repr_html_`` of the models and of the results calls. An output is stored in the notebook, so
each has a limit; what is left out is counted, and the output names what shows the whole.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from unres.exports import pages
from unres.exports.comparison import of_change, of_field
from unres.exports.html import annex_title, head, remarks
from unres.exports.interface import MESSAGES, codes, word, words
from unres.exports.marked import Texts, texts_of
from unres.exports.wording import organ_name, percent, printed_formula
from unres.languages.detection import language_of_letters
from unres.models import Block, Footnote
from unres.references.related import describe_pinpoint, name_without_symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from markupsafe import Markup

    from unres.alignment import Alignment, BlockPair
    from unres.comparison import Change, Comparison
    from unres.exports.comparison import Segment
    from unres.models import Annex, Reference, Resolution
    from unres.models.vocabulary import Language

SHORT = 6_000
"""Up to so many characters a resolution is shown unfolded."""
MOST = 60_000
"""So many characters of blocks and notes go into one output."""
_FIRST_BLOCKS = 5
"""So many blocks of a long part are seen before it is unfolded."""
_REMARKS = 20
_REFERENCES = 100
_SURE = 0.9
"""Below it a reading is marked as doubtful."""
_PAIRS, _FIRST_PAIRS, _CHECKS = 80, 8, 20
_UNSURE = 0.5
"""Below this score a pair is marked as unsure."""
_CHANGES = 60
_OUTPUTS = count(1)

_Part = TypeVar("_Part", Block, Footnote)


def render(value: object) -> str:
    """A value of unres as HTML for the output of a notebook's cell.

    Raises:
        TypeError: a value of this type is not shown by unres.
    """
    for base in type(value).__mro__:
        if base.__name__ in _SHOWN and base.__module__.startswith("unres."):
            name, values = _SHOWN[base.__name__]
            return pages.render(f"notebook/{name}.html", **values(value))
    raise TypeError(f"unres shows no {type(value).__name__}")


def _anchors() -> str:
    """Put before the ids of one output: two outputs of one page must not share them."""
    return f"unres-{next(_OUTPUTS)}{secrets.token_hex(2)}-"


# ---- a resolution


class _Section(NamedTuple):
    """A part of a resolution to unfold; of a long one the beginning, and the rest to unfold."""

    name: str
    annex: Annex | None
    number: int
    first: list[Block]
    rest: list[Block]
    unfolded: bool


class _Output:
    """One output of a resolution: counts what still fits into it, and what is left out."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.long = sum(len(block.text) for block in resolution.walk()) > SHORT
        self.left = MOST
        self.left_out = 0

    def sections(self) -> list[_Section]:
        """The parts that are not empty."""
        resolution = self.resolution
        found = [
            self._section("preamble", resolution.preamble, unfolded=not self.long),
            self._section("operative", resolution.operative, unfolded=True),
            *(self._section("annex", annex.blocks, unfolded=False, annex=annex) for annex in resolution.annexes),
        ]
        return [section for section in found if section.number]

    def _section(self, name: str, blocks: Sequence[Block], *, unfolded: bool, annex: Annex | None = None) -> _Section:
        first, rest = self.fitting(blocks), []
        if self.long and unfolded:
            first, rest = first[:_FIRST_BLOCKS], first[_FIRST_BLOCKS:]
        return _Section(name, annex, sum(1 for block in blocks for _ in block.walk()), first, rest, unfolded)

    def fitting(self, parts: Iterable[_Part]) -> list[_Part]:
        """The parts for which there is room."""
        out = []
        for part in parts:
            members = list(part.walk()) if isinstance(part, Block) else [part]
            if self.left <= 0:
                self.left_out += len(members)
                continue
            self.left -= sum(len(member.text) for member in members)
            out.append(part)
        return out


def _resolution(resolution: Resolution) -> dict[str, Any]:
    output, found = _Output(resolution), resolution.diagnostics
    sections, notes = output.sections(), output.fitting(resolution.footnotes)
    return {
        "language": resolution.language,
        "resolution": resolution,
        "head": head(resolution, 3),
        "formula": printed_formula(resolution),
        "annex_title": annex_title,
        "texts": texts_of(resolution, _anchors()),
        "sections": sections,
        "notes": notes,
        "unfolded": not output.long,
        "left_out": output.left_out,
        "remarks": remarks(resolution, found[:_REMARKS]),
        "more_remarks": len(found[_REMARKS:]),
        "counts": {severity: sum(each.severity == severity for each in found) for severity in ("error", "warning")},
    }


# ---- a part of one: it does not say its language, so its letters do


def _block(block: Block) -> dict[str, Any]:
    language = language_of_letters(" ".join(member.text for member in block.walk()))
    numbers = sorted({span.page for span in block.spans if span.page})
    about = [block.zone, block.kind.replace("_", " "), *(verb.action for verb in block.verbs)]
    about += [f"page {', '.join(map(str, numbers))}"] if numbers else []
    cited = [reference for member in block.walk() for reference in member.references]
    return _part(language, cited, [block], about=about)


def _annex(annex: Annex) -> dict[str, Any]:
    language = language_of_letters(" ".join([annex.title or "", *(block.text for block in annex.blocks)]))
    return _part(language, [], annex.blocks, title=annex_title(annex, language))


def _footnote(note: Footnote) -> dict[str, Any]:
    return _part(language_of_letters(note.text), note.references, notes=[note])


def _part(
    language: Language, cited: Sequence[Reference], blocks: Sequence[Block] = (), **own: object
) -> dict[str, Any]:
    texts = Texts(language, {}, anchors=_anchors())
    shown = {"language": language, "texts": texts, "blocks": blocks, **_table(cited)}
    return {"about": None, "title": "", "notes": (), **shown, **own}


# ---- references


class _Row(NamedTuple):
    """A reference as a row."""

    text: str
    language: str
    kind: str
    cites: str
    address: str | None
    pinpoint: str
    date: str
    sure: str
    low: bool
    because: str
    others: str


_COLUMNS = {
    "text": "as written",
    "kind": "kind",
    "cites": "cites",
    "pinpoint": "pinpoint",
    "date": "date",
    "sure": "sure",
    "because": "because",
}


def _references(references: Sequence[Reference]) -> dict[str, Any]:
    return {"language": MESSAGES, "count": len(references), **_table(references)}


def _table(references: Sequence[Reference]) -> dict[str, Any]:
    """Rows, the columns that are not empty throughout, and how many rows are left out."""
    rows = [_row(reference) for reference in references[:_REFERENCES]]
    filled = {name for row in rows for name, value in row._asdict().items() if value}
    filled |= {"because"} & {"because" for row in rows if row.others}
    columns = {name: title for name, title in _COLUMNS.items() if name in filled}
    return {"rows": rows, "columns": columns, "more": len(references[_REFERENCES:])}


def _row(reference: Reference) -> _Row:
    return _Row(
        text=reference.text,
        language=_language_of(reference.text),
        kind=reference.kind.replace("_", " "),
        cites=reference.symbol or _named(reference),
        address=reference.url,
        pinpoint=describe_pinpoint(reference),
        date=reference.date.isoformat() if reference.date else "",
        sure=percent(reference.confidence),
        low=reference.confidence < _SURE,
        because=reference.because,
        others="; ".join(f"or {other.symbol}: {other.because}" for other in reference.alternatives),
    )


def _language_of(text: str) -> Language:
    """By its digits where a language has its own, as in a pair of numbers alone; otherwise by its letters."""
    for language in codes():
        digits = word("labels.digits", language)
        if not digits.isascii() and any(digit in text for digit in digits):
            return language
    return language_of_letters(text)


def _named(reference: Reference) -> str:
    """What a reference without symbol cites, in words."""
    match reference.kind:
        case "official_record":
            session = f"session {reference.session}" if reference.session else ""
            supplement = f"Supplement No. {reference.supplement}" if reference.supplement else ""
            parts = (organ_name(reference.organ, MESSAGES), str(reference.year or session), supplement)
            return ", ".join(part for part in parts if part)
        case "resolution" if reference.organ and reference.number:
            first = reference.session or reference.year
            numbers = f"{first}/{reference.number}" if first else str(reference.number)
            return f"{organ_name(reference.organ, MESSAGES)} {numbers}"
        case "internal":
            return ", ".join(reference.block_ids) or "this resolution"
        case "charter":
            chapters = [f"Chapter {chapter}" for chapter in reference.chapters]
            return ", ".join([*(f"Article {article}" for article in reference.articles), *chapters]) or "Charter"
        case "article":
            return ", ".join(f"article {article}" for article in reference.articles)
        case "ibid":
            return (reference.repeats.symbol or _named(reference.repeats)) if reference.repeats else ""
        case _:
            return name_without_symbol(reference) or ""


# ---- two versions side by side


class _Side(NamedTuple):
    language: str
    texts: list[tuple[str, Markup]]
    """Of each block, its label and its text."""


class _Pair(NamedTuple):
    name: str
    because: str
    unsure: str
    """The score where it is low."""
    sides: list[_Side]


def _alignment(alignment: Alignment) -> dict[str, Any]:
    # blocks bear no anchors here, so that links within the resolution lead nowhere
    versions = (alignment.english, alignment.arabic)
    writers = [replace(texts_of(each), address=lambda cited: cited.url) for each in versions]
    counts = alignment.counts()
    return {
        "language": MESSAGES,
        "versions": versions,
        "counts": ", ".join(f"{number} × {shape}" for shape, number in sorted(counts.items(), reverse=True)),
        "checks": alignment.checks(),
        "most_checks": _CHECKS,
        "pairs": [_pair(alignment, pair, writers) for pair in alignment.pairs[:_PAIRS]],
        "first": _FIRST_PAIRS,
        "more": len(alignment.pairs[_PAIRS:]),
    }


def _pair(alignment: Alignment, pair: BlockPair, writers: Sequence[Texts]) -> _Pair:
    ids = (pair.english, pair.arabic)
    sides = [
        _Side(texts.language, [_labelled(alignment.block(version.language, name), texts) for name in names])
        for texts, version, names in zip(writers, (alignment.english, alignment.arabic), ids, strict=True)
    ]
    unsure = percent(pair.score) if all(ids) and pair.score < _UNSURE else ""
    name = " ".join(dict.fromkeys((*pair.english, *pair.arabic)))
    return _Pair(name, f"{pair.score:.2f}: {pair.because}", unsure, sides)


def _labelled(block: Block, texts: Texts) -> tuple[str, Markup]:
    label = texts.label(block)
    return (label if block.kind == "heading" or not label else f"{label} "), texts.of(block)


# ---- what changed


class _Change(NamedTuple):
    kind: str
    id: str
    was: str
    """The id that it had, where it has moved."""
    segments: list[Segment]


def _comparison(comparison: Comparison) -> dict[str, Any]:
    changes = [change for change in (*comparison.blocks, *comparison.footnotes) if change.kind != "kept"]
    names = {kind: [each.name for each in comparison.references if each.kind == kind] for kind in ("added", "dropped")}
    return {
        "language": comparison.language,
        "words": words("comparison", comparison.language),
        "comparison": comparison,
        "fields": [(field.name, of_field(field)) for field in comparison.fields],
        "changes": [_change(change) for change in changes[:_CHANGES]],
        "more": len(changes[_CHANGES:]),
        "cited": [(kind, tag, names[kind]) for kind, tag in (("added", "ins"), ("dropped", "del")) if names[kind]],
    }


def _change(change: Change) -> _Change:
    passage = change.newer or change.older
    was = change.older.id if change.kind == "moved" and change.older else ""
    return _Change(change.kind, passage.id if passage else "", was, of_change(change))


_SHOWN: dict[str, tuple[str, Callable[[Any], dict[str, Any]]]] = {
    "Resolution": ("resolution", _resolution),
    "Block": ("part", _block),
    "Annex": ("part", _annex),
    "Footnote": ("part", _footnote),
    "References": ("references", _references),
    "Alignment": ("alignment", _alignment),
    "Comparison": ("comparison", _comparison),
}
"""Name of a class → the template that shows it, and what makes the values for that."""
