"""What each of two resolutions cites, under one name for all the ways of writing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from unres.comparison.model import ReferenceChange
from unres.references.related import name_of, placed

if TYPE_CHECKING:
    from unres.models import Resolution

Cited = dict[str, tuple[str, dict[str, None]]]


def reference_changes(older: Resolution, newer: Resolution) -> list[ReferenceChange]:
    """Everything that either cites: what the newer cites in its order, then what was dropped.

    Places of the document itself, articles and the Charter are no sources, and left out.
    """
    before, after = _cited(older), _cited(newer)
    found: list[ReferenceChange] = []
    for name in [*after, *(name for name in before if name not in after)]:
        kind: Literal["kept", "added", "dropped"]
        kind = "dropped" if name not in after else "kept" if name in before else "added"
        cited = (after.get(name) or before[name])[0]
        older_places, newer_places = list(before.get(name, ("", {}))[1]), list(after.get(name, ("", {}))[1])
        found.append(ReferenceChange(kind=kind, name=name, cited=cited, older=older_places, newer=newer_places))
    return found


def _cited(resolution: Resolution) -> Cited:
    """Name → kind of reference, and the ids of what cites it, each once."""
    found: Cited = {}
    for place, reference in placed(resolution):
        name = name_of(reference)
        if name is None:
            continue
        whole = reference.repeats if reference.kind == "ibid" and reference.repeats else reference
        found.setdefault(name, (whole.kind, {}))[1][place] = None
    return found
