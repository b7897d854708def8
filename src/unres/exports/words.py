"""What the masthead says, in words of the interface: organs, votes, and all its facts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from unres.exports.interface import word

if TYPE_CHECKING:
    from unres.models import Resolution, Vote


@cache
def _organs(language: str) -> dict[str, str]:
    """Organ → its name; of several names that which stands first where organs are listed."""
    from unres.languages import get_language

    names: dict[str, str] = {}
    for name, organ in get_language(language).citations.organs.items():
        known = names.get(organ)
        if known is None or name in known:  # "General Assembly" rather than "General Assembly of the United Nations"
            names[organ] = name
    names["other"] = ""
    return names


def organ_name(organ: str | None, language: str) -> str:
    """The name of an organ as the UN writes it; "" where it has none."""
    return _organs(language).get(organ or "other", "")


def vote_words(vote: Vote, language: str) -> str:
    """``12 in favour, 1 against, 4 abstaining``; in Arabic the number follows, so that no word has to agree with it."""
    counts = (("in_favour", vote.in_favour), ("against", vote.against), ("abstaining", vote.abstaining))
    known = [(word(key, language), count) for key, count in counts if count is not None]
    said = (f"{name}: {count}" if language == "ar" else f"{count} {name}" for name, count in known)
    return word("comma", language).join(said)


def facts(resolution: Resolution) -> list[tuple[str, str]]:
    """What the masthead says, as pairs of a word and a value, without what it does not say."""
    language = resolution.language
    comma = word("comma", language)
    items = comma.join(item.number for item in resolution.agenda_items)
    found = [
        ("status", word("draft", language) if resolution.status == "draft" else ""),
        ("sponsors", comma.join(resolution.sponsors)),
        ("organ", organ_name(resolution.organ, language)),
        ("adopted_on", resolution.adopted_on.isoformat() if resolution.adopted_on else ""),
        ("issued_on", resolution.issued_on.isoformat() if resolution.issued_on else ""),
        ("meeting_number", str(resolution.meeting_number or "")),
        ("agenda_items", items),
        ("basis", resolution.basis.text if resolution.basis else ""),
        ("vote", vote_words(resolution.vote, language) if resolution.vote else ""),
    ]
    return [(word(key, language), value) for key, value in found if value]
