"""The viewer: one page that stands by itself, in which every claim of the parser can be checked."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

from unres._version import __version__
from unres.exports.html.inline import direction
from unres.exports.html.page import page as html_page
from unres.exports.interface import words as words_of
from unres.exports.viewer.arrangement import align_editions
from unres.exports.viewer.edition import Edition
from unres.exports.viewer.frame import frame
from unres.exports.viewer.rows import Page

if TYPE_CHECKING:
    from unres.exports.viewer.pictures import Pictures
    from unres.models import Resolution
    from unres.models.vocabulary import Language

__all__ = ["MOST_PICTURES", "to_viewer"]

MOST_PICTURES = 200
"""Pages of a PDF of which pictures are shown, where no other number is asked for."""


def to_viewer(  # noqa: PLR0913  two files, and three choices that have a default
    resolution: Resolution,
    other: Resolution | None = None,
    *,
    pdf: bytes | None = None,
    other_pdf: bytes | None = None,
    interface: Language = "en",
    pictures: int = MOST_PICTURES,
) -> str:
    """A page in which to read a resolution and to check what was understood of it.

    The page loads nothing: its style, its script and the pictures stand in it, and its policy of content security
    forbids everything else. What the document brings is text there, never markup. It works without the script too,
    then without search, keyboard and the outline on the picture.

    Args:
        resolution: What to show.
        other: The same resolution in another language, to stand beside it.
        pdf: The file that ``resolution`` was read from, where that is a PDF: its pages are shown, with the place of
            each block.
        other_pdf: The same for ``other``.
        interface: The language of buttons and names.
        pictures: Of how many pages of each PDF pictures are shown at most; where there are more, the page says so.

    Returns:
        The whole HTML. Block ids are the ids of elements: ``page.html#op4`` leads to paragraph 4.
    """
    first = Edition(resolution, "", _drawn(pdf, pictures))
    editions = [first]
    if other is not None:
        prefix = f"{other.language}-" if other.language != resolution.language else "other-"
        editions.append(Edition(other, prefix, _drawn(other_pdf, pictures)))
    if len(editions) > 1 and editions[1].direction == direction(interface) != first.direction:
        editions.reverse()  # as in a parallel edition: each language at the side from which it is read
    words = words_of("viewer", interface)
    script = _part("viewer.js")
    data = json.dumps({name: words[name] for name in ("count", "none")}, ensure_ascii=False).replace("<", "\\u003c")
    made = words["made_by"].format(version=__version__)
    body = (
        frame(Page(editions, words, align_editions(editions)), made)
        + f'<script type="application/json" id="ui-words">{data}</script>'
    )
    return html_page(_title(resolution), body, language=interface, style=_part("viewer.css"), script=script)


def _drawn(pdf: bytes | None, most: int) -> Pictures | None:
    if pdf is None:
        return None
    from unres.exports.viewer.pictures import draw_pages

    return draw_pages(pdf, most)


def _title(resolution: Resolution) -> str:
    parts = (resolution.symbol, resolution.title)
    return " – ".join(part for part in parts if part) or resolution.kind.replace("_", " ")


def _part(name: str) -> str:
    return (files(__name__) / name).read_text("utf-8")
