"""The outline: every block by its first words, what is under it closed until it is asked for."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.labels import heading_number, printed_label
from unres.exports.viewer.markup import attribute, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.exports.viewer.edition import Edition
    from unres.exports.viewer.rows import Page
    from unres.models import Block

_SHOWN = 64  # characters of a text


def outline_markup(page: Page) -> str:
    """The outline of the first version."""
    edition, words = page.editions[0], page.words
    parts = [
        _branch(f"ui-{zone}", escape(words[zone]), _entries(edition, blocks), opened=True)
        for zone, blocks in (("preamble", edition.resolution.preamble), ("operative", edition.resolution.operative))
        if blocks
    ]
    for index, annex in enumerate(edition.resolution.annexes, start=1):
        name = " ".join(part for part in (annex.label, annex.title) if part) or f"{words['annex']} {index}"
        anchor = edition.anchor(f"annex-{index}")
        parts.append(_branch(anchor, run(_cut(name), edition.language), _entries(edition, annex.blocks), opened=True))
    if edition.resolution.footnotes:
        parts.append(_branch("ui-footnotes", escape(words["footnotes"]), "", opened=False))
    return f'<ul class="tree">{"".join(parts)}</ul>'


def _entries(edition: Edition, blocks: Sequence[Block]) -> str:
    return "".join(
        _branch(edition.anchor(block.id), _said(edition, block), _entries(edition, block.children), opened=False)
        for block in blocks
    )


def _said(edition: Edition, block: Block) -> str:
    label = printed_label(block, edition.language) or heading_number(block)
    return run(_cut(f"{label} {block.text}".strip()) or block.id, edition.language)


def _branch(anchor: str, said: str, entries: str, *, opened: bool) -> str:
    """An entry; with others under it, a button that shows them."""
    link = f"<a {attribute('href', '#' + anchor)}>{said}</a>"
    if not entries:
        return f"<li>{link}</li>"
    button = f'<button type="button" class="fold" aria-expanded="{str(opened).lower()}"></button>'
    return f"<li>{button}{link}<ul{'' if opened else ' hidden'}>{entries}</ul></li>"


def _cut(text: str) -> str:
    text = " ".join(text[: _SHOWN * 2].split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + "…"
