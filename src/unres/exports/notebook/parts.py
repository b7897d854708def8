"""One block, annex or footnote in a notebook: itself, what is under it, and what it cites."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.html.document import annex_title, block_html, blocks_html, footnotes_html
from unres.exports.notebook.frame import language_of, new_anchors
from unres.exports.notebook.references import MOST, table
from unres.models import Annex, Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.models import Footnote, Reference


def show(part: Block | Annex | Footnote) -> tuple[str, str]:
    """What is shown, and the language that sets its direction: a part does not say it, so its letters do."""
    anchors = new_anchors()
    if isinstance(part, Annex):
        language = language_of(" ".join([part.title or "", *(block.text for block in part.blocks[:20])]))
        title = f'<h3 class="head">{annex_title(part, language)}</h3>'
        return title + blocks_html(part.blocks, language, {}, anchors), language
    if isinstance(part, Block):
        language = language_of(" ".join(block.text for block in part.walk()))
        references = [reference for block in part.walk() for reference in block.references]
        return _about(part) + block_html(part, language, {}, anchors) + _cited(references), language
    language = language_of(part.text)
    return footnotes_html([part], language, anchors) + _cited(part.references), language


def _about(block: Block) -> str:
    """What a block is: zone, kind, what its verbs do, and its pages."""
    pages = sorted({span.page for span in block.spans if span.page})
    facts = [block.zone, block.kind.replace("_", " "), *(verb.action for verb in block.verbs)]
    facts += [f"page {', '.join(map(str, pages))}"] if pages else []
    return f'<p class="quiet" lang="en" dir="ltr">{escape(" · ".join(facts))}</p>'


def _cited(references: Sequence[Reference]) -> str:
    if not references:
        return ""
    more = f'<p class="left-out">+ {len(references) - MOST}</p>' if len(references) > MOST else ""
    return f'<div lang="en" dir="ltr">{table(references[:MOST])}{more}</div>'
