"""The viewer: one page that stands by itself, in which every claim of the parser can be checked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from unres._version import __version__
from unres.exports.interface import MESSAGES, direction, words
from unres.exports.pages import render
from unres.exports.viewer import evidence
from unres.exports.viewer import page as views
from unres.exports.viewer.arrangement import align_editions
from unres.exports.viewer.edition import Edition

if TYPE_CHECKING:
    from unres.exports.viewer.pictures import Pictures
    from unres.models import Resolution
    from unres.models.vocabulary import Language

__all__ = ["MOST_PICTURES", "to_viewer"]

MOST_PICTURES = 200
"""Pages of a PDF of which pictures are shown, where no other number is asked for."""
_KEYS = {
    "j k": "key_move",
    "n p": "key_reference",
    "/": "key_search",
    "Enter": "key_enter",
    "o": "key_outline",
    "g": "key_pages",
    "r": "key_references",
    "d": "key_remarks",
    "t": "key_theme",
    "?": "key_help",
    "Esc": "key_close",
}
"""What ``viewer.js`` listens to, and the words for it."""


def to_viewer(  # noqa: PLR0913  two files, and three choices that have a default
    resolution: Resolution,
    other: Resolution | None = None,
    *,
    pdf: bytes | None = None,
    other_pdf: bytes | None = None,
    interface: Language | None = None,
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
        interface: The language of buttons and names; by default English.
        pictures: Of how many pages of each PDF pictures are shown at most; where there are more, the page says so.

    Returns:
        The whole HTML. Block ids are the ids of elements: ``page.html#op4`` leads to paragraph 4.
    """
    said = words("viewer", interface or MESSAGES)
    language = said["language"]
    editions = [Edition(resolution, "", language, _drawn(pdf, pictures))]
    if other is not None:
        prefix = f"{other.language}-" if other.language != resolution.language else "other-"
        editions.append(Edition(other, prefix, language, _drawn(other_pdf, pictures)))
        if editions[1].direction == direction(language) != editions[0].direction:
            editions.reverse()  # as in a parallel edition: each language at the side from which it is read
    data = json.dumps({name: said[name] for name in ("count", "none")}, ensure_ascii=False)
    return render(
        "viewer/viewer.html",
        title=_title(resolution),
        language=language,
        script_name="viewer/viewer.js",
        page=views.Page(editions, said, align_editions(editions)),
        words=said,
        keys=_KEYS,
        version=__version__,
        script_words=data.replace("<", "\\u003c"),
        evidence=evidence,
        views=views,
    )


def _drawn(pdf: bytes | None, most: int) -> Pictures | None:
    if pdf is None:
        return None
    from unres.exports.viewer.pictures import draw_pages

    return draw_pages(pdf, most)


def _title(resolution: Resolution) -> str:
    parts = (resolution.symbol, resolution.title)
    return " – ".join(part for part in parts if part) or resolution.kind.replace("_", " ")
