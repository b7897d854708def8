"""An outline for the terminal: one line a block, footnotes, diagnostics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.exports.bidi import from_right, grouped, put_in_order
from unres.exports.interface import direction
from unres.exports.wording import digits_of, in_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from unres.models import Block, Resolution

_INDENT = 2
_ID_COLUMN = 12


_LINE = re.compile(r"^(?P<space> *)(?P<id>[!-~]+)(?P<gap> +)(?P<action>\[\w+\])?")
_ID = re.compile(r"(?:pp|op|annex)[\w.]*")
_REMARK = re.compile(r"^(?P<severity>error|warning)(?=:)")


def to_outline(
    resolution: Resolution, *, width: int = 100, visual: bool = False, paint: Callable[[str, str], str] | None = None
) -> str:
    """The resolution as lines of text.

    Args:
        resolution: what to show.
        width: columns; longer texts end with an ellipsis.
        visual: Arabic joined and put in order for terminals that do neither (with arabic-reshaper and python-bidi);
            otherwise it stays as it is stored, which terminals with bidirectional text want.
        paint: Colours a word: given the word and what it is ("symbol", "id", "action", "error", "warning").
    """
    digits = digits_of(resolution)
    head, notes = list(_head(resolution, digits)), list(_notes(resolution, width, digits))
    body, remarks = list(_body(resolution, width, digits)), list(_remarks(resolution))
    visual = visual and direction(resolution.language) == "rtl"
    if visual:
        head, body = ([_ordered(line, width, _LINE) for line in lines] for lines in (head, body))
        notes = [_ordered(line, width) for line in notes]
    if paint:
        symbol, gap, title = head[0].partition("  ")
        head[0] = paint(symbol, "symbol") + gap + title
        body = [_painted(line, paint) for line in body]
        remarks = [_REMARK.sub(lambda match: paint(match[0], match[0]), line) for line in remarks]
    text = "\n".join([*head, "", *body, *notes, *remarks])
    return text if visual else grouped(text, resolution.language)


def _head(resolution: Resolution, digits: str) -> Iterator[str]:
    """What the masthead says, a field a line."""
    title = resolution.title or ""
    yield f"{resolution.symbol or resolution.kind}  {title}".rstrip()
    adopted = [str(resolution.adopted_on)] if resolution.adopted_on else []
    if resolution.meeting_number:
        adopted.append(f"meeting {resolution.meeting_number}")
    facts = {
        "status": "draft" if resolution.status == "draft" else None,
        "sponsors": ", ".join(resolution.sponsors),
        "organ": resolution.organ,
        "adopted": ", ".join(adopted),
        "issued": resolution.issued_on,
        "agenda": in_digits(", ".join(item.number for item in resolution.agenda_items), digits),
        "basis": resolution.basis.text if resolution.basis else None,
        "vote": _vote(resolution),
    }
    for name, value in facts.items():
        if value:
            yield f"  {name:<9}{value}"


def _vote(resolution: Resolution) -> str | None:
    vote = resolution.vote
    if vote is None:
        return None
    return f"{vote.in_favour} in favour, {vote.against or 0} against, {vote.abstaining or 0} abstaining"


def _body(resolution: Resolution, width: int, digits: str) -> Iterator[str]:
    if resolution.enacting_formula:
        yield resolution.enacting_formula
    for block in (*resolution.preamble, *resolution.operative):
        yield from _block(block, width, digits)
    for annex in resolution.annexes:
        yield ""
        yield " ".join(part for part in (annex.label, annex.title) if part)
        for block in annex.blocks:
            yield from _block(block, width, digits)


def _block(block: Block, width: int, digits: str, depth: int = 0) -> Iterator[str]:
    """A block and what is under it: id, action in brackets, label in the digits of the text, text."""
    action = f"[{block.verbs[0].action}] " if block.verbs else ""
    label = f"{in_digits(block.label, digits)} " if block.label and block.kind != "heading" else ""
    line = f"{' ' * _INDENT * depth}{block.id:<{_ID_COLUMN}} {action}{label}{' '.join(block.text.split())}"
    yield _cut(line, width)
    for child in block.children:
        yield from _block(child, width, digits, depth + 1)


def _notes(resolution: Resolution, width: int, digits: str) -> Iterator[str]:
    if resolution.footnotes:
        yield ""
    for note in resolution.footnotes:
        yield _cut(f"{in_digits(note.label, digits):>4}  {note.text}", width)


def _remarks(resolution: Resolution) -> Iterator[str]:
    worth = [d for d in resolution.diagnostics if d.severity != "info"]
    if worth:
        yield ""
    for diagnostic in worth:
        yield f"{diagnostic.severity}: {diagnostic.code}: {diagnostic.message}"


def _cut(line: str, width: int) -> str:
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def _ordered(line: str, width: int, columns: re.Pattern[str] | None = None) -> str:
    """A line whose columns stay at its left, and whose text begins at the right where it is Arabic."""
    match = columns.match(line) if columns else None
    start = match.end() + (match["action"] is not None) if match else 0
    return put_in_order(line, start, width) if from_right(line) else line


def _painted(line: str, paint: Callable[[str, str], str]) -> str:
    """A line of a block with its id and its action coloured; other lines as they are."""
    match = _LINE.match(line)
    if match is None or not _ID.fullmatch(match["id"]):
        return line
    action = paint(match["action"], "action") if match["action"] else ""
    return f"{match['space']}{paint(match['id'], 'id')}{match['gap']}{action}{line[match.end() :]}"
