"""The tables that resolutions make: their rows and columns, once for data frames, Arrow, CSV and the codebook.

Each column has one of five types. A cell without a value is None; a list can be empty and is never None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

from unres.references.related import cited_by, describe_pinpoint
from unres.scripts import ABJAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from unres.models import Block, Reference, Resolution

Kind = Literal["text", "integer", "number", "date", "texts"]
"""Of a column: a string, a whole number, a floating-point number, a calendar date, a list of strings."""
Of = Literal["resolutions", "blocks", "references", "footnotes"]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    kind: Kind
    about: str
    """What its cells hold."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row is, its columns, and the rows of one resolution."""

    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Resolution], Iterable[Row]]

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]


def _columns(text: str) -> tuple[Column, ...]:
    """A line a column: name, type, meaning."""
    found = []
    for line in text.strip().splitlines():
        name, kind, about = line.split(None, 2)
        found.append(Column(name, kind, about))  # type: ignore[arg-type]  # a test goes through the kinds
    return tuple(found)


_OWN = """
symbol            text     The resolution's own symbol, `A/RES/67/190`.
language          text     `ar` or `en`.
"""
_RESOLUTION = f"""
{_OWN.strip()}
kind              text     `resolution`, `decision`, `presidential_statement`, `amendment` or `other`.
status            text     `adopted` or `draft`; missing where nothing says.
sponsors          texts    Who submits a draft.
organ             text     The organ, by its name in the model.
session           integer  The session that numbered it.
year              integer  The year that numbered it, for organs that number by year.
number            integer  Its number.
part              text     The letter of a part.
title             text     Its title.
issued_on         date     The day of issue.
adopted_on        date     The day of adoption.
meeting_number    integer  The meeting that adopted it.
agenda_items      texts    Numbers of agenda items, `29 (a)`.
committee         text     The committee on whose report it was adopted.
in_favour         integer  Votes in favour, of a recorded vote.
against           integer  Votes against.
abstaining        integer  Abstentions.
preambular_clauses integer How many clauses the preamble has, subparagraphs not counted.
operative_paragraphs integer How many paragraphs the operative part has, subparagraphs not counted.
annexes           integer  How many annexes there are.
footnotes         integer  How many footnotes there are.
references        integer  How many references there are, those of footnotes counted.
words             integer  Words of all blocks and footnotes, parted by white space.
diagnostics       texts    Codes of the diagnostics, each once.
meeting_record    text     The record of the meeting that adopted it, by its symbol: `A/67/PV.61`.
drafts            texts    Symbols of its drafts, or of the draft that it amends, as the masthead names them.
reports           texts    Symbols of the reports on which it was adopted.
earlier           texts    Earlier resolutions of the same organ that its preamble recalls.
parts             texts    Symbols of the parts before it, of the same resolution.
annexed           texts    Symbols of what titles of its annexes name.
"""
_BLOCK = f"""
{_OWN.strip()}
id                text     The block's id, `op4.a`, the same in every language.
parent            text     The id of the block above it; missing at the top.
zone              text     `preamble`, `operative` or `annex`.
kind              text     `clause`, `paragraph`, `subparagraph`, `heading` or `table_row`.
label             text     The label without brackets, its digits made Western: `12`, `a`, `{ABJAD[0]}`.
ordinal           integer  The place that the label names.
annex             integer  Which annex it stands in, from 1; missing outside annexes.
depth             integer  How many blocks stand above it.
text              text     Its own text, without that of blocks below it.
action            text     The action of its first verb, the same in every language.
verb              text     Its first verb as written.
footnotes         texts    Labels of the footnotes whose marks stand in it.
references        texts    Symbols of what it cites.
page              integer  The page on which it begins; missing where the source has no pages.
"""
_OF_RESOLUTION = """
organ             text     The organ of the resolution.
title             text     The title of the resolution.
adopted_on        date     The day of its adoption.
"""
_PLACE = """
citing            text     The symbol of the resolution that cites.
language          text     `ar` or `en`.
block             text     The id of the block in which the reference stands; missing for footnotes.
footnote          text     The label of the footnote in which it stands; missing for blocks.
zone              text     The zone of the block.
action            text     The action of the block's first verb.
"""
_REFERENCE = """
kind              text     What is cited: `resolution`, `document`, `treaty`, … An `ibid` bears what it repeats.
text              text     The reference as written.
symbol            text     The canonical symbol of what is cited.
organ             text     The organ of a cited resolution.
session           integer  Its session.
year              integer  Its year, for organs that number by year.
number            integer  Its number.
part              text     The letter of its part.
session_kind      text     What kind of session: `regular`, `special` or `emergency_special`.
instrument        text     `resolution`, `decision` or `presidential_statement`; of articles, the treaty named.
series            text     The series of a treaty, `UNTS`.
volumes           texts    Its volumes.
registration      text     The number of a treaty in its series.
supplement        text     The supplement of an official record.
sales_number      text     The sales number of a publication.
block_ids         texts    The blocks of the resolution itself that are referred to.
articles          texts    The articles that are cited.
chapters          texts    The chapters that are cited.
pinpoint          text     The place in what is cited: `annex II, para. 7`.
date              date     The date that the reference gives.
title             text     The title that the reference gives.
confidence        number   How sure the reading is, from 0 to 1.
alternatives      texts    Symbols of other readings.
because           text     The evidence that decided.
url               text     An address of what is cited.
offset            integer  Where it begins in the text of its block or footnote.
"""
_FOOTNOTE = f"""
{_OWN.strip()}
label             text     The label, its digits made Western, or `*`.
text              text     Its text.
block_ids         texts    The blocks that bear its mark.
references        texts    Symbols of what it cites.
page              integer  The page on which it begins; missing where the source has no pages.
"""


_BELONGING = {
    "drafts": ("draft", "amended"),
    "reports": ("report",),
    "earlier": ("earlier",),
    "parts": ("part",),
    "annexed": ("annexed",),
}
"""Columns of documents that belong to a resolution → their kinds."""


def _resolution_row(resolution: Resolution) -> Iterator[Row]:
    number, vote, belonging = resolution.number, resolution.vote, resolution.related()
    texts = [*(block.text for block in resolution.walk()), *(note.text for note in resolution.footnotes)]
    yield {
        "symbol": resolution.symbol,
        "language": resolution.language,
        "kind": str(resolution.kind),
        "status": resolution.status,
        "sponsors": list(resolution.sponsors),
        "organ": _plain(resolution.organ),
        "session": resolution.session,
        "year": resolution.year,
        "number": number.number if number else None,
        "part": number.part if number else None,
        "title": resolution.title,
        "issued_on": resolution.issued_on,
        "adopted_on": resolution.adopted_on,
        "meeting_number": resolution.meeting_number,
        "agenda_items": [item.number for item in resolution.agenda_items],
        "committee": resolution.basis.committee if resolution.basis else None,
        "in_favour": vote.in_favour if vote else None,
        "against": vote.against if vote else None,
        "abstaining": vote.abstaining if vote else None,
        "preambular_clauses": sum(block.kind == "clause" for block in resolution.preamble),
        "operative_paragraphs": sum(block.kind == "paragraph" for block in resolution.operative),
        "annexes": len(resolution.annexes),
        "footnotes": len(resolution.footnotes),
        "references": len(resolution.references),
        "words": sum(len(text.split()) for text in texts),
        "diagnostics": [code for code, _ in groupby(sorted(each.code for each in resolution.diagnostics))],
        "meeting_record": next((each.symbol for each in belonging if each.kind == "meeting_record"), None),
        **{name: [each.symbol for each in belonging if each.kind in kinds] for name, kinds in _BELONGING.items()},
    }


def _block_rows(resolution: Resolution) -> Iterator[Row]:
    of = {
        "organ": _plain(resolution.organ),
        "title": resolution.title,
        "adopted_on": resolution.adopted_on,
    }
    for record in resolution.to_records():
        annex = _ANNEX.match(record["id"])
        yield record | of | {"annex": int(annex[1]) if annex else None}


def _reference_rows(resolution: Resolution) -> Iterator[Row]:
    own: Row = {"citing": resolution.symbol, "language": resolution.language}
    for block in resolution.walk():
        for reference in block.references:
            yield {**own, **_place_of(block), "footnote": None, **reference_row(reference)}
    nowhere = {"block": None, "zone": None, "action": None}
    for note in resolution.footnotes:
        for reference in note.references:
            yield {**own, **nowhere, "footnote": note.label, **reference_row(reference)}


def reference_row(reference: Reference) -> Row:
    """The columns of a reference by itself; "Ibid." is what it repeats, and keeps its kind."""
    cited = cited_by(reference)
    number = getattr(cited, "number", None)
    return {
        "kind": reference.kind,
        "text": reference.text,
        "symbol": cited.symbol,
        "organ": _plain(getattr(cited, "organ", None)),
        "session": getattr(cited, "session", None),
        "year": getattr(cited, "year", None),
        "number": number if isinstance(number, int) else None,
        "part": getattr(cited, "part", None),
        "session_kind": _plain(getattr(cited, "session_kind", None)),
        "instrument": getattr(cited, "instrument", None),
        "series": getattr(cited, "series", None),
        "volumes": list(getattr(cited, "volumes", ())),
        "registration": number if isinstance(number, str) else None,
        "supplement": getattr(cited, "supplement", None),
        "sales_number": getattr(cited, "sales_number", None),
        "block_ids": list(getattr(cited, "block_ids", ())),
        "articles": list(getattr(cited, "articles", ())),
        "chapters": list(getattr(cited, "chapters", ())),
        "pinpoint": describe_pinpoint(reference) or None,
        "date": cited.date,
        "title": cited.title,
        "confidence": reference.confidence,
        "alternatives": [other.symbol for other in reference.alternatives],
        "because": reference.because or None,
        "url": cited.url,
        "offset": reference.offset,
    }


def _footnote_rows(resolution: Resolution) -> Iterator[Row]:
    for note in resolution.footnotes:
        yield {
            "symbol": resolution.symbol,
            "language": resolution.language,
            "label": note.label,
            "text": note.text,
            "block_ids": list(note.block_ids),
            "references": [reference.symbol for reference in note.references if reference.symbol],
            "page": note.spans[0].page if note.spans else None,
        }


def _plain(value: object) -> str | None:
    """The value of an enumeration."""
    return None if value is None else str(value)


def _place_of(block: Block) -> Row:
    return {"block": block.id, "zone": block.zone, "action": _plain(block.verbs[0].action) if block.verbs else None}


_ANNEX = re.compile(r"annex(\d+)")

REFERENCE = _columns(_REFERENCE)
"""The columns of references that stand in no resolution."""
TABLES: dict[Of, Table] = {
    "resolutions": Table("A row a resolution.", _columns(_RESOLUTION), _resolution_row),
    "blocks": Table(
        "A row a block of preamble, operative part and annexes, in reading order.",
        _columns(_BLOCK + _OF_RESOLUTION.lstrip()),
        _block_rows,
    ),
    "references": Table(
        "A row a reference; those of blocks come before those of footnotes.",
        (*_columns(_PLACE), *REFERENCE),
        _reference_rows,
    ),
    "footnotes": Table("A row a footnote.", _columns(_FOOTNOTE), _footnote_rows),
}


def names_in_files(of: Of) -> list[str]:
    """The names of the columns of a table whose rows come from files: that of the file first."""
    return ["source", *TABLES[of].names]


def cells_of_file(of: Of, source: str, resolutions: Iterable[Resolution]) -> Iterator[list[Any]]:
    """The rows of a table of one file's resolutions, a cell a column; the values of a list are one text."""
    lists = [(column.name, column.kind == "texts") for column in TABLES[of].columns]
    for resolution in resolutions:
        for row in TABLES[of].rows(resolution):
            yield [source, *("; ".join(row[name]) if many else row[name] for name, many in lists)]
