"""What a reference leads to, in one name for all the ways of writing it; and its place in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.models import Reference

_CITED = frozenset({"resolution", "document", "treaty", "official_record", "publication"})


def name_of(reference: Reference) -> str | None:
    """What a reference leads to, as the key of a node; None for places of the document itself and of the Charter."""
    if reference.kind == "ibid":
        return name_of(reference.repeats) if reference.repeats else None
    if reference.kind not in _CITED:
        return None
    # the printed supplement and the report are one document
    return reference.symbol.removesuffix("(SUPP)") if reference.symbol else name_without_symbol(reference)


def name_without_symbol(reference: Reference) -> str | None:
    """What is cited, in words: "UNTS vol. 2225, No. 39574"; None for a place of the document itself or the Charter."""
    if reference.kind == "treaty":
        number = f", No. {reference.number}" if reference.number else ""
        return f"{reference.series} vol. {', '.join(reference.volumes)}{number}"
    if reference.kind == "publication":
        return f"Sales No. {reference.sales_number}"
    if reference.kind == "resolution" and reference.number:
        first = reference.year if reference.session is None else reference.session
        return f"{reference.organ.value if reference.organ else 'unknown organ'} {first}/{reference.number}"
    return None


def describe_pinpoint(reference: Reference) -> str:
    """A pinpoint in a few words: "annex II, para. 7"; "" for the whole of what is cited."""
    place = reference.pinpoint
    if place is None:
        return ""
    words = [
        f"chap. {place.chapter}" if place.chapter else "",
        f"sect. {place.section}" if place.section else "",
        ("annex" if place.annex == "annex" else f"annex {place.annex}") if place.annex else "",
        f"art. {', '.join(place.article)}" if place.article else "",
        f"para. {', '.join(place.paragraphs)}" if place.paragraphs else "",
    ]
    return ", ".join(word for word in words if word)
