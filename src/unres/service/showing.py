"""The page that shows a parse. Runs in the workers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.models import Resolution


def show(resolution: Resolution) -> str:
    """A whole page, nothing loaded from elsewhere."""
    from unres.exports.html.inline import language_attributes, text_html
    from unres.exports.html.page import page

    parts = [f"<h1>{escape(resolution.symbol or '')} {escape(resolution.title or '')}</h1>"]
    parts.extend(
        f'<p id="{escape(block.id)}"><b>{escape(block.label or "")}</b> {text_html(block)}</p>'
        for block in resolution.walk()
    )
    body = f"<main {language_attributes(resolution.language)}>{''.join(parts)}</main>"
    return page(resolution.symbol or "unres", body, language=resolution.language)
