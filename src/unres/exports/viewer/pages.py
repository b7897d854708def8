"""The pages of a PDF, with the place of each part of the text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.viewer.markup import attribute
from unres.exports.viewer.pictures import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unres.exports.viewer.edition import Edition
    from unres.exports.viewer.pictures import Picture, Pictures
    from unres.exports.viewer.rows import Page

    Words = Mapping[str, str]


def pages(page: Page, edition: Edition) -> str:
    """The pictures of a PDF, over each the places of what stands on it."""
    pictures = edition.pictures
    if pictures is None:
        return ""
    boxes = _boxes(edition)
    note = _note(pictures, page.words)
    figures = (
        _figure(edition, each, pictures.total, boxes.get(each.number, ""), page.words) for each in pictures.pages
    )
    return f"{page.heading(edition)}{note}{''.join(figures)}"


def _note(pictures: Pictures, words: Words) -> str:
    if pictures.cut is None:
        return f'<p class="quiet">{escape(words["page_click"])}</p>'
    said = words[f"pictures_{pictures.cut}"].format(
        n=len(pictures.pages), m=pictures.total, size=MOST_BYTES // 1_048_576, reason=pictures.reason
    )
    return f'<p class="note-cut" role="note">{escape(said)}</p>'


def _boxes(edition: Edition) -> dict[int, str]:
    """For each page, a rectangle for each stretch of the text that stands on it."""
    boxes: dict[int, list[str]] = {}
    for anchor, _, span in edition.stretches:
        if span.page is None or span.box is None:
            continue
        left, top, right, bottom = span.box
        size = f'x="{left - 3:.1f}" y="{top - 2:.1f}" width="{right - left + 6:.1f}" height="{bottom - top + 4:.1f}"'
        boxes.setdefault(span.page, []).append(f"<rect {attribute('data-for', anchor)} {size}/>")
    return {number: "".join(each) for number, each in boxes.items()}


def _figure(edition: Edition, picture: Picture, total: int, boxes: str, words: Words) -> str:
    width, height = round(picture.width), round(picture.height)
    if picture.data:
        alternative = words["page_alt"].format(n=picture.number)
        attributes = f'loading="lazy" decoding="async" width="{width}" height="{height}"'
        shown = f'<img {attributes} {attribute("alt", alternative)} src="{picture.address}">'
    else:
        shown = f"<p>{escape(words['page_failed'].format(n=picture.number))}</p>"
    view = f"{picture.left:.1f} {picture.top:.1f} {picture.width:.1f} {picture.height:.1f}"
    overlay = f'<svg viewBox="{view}" aria-hidden="true">{boxes}</svg>'
    caption = escape(words["page"].format(n=picture.number, m=total))
    return (
        f'<figure class="page" id="{edition.prefix}page-{picture.number}"><figcaption>{caption}</figcaption>'
        f'<div class="sheet" style="aspect-ratio:{width}/{height}">{shown}{overlay}</div></figure>'
    )
