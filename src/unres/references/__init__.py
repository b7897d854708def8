"""Finds what a text cites: resolutions, documents, treaties, records, articles, and places of the text itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.languages import check_language
from unres.languages.detection import language_of_letters
from unres.layout.repair import Repaired
from unres.models.reference import References
from unres.models.vocabulary import Organ
from unres.readers.limits import collection_paused
from unres.references.border import as_models, find_in_document
from unres.references.passages import Context, Passage
from unres.usage import check_one_of

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
        ValueError: the language or the organ is none that there is.
    """
    check_language(language)
    check_one_of("organ", organ, Organ)
    repaired = Repaired(text)
    clean = repaired.text
    language = language or language_of_letters(clean)
    starts: list[int] = []
    passages: list[Passage] = []
    at = 0
    for match in _PARAGRAPH.finditer(clean):
        if match.start() > at:
            starts.append(at)
            passages.append(Passage(clean[at : match.start()]))
        at = match.end()
    starts.append(at)
    passages.append(Passage(clean[at:]))
    context = Context(language=language, organ=str(organ) if organ is not None else None, adopted_on=date)
    with collection_paused():
        findings = find_in_document(passages, context)
        for start, references in zip(starts, findings.references, strict=True):
            for reference in references:
                at = start + reference.offset
                first, end = repaired.span(at, at + len(reference.text))
                reference.offset, reference.text = first, text[first:end]
        return References(as_models(reference for references in findings.references for reference in references))
