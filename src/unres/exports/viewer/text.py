"""The middle of the page: what the masthead says, the text, the footnotes, and what was set aside."""

from __future__ import annotations

from html import escape
from itertools import zip_longest
from typing import TYPE_CHECKING

from unres.exports.html.document import shown
from unres.exports.html.inline import text_html
from unres.exports.labels import heading_number, printed_label
from unres.exports.viewer.arrangement import arranged, note_places
from unres.exports.viewer.head import head
from unres.exports.viewer.markup import attribute, run
from unres.exports.viewer.rows import Cell, bare_row
from unres.exports.viewer.tables import runs, table_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from unres.exports.viewer.arrangement import Placed, Row
    from unres.exports.viewer.edition import Edition
    from unres.exports.viewer.rows import Page
    from unres.models import Block

    Parts = Mapping[str, Sequence[Row]]

_DEEPEST = 6  # levels that are set in


def text_markup(page: Page) -> str:
    """The text of one version, or of two side by side."""
    arrangement = arranged(page.editions, page.alignment)
    sections = (
        bare_row([head(edition, page.words) for edition in page.editions]),
        _aside(page, "masthead", [_lines(edition) for edition in page.editions]),
        _part(page, arrangement, "preamble"),
        _part(page, arrangement, "operative"),
        *_annexes(page, arrangement),
        _notes(page),
        _aside(page, "furniture", [_furniture(page, edition) for edition in page.editions]),
    )
    return "".join(sections)


def _part(page: Page, parts: Parts, zone: str) -> str:
    """Preamble or operative part."""
    rows = list(_block_rows(page, parts.get(zone, ())))
    if zone == "preamble" and any(edition.resolution.enacting_formula for edition in page.editions):
        rows.insert(0, bare_row([_formula(edition) for edition in page.editions]))
    return _section(f"ui-{zone}", page.words[zone], rows)


def _section(anchor: str, heading: str, rows: Sequence[str]) -> str:
    if not rows:
        return ""
    title = f'<h2 class="part" id="{anchor}">{escape(heading)}</h2>'
    return f'<section aria-labelledby="{anchor}">{title}{"".join(rows)}</section>'


def _formula(edition: Edition) -> str:
    formula = edition.resolution.enacting_formula
    return f'<p class="words formula" {edition.attributes}>{escape(formula)}</p>' if formula else ""


def _annexes(page: Page, parts: Parts) -> Iterator[str]:
    for index, annexes in enumerate(zip_longest(*(edition.resolution.annexes for edition in page.editions)), start=1):
        headings: list[Cell | None] = []
        for edition, annex in zip(page.editions, annexes, strict=True):
            name = (annex.label or f"{page.words['annex']} {index}") if annex else ""
            title = annex.title if annex else None
            headings.append(_annex_heading(edition, index, name, title) if annex else None)
        rows = _block_rows(page, parts.get(f"annex{index}", ()))
        yield f"<section>{page.row(f'annex{index}', headings)}{''.join(rows)}</section>"


def _annex_heading(edition: Edition, index: int, name: str, title: str | None) -> Cell:
    anchor = edition.anchor(f"annex-{index}")
    inside = "<br>".join(shown(each, edition.language) for each in (name, title) if each)
    return Cell((anchor,), f'<h2 class="item words" {attribute("id", anchor)} {edition.attributes}>{inside}</h2>')


def _block_rows(page: Page, rows: Sequence[Row]) -> Iterator[str]:
    for is_table, group in runs(rows):
        if is_table:
            yield table_row(page, group, [_about(page, row, _first(row)) for row in group])
        else:
            yield from (_block_row(page, row) for row in group)


def _block_row(page: Page, row: Row) -> str:
    cells = [_cell(page, edition, side) for edition, side in zip(page.editions, row.sides, strict=True)]
    block = _first(row)
    return page.row(block.id, cells, _about(page, row, block))


def _first(row: Row) -> Block:
    return next(placed.block for side in row.sides for placed in side)


def _about(page: Page, row: Row, block: Block) -> str:
    """What a block does; and how sure it is that the two say the same, where their ids do not."""
    action = block.verbs[0].action.replace("_", " ") if block.verbs else ""
    said = f'<span class="action" lang="en" dir="ltr">{action}</span>' if action else ""
    ids = [[placed.block.id for placed in side] for side in row.sides]
    if row.score is None or not all(ids) or ids[0] == ids[1]:
        return said
    others = ", ".join(each for each in (*ids[0], *ids[1]) if each != block.id)
    reason = f"{page.words['because']}: {row.because}"  # what an alignment rests on is free text
    return (
        f'{said}<span class="match" dir="ltr" {attribute("title", reason)}>≈ {escape(others)} {row.score:.0%}'
        f'<span class="unseen">{escape(page.words["because"])}: {run(row.because, "en")}</span></span>'
    )


def _cell(page: Page, edition: Edition, side: Sequence[Placed]) -> Cell | None:
    if not side:
        return None
    anchors = tuple(edition.anchor(placed.block.id) for placed in side)
    return Cell(anchors, "".join(_block(page, edition, placed.depth, placed.block) for placed in side))


def _block(page: Page, edition: Edition, depth: int, block: Block) -> str:
    name = "h3" if block.kind == "heading" and block.text.strip() else "p"
    classes = f"item words k-{block.kind} d{min(depth, _DEEPEST)}"
    label = printed_label(block, edition.language) or heading_number(block)
    shown = f'<span class="label" {edition.attributes}>{escape(label)}</span> ' if label else ""
    text = text_html(
        block,
        edition.notes,
        language=edition.language,
        interface=page.words["language"],
        anchors=edition.prefix,
        address=edition.card,
    )
    opening = f'<{name} class="{classes}" {attribute("id", edition.anchor(block.id))} {edition.attributes}>'
    return f"{opening}{shown}{text}</{name}>"


# ---- footnotes, and what stands behind the text


def _notes(page: Page) -> str:
    notes = [edition.resolution.footnotes for edition in page.editions]
    rows = []
    for places in note_places(page.editions, page.alignment):
        cells = [
            None if at is None else _note(page, edition, at) for at, edition in zip(places, page.editions, strict=True)
        ]
        label = next(each[at].label for each, at in zip(notes, places, strict=True) if at is not None)
        rows.append(page.row(f"fn-{label}", cells))
    return _section("ui-footnotes", page.words["footnotes"], rows)


def _note(page: Page, edition: Edition, index: int) -> Cell:
    note, anchor = edition.resolution.footnotes[index], edition.note_anchors[index]
    text = text_html(
        note, language=edition.language, interface=page.words["language"], anchors=edition.prefix, address=edition.card
    )
    label = f'<span class="label" {edition.attributes}>{escape(note.label)}</span> '
    return Cell(
        (anchor,),
        f'<p class="item words note" {attribute("id", anchor)} {edition.attributes}>{label}{text}'
        f"{''.join(_back(page, edition, block_id) for block_id in note.block_ids)}</p>",
    )


def _back(page: Page, edition: Edition, block_id: str) -> str:
    said = page.words["back"].format(place=block_id)
    link = f"{attribute('href', '#' + edition.anchor(block_id))} {attribute('aria-label', said)}"
    return f' <a class="back" dir="ltr" {link} {attribute("title", said)}>↩ {escape(block_id)}</a>'


def _aside(page: Page, name: str, columns: Sequence[str]) -> str:
    """A list that is closed until it is asked for."""
    if not any(columns):
        return ""
    summary = f"<summary>{escape(page.words[name])}</summary>"
    return f'<details class="aside" id="ui-{name}">{summary}{bare_row(columns)}</details>'


def _lines(edition: Edition) -> str:
    lines = (
        _piece(edition, f"line-{index}", ", ".join(line.fields).replace("_", " "), line.text)
        for index, line in enumerate(edition.resolution.masthead, start=1)
    )
    return "".join(lines)


def _furniture(page: Page, edition: Edition) -> str:
    pieces = (
        _piece(edition, f"aside-{index}", page.words[piece.kind], piece.text)
        for index, piece in enumerate(edition.resolution.furniture, start=1)
    )
    return "".join(pieces)


def _piece(edition: Edition, name: str, kind: str, text: str) -> str:
    """A line of the masthead, or a piece of furniture; a click shows its place on the page."""
    anchor = edition.anchor(name)
    link = f'<a class="kind" {attribute("href", "#" + anchor)}>{escape(kind or "–")}</a>'
    words = run(text, edition.language, "span").replace("<span ", '<span class="words" ', 1)
    return f'<p class="item piece" {attribute("id", anchor)}>{link} {words}</p>'
