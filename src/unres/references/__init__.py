"""Finds what a text cites: resolutions, documents, treaties, records, articles, and places of the text itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from unres.languages import check_language
from unres.languages.detection import language_of_letters
from unres.layout.repair import Repaired
from unres.models.reference import References
from unres.models.vocabulary import Organ
from unres.readers.limits import collection_paused
from unres.references.border import Placed, as_models, find_in_document
from unres.references.documents import of_address
from unres.references.passages import Context, Passage
from unres.un.documents import find_addresses
from unres.usage import check_date, check_one_of, check_string

if TYPE_CHECKING:
    import datetime

    from unres.models.vocabulary import Language

__all__ = ["find_references"]

_PARAGRAPH = re.compile(r"\n[ ]*\n\s*")


def find_references(
    text: str,
    language: Language | None = None,
    organ: Organ | str | None = None,
    date: datetime.date | None = None,
) -> References:
    """Every reference that a text makes to resolutions, documents, treaties and the rest, in the order of the text.

    The text may be anything in Arabic or English: a resolution, a report, a page of a book. It is taken as it is:
    ``text[r.offset:r.offset + len(r.text)] == r.text`` holds for every reference found.

    Args:
        text: The text; blank lines part its paragraphs.
        language: ``"ar"`` or ``"en"``; None: by the letters of the text.
        organ: Who speaks: "its resolution" and "قرارها" are the resolutions of this organ.
        date: The date of the text: nothing later can be cited, which helps with the order of numbers in Arabic.

    Returns:
        References of all kinds; ``confidence``, ``alternatives`` and ``because`` say how sure a reading is.

    Raises:
        TypeError: it is no text, or the date is none.
        ValueError: the language or the organ is none that there is.
    """
    check_string("find_references", text)
    check_language(language)
    check_one_of("organ", organ, Organ)
    check_date(date)
    repaired = Repaired(text)
    clean = repaired.text
    language = language or language_of_letters(clean)
    starts, passages = _passages(clean)
    context = Context(language=language, organ=str(organ) if organ is not None else None, adopted_on=date)
    with collection_paused():
        findings = find_in_document(passages, context)
        for start, references in zip(starts, findings.references, strict=True):
            for reference in references:
                at = start + reference.offset
                behind = at + len(reference.text)
                first, end = repaired.span(at, behind)
                if repaired.emphasis:  # the signs of Markdown around it are not its own
                    first, end = repaired.original(at), repaired.original(behind - 1) + 1
                reference.offset, reference.text = first, text[first:end]
        placed = [reference for references in findings.references for reference in references]
        return References(as_models(_with_links(placed, text, language) if repaired.emphasis else placed))


def _passages(text: str) -> tuple[list[int], list[Passage]]:
    """The paragraphs of a text, and where each begins."""
    starts: list[int] = []
    passages: list[Passage] = []
    at = 0
    for match in _PARAGRAPH.finditer(text):
        if match.start() > at:
            starts.append(at)
            passages.append(Passage(text[at : match.start()]))
        at = match.end()
    starts.append(at)
    passages.append(Passage(text[at:]))
    return starts, passages


def _with_links(placed: list[Placed], text: str, language: Language) -> list[Placed]:
    """With the documents that Markdown's links lead to where the words that bear the link do not cite them."""
    starts = [each.offset for each in placed]
    for address in find_addresses(text):
        link = of_address(text, address)
        before = placed[at - 1] if (at := bisect_right(starts, address.start)) else None
        cited = before is not None and before.citation.symbol == link.symbol
        if not cited and (before is None or before.offset + len(before.text) <= address.start):
            placed.append(Placed(link, language, address.start, text[address.start : address.end]))
    return sorted(placed, key=lambda each: each.offset)
