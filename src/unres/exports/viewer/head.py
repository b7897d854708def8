"""What the masthead says, field by field."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.html.document import shown
from unres.exports.interface import word
from unres.exports.viewer.markup import code, facts, run
from unres.exports.words import organ_name, vote_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from unres.exports.viewer.edition import Edition


def head(edition: Edition, words: Mapping[str, str]) -> str:
    """Symbol and title as the heading, then what is known of the resolution."""
    resolution = edition.resolution
    title = f'<span class="words">{shown(resolution.title, edition.language)}</span>' if resolution.title else ""
    symbol = code(resolution.symbol) if resolution.symbol else run(words[resolution.kind], words["language"])
    heading = f'<h1 {edition.attributes}><span class="symbol">{symbol}</span> {title}</h1>'
    return heading + facts(_facts(edition, words))


def _facts(edition: Edition, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    resolution, language = edition.resolution, edition.language
    yield words["status"], run(words["draft"], words["language"]) if resolution.status == "draft" else ""
    yield words["number"], run(resolution.number.as_written, language) if resolution.number else ""
    organ = organ_name(resolution.organ, words["language"])
    yield words["organ"], run(organ, words["language"]) if organ else ""
    yield words["adopted_on"], code(resolution.adopted_on.isoformat()) if resolution.adopted_on else ""
    yield words["meeting_number"], str(resolution.meeting_number or "")
    yield words["issued_on"], code(resolution.issued_on.isoformat()) if resolution.issued_on else ""
    sponsors = word("comma", language).join(resolution.sponsors)
    yield words["sponsors"], run(sponsors, language) if sponsors else ""
    items = (f"{item.number} {item.title or ''}".rstrip() for item in resolution.agenda_items)
    yield words["agenda_items"], "<br>".join(run(item, language) for item in items)
    yield words["basis"], run(resolution.basis.text, language) if resolution.basis else ""
    yield words["vote"], escape(vote_words(resolution.vote, words["language"])) if resolution.vote else ""
