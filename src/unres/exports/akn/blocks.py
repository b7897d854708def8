"""Blocks as elements: containers in the preamble, paragraphs and points in the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.exports.akn.inline import Notes, attribute, running_text, text
from unres.exports.walk import with_tables
from unres.layout.repair import Repaired

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unres.models import Block

_LONGEST_LABEL = 24
_FEW = 12


class Blocks:
    """Writes blocks, one line of XML after the other."""

    def __init__(self, source_text: str, notes: Notes, *, arabic: bool) -> None:
        self._source = source_text
        self._notes = notes
        self._arabic = arabic

    def preamble(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Clauses as containers; their subparagraphs as lists."""
        for block in with_tables(blocks):
            if isinstance(block, list):
                yield f'<container name="table" eId={attribute(block[0].id)}>{self._table(block)}</container>'
                continue
            name = attribute(block.verbs[0].text if block.verbs else block.kind)
            css = ' class="H23"' if block.kind == "heading" else ""
            opening = f"<container name={name} eId={attribute(block.id)}>"
            if block.children and all(_is_listed(child) for child in block.walk() if child is not block):
                yield opening
                yield self._block_list(block, "listIntroduction")
                yield "</container>"
            else:
                yield f"{opening}<p{css}>{self._num_inline(block)}{running_text(block, self._notes)}</p></container>"
                yield from self.preamble(block.children)

    def _block_list(self, block: Block, introduction: str) -> str:
        out = [f"<blockList><{introduction}>{running_text(block, self._notes)}</{introduction}>"]
        for child in block.children:
            out.append(f"<item eId={attribute(child.id)}>{self._num(child)}")
            if child.children:
                out.append(self._block_list(child, introduction))
            else:
                out.append(f"<p>{running_text(child, self._notes)}</p>")
            out.append("</item>")
        return "".join([*out, "</blockList>"])

    def body(self, blocks: Sequence[Block], element: str = "paragraph") -> Iterator[str]:
        """Paragraphs; what stands under one as points of a list, or as paragraphs where it bears no label."""
        for block in with_tables(blocks):
            if isinstance(block, list):
                yield f'<paragraph class="Table" eId={attribute(block[0].id)}>'
                yield f"<content>{self._table(block)}</content></paragraph>"
                continue
            heading = block.kind == "heading"
            tag = "paragraph" if heading or block.label is None else element
            css = ' class="H23"' if heading else ""
            content = f"<p>{running_text(block, self._notes)}</p>"
            yield f"<{tag}{css} eId={attribute(block.id)}>{self._num(block)}"
            if block.children:
                yield f"<list eId={attribute(f'{block.id}__list')}><intro>{content}</intro>"
                yield from self.body(block.children, "point")
                yield "</list>"
            else:
                yield f"<content>{content}</content>"
            yield f"</{tag}>"

    def _num(self, block: Block) -> str:
        written = self._written_label(block)
        return f"<num>{text(written)}</num>" if written else ""

    def _num_inline(self, block: Block) -> str:
        written = self._written_label(block)
        return f"{text(written)} " if written else ""

    def _written_label(self, block: Block) -> str:
        """The label with its brackets or stop, or a bullet, as the source writes it; otherwise as the UN would."""
        if block.spans:
            span = block.spans[0]
            opening = Repaired(self._source[span.start : min(span.end, span.start + 4 * _LONGEST_LABEL)]).text
            found = _before(opening, block.text)
            if found is not None and (block.label is None or block.label in found):
                return found
        if block.label is None or block.text.startswith(block.label):  # a heading's label can be part of its text
            return ""
        if block.kind == "paragraph" and block.label.isdigit():
            return f"{block.label} -" if self._arabic else f"{block.label}."
        return f"({block.label})" if block.kind != "heading" else f"{block.label}."

    def _table(self, rows: Sequence[Block]) -> str:
        return f"<table>{''.join(f'<tr>{self._cells(row)}</tr>' for row in rows)}</table>"

    def _cells(self, row: Block) -> str:
        out: list[str] = []
        start = 0
        for cell in row.text.split("\t"):
            end = start + len(cell)
            out.append(f"<td><p>{running_text(row, self._notes, start, end)}</p></td>")
            start = end + 1
        return "".join(out)


def _is_listed(block: Block) -> bool:
    return block.kind == "subparagraph" and block.label is not None


def _before(opening: str, own: str) -> str | None:
    """What stands before a block's own text in the source: its label, or a bullet."""
    start = own[:_FEW]
    if not start:
        return None
    found = opening.find(start)
    return " ".join(opening[:found].split()) if 0 <= found <= _LONGEST_LABEL else None
