"""What a reference is called where there is no symbol, and where within something it points, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.models.reference import Reference


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
