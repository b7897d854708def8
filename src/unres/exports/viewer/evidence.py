"""What the cards are filled with: references, remarks with the source around them, and the places on the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from unres.exports.viewer.pictures import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unres.exports.viewer.edition import Edition, Remarked
    from unres.exports.viewer.pictures import Pictures
    from unres.models import Reference

_AROUND = 30
"""Characters shown before and after the place of a remark."""
_LONGEST = 300
_SEVERITIES = ("error", "warning", "info")


class Excerpt(NamedTuple):
    """The source at the place of a remark."""

    before: str
    marked: str
    after: str


class Box(NamedTuple):
    """Where something stands on the picture of a page, in points."""

    anchor: str
    left: float
    top: float
    width: float
    height: float


def pinpoint(reference: Reference, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """The place inside what is cited, as names and values."""
    where = reference.pinpoint
    if where is None:
        return []
    named = (
        (words["annex"], "" if where.annex == "annex" else where.annex),
        (words["section"], where.section),
        (words["chapter"], where.chapter),
        (words["articles"], ", ".join(where.article) or None),
        (words["paragraphs"], ", ".join(where.paragraphs) or None),
    )
    return [(name, value) for name, value in named if value is not None]


def by_severity(edition: Edition) -> list[Remarked]:
    """The remarks on a version, errors first."""
    return sorted(edition.remarks, key=lambda each: _SEVERITIES.index(each.diagnostic.severity))


def excerpt(edition: Edition, remark: Remarked) -> Excerpt | None:
    """The source at the place, so that a remark can be judged where it stands."""
    span, source = remark.diagnostic.span, edition.resolution.source_text
    if span is None or not source[span.start : span.end].strip():
        return None
    before = _from_a_word(source[max(0, span.start - _AROUND) : span.start], whole=span.start <= _AROUND)
    marked = source[span.start : min(span.end, span.start + _LONGEST)]
    rest = source[span.end : span.end + _AROUND]
    after = _to_a_word(rest, whole=len(rest) < _AROUND) if span.end - span.start <= _LONGEST else "…"
    return Excerpt(before, marked, after)


def _from_a_word(text: str, *, whole: bool) -> str:
    """Without the end of a word at the beginning: half a word is joined wrongly in Arabic."""
    return text if whole else "…" + text[_word(text) :]


def _to_a_word(text: str, *, whole: bool) -> str:
    """Without the begin of a word at the end."""
    return text if whole else text[: len(text) - _word(text[::-1])] + "…"


def _word(text: str) -> int:
    """How many characters come before the first space."""
    return next((at for at, letter in enumerate(text) if letter.isspace()), len(text))


def boxes(edition: Edition) -> dict[int, list[Box]]:
    """For each page, a rectangle for each stretch of the text that stands on it."""
    found: dict[int, list[Box]] = {}
    for anchor, _, span in edition.stretches:
        if span.page is None or span.box is None:
            continue
        left, top, right, bottom = span.box
        found.setdefault(span.page, []).append(Box(anchor, left - 3, top - 2, right - left + 6, bottom - top + 4))
    return found


def why_cut(pictures: Pictures, words: Mapping[str, str]) -> str:
    """Why there are fewer pictures than pages; "" where there are all."""
    if pictures.cut is None:
        return ""
    return words[f"pictures_{pictures.cut}"].format(
        n=len(pictures.pages), m=pictures.total, size=MOST_BYTES // 1_048_576, reason=pictures.reason
    )
