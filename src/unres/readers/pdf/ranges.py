"""Numbers joined by dashes in text from the right: ranges, codes and what is numbered by chapter.

The Unicode bidirectional algorithm draws "13-14" behind an Arabic letter as "14-13": each number from left to right,
the two of them in the order of the line. Typists who want it to look as in a text from the left type it the other
way about, or mark it as foreign, and the page shows "13-14". So the same look can stand for either order, and which
it is must be told by what the numbers are, by the order of the stream, and by the other ranges of the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from unres.printed import NO_WORDS
from unres.scripts import folded, western_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.readers.pdf.clusters import Cluster

_CLASSES = dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2212", "h") | dict.fromkeys("./,:\u066b\u066c", "s")
_NUMBER = "d{1,15}(?:sd{1,15}){0,6}"
_CHAIN = re.compile(rf"(?<![Lds]){_NUMBER}(?:(?:h| h ){_NUMBER}){{1,8}}(?!s?d|L)")
_SIGNED = re.compile(rf"(?<![^ ])h(?={_NUMBER}(?: |$))")
_PART = re.compile("[^-\u2010-\u2014\u2212 ]+")
_LOW = 20
"""Goals, chapters and sections are numbered up to about here: "12-1" may be the first of goal 12. What is above is a
range."""
_LONGEST_MONTH = 16
_LEADER = "s" * 8  # the dots from an entry to its paragraphs and its page
_BESIDE = 2  # places in the stream: a blank may be between


@dataclass(frozen=True, slots=True)
class Ranges:
    """How a document draws ranges, and what tells one."""

    month: re.Pattern[str] = NO_WORDS.month
    """The name of a month, for folded text: numbers before it are days."""
    from_left: bool | None = None
    """Whether numbers joined by dashes are drawn from left to right in text from the right; None: not known."""
    stream: bool = True
    """Whether the order of the stream tells it; it does not where the stream has "2019-2018" from the left."""


@dataclass(slots=True)
class _Chain:
    """Numbers joined by dashes; start and end are places in the line, left before right."""

    start: int
    end: int
    parts: list[str]
    is_range: bool
    """Whether they can only be a range: a month follows them, or dots lead to them in a table of contents."""


def mark_ranges(line: list[Cluster], ranges: Ranges) -> None:
    """Sets to level 2 what is joined by dashes and was drawn from left to right, and numbers with a sign before them.

    Args:
        line: clusters of a line from the right, in the order of the page.
        ranges: how the document draws them.
    """
    kinds = _kinds(line)
    if "h" not in kinds:
        return
    for chain in _chains(line, kinds, ranges.month):
        if _is_from_left(line, chain, ranges):
            for cluster in line[chain.start : chain.end]:
                cluster.level = 2
    for match in _SIGNED.finditer(kinds):
        if line[match.start()].text == "\u2212":  # a hyphen there may stand behind a label: "5-"
            line[match.start()].level = 2


def follow_stream(line: list[Cluster]) -> None:
    """Sets the order of numbers side by side by the stream, where it writes the words of the line from the right.

    Word draws "64/255", typed so in Arabic, as "255/64": each number from left to right, the second one on the left and
    later in the stream. Numbers with blanks in them, "+41 22 917", it draws from left to right in one go.
    """
    places = [cluster.at for cluster in line if cluster.at >= 0]
    if not places or places[0] <= places[-1]:
        return
    for index in range(1, len(line) - 1):
        before, sign, after = line[index - 1 : index + 2]
        if before.kind not in "AE" or after.kind not in "AE" or before.raised or after.raised:
            continue
        if sign.kind == "S" and before.level == after.level and 0 < after.at - before.at <= _BESIDE:
            sign.level = before.level
        elif sign.text == "/" and after.at < sign.at < before.at and _both_rise(line, index):
            sign.level = 1
    for sign, digit in pairwise(line):
        if sign.text == "+" and digit.kind in "AE" and digit.at - sign.at == 1:
            sign.level = digit.level


def _both_rise(line: list[Cluster], sign: int) -> bool:
    """Whether the stream writes the digits on both sides of a sign from the left, which one digit does not show."""
    left = right = sign
    while left > 0 and line[left - 1].kind in "AE":
        left -= 1
    while right < len(line) - 1 and line[right + 1].kind in "AE":
        right += 1
    sides = [cluster.at for cluster in line[left:sign]], [cluster.at for cluster in line[sign + 1 : right + 1]]
    return any(len(side) > 1 for side in sides) and all(side == sorted(side) for side in sides)


def ranges_of(lines: Iterable[list[Cluster]], month: re.Pattern[str]) -> Ranges:
    """How a document draws its ranges, by vote of those that say it.

    Those of unequal lengths have no vote: a code, "21-17045", is drawn from left to right everywhere.
    """
    votes = stream_votes = 0
    for line in lines:
        for chain in _chains(line, _kinds(line), month):
            rises = _rises(chain) if len({len(part) for part in chain.parts}) == 1 else None
            if rises is not None:
                vote = 1 if rises else -1
                votes += vote
                stream_votes += vote if _stream_rises(line, chain) else 0
    return Ranges(month, votes > 0 if votes else None, stream=stream_votes >= 0)


def holds_range(line: list[Cluster], ranges: Ranges) -> bool:
    """Whether a line without any letters holds a range that is read from the right."""
    chains = _chains(line, _kinds(line), ranges.month)
    return any(not _is_from_left(line, chain, ranges) for chain in chains)


def _kinds(line: list[Cluster]) -> str:
    """A letter for each cluster: d digit, s separator, h dash, L foreign letter, space, and x for all else."""
    return "".join(
        "x"
        if cluster.raised
        else "d"
        if cluster.kind in "AE"
        else " "
        if cluster.kind == "S"
        else "L"
        if cluster.kind == "L"
        else _CLASSES.get(cluster.text, "x")
        for cluster in line
    )


def _chains(line: list[Cluster], kinds: str, month: re.Pattern[str]) -> Iterator[_Chain]:
    for match in _CHAIN.finditer(kinds):
        start, end = match.span()
        if " " in match[0] and end == len(kinds):
            continue  # "12 - 2030 …": the label of a paragraph
        parts = _PART.findall("".join(cluster.text for cluster in line[start:end]))
        behind = "".join(cluster.text for cluster in reversed(line[max(0, start - _LONGEST_MONTH) : start]))
        yield _Chain(start, end, parts, _LEADER in kinds[end:] or month.match(folded(behind).lstrip()) is not None)


def _is_from_left(line: list[Cluster], chain: _Chain, ranges: Ranges) -> bool:
    rises = _rises(chain)
    if rises is not None:
        return rises
    zeros = [len(part) > 1 and western_digits(part[0]) == "0" for part in (chain.parts[0], chain.parts[-1])]
    if zeros[0] != zeros[1]:
        return zeros[1]  # "18-00225": no number begins with 0, the second half of a code may
    if ranges.stream and _stream_rises(line, chain):
        return True
    if ranges.from_left is not None:
        return ranges.from_left
    nearest = next((cluster.kind for cluster in line[chain.end :] if cluster.kind in "RL"), None)
    return nearest == "L" or (nearest is None and not any(cluster.kind == "R" for cluster in line))


def _rises(chain: _Chain) -> bool | None:
    """Whether what can only be a range rises from left to right; None for all else, which may be a chapter's."""
    if len(chain.parts) != 2:
        return None
    left, right = (_value(part) for part in chain.parts)
    if left is None or right is None or left == right:
        return None
    if abs(len(chain.parts[0]) - len(chain.parts[1])) == 2 and max(left, right) > 1000:
        left, right = _whole_years(left, right)
    decimal = any(not part.isdigit() for part in chain.parts)
    lengths = abs(len(chain.parts[0]) - len(chain.parts[1]))
    if not (chain.is_range or decimal or min(left, right) > _LOW or lengths > 1):
        return None
    return left < right


def _whole_years(left: float, right: float) -> tuple[float, float]:
    """The second year of "2017-18" written out."""
    century = max(left, right) // 100 * 100
    return (left, century + right) if right < left else (century + left, right)


def _stream_rises(line: list[Cluster], chain: _Chain) -> bool:
    """Whether the stream writes the words of the line from the right, and yet these numbers from the left.

    A producer that draws each piece of one direction on its own gives the pieces in the order of reading.
    """
    places = [cluster.at for cluster in line if cluster.at >= 0]
    from_right = places[0] > places[-1]
    own = [cluster.at for cluster in line[chain.start : chain.end] if cluster.at >= 0]
    return from_right and own == sorted(own)


def _value(part: str) -> float | None:
    """The number; times as hours, with their minutes as a fraction; None for a date such as 3/4/2018."""
    text = part.replace("\u066b", ".").replace(":", ".").replace(",", ".").replace("\u066c", "")
    try:
        return float(text)
    except ValueError:
        return None
