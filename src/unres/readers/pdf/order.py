"""Visual order to logical order, by clusters, and the way brackets are stored.

The reverse of the Unicode bidirectional algorithm (UAX 9) for what resolutions hold: Arabic with numbers,
symbols and foreign names in it, and English with Arabic words in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.readers.pdf.limits import check_time
from unres.readers.pdf.ranges import Ranges, follow_stream, mark_ranges

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.readers.pdf.clusters import Cluster

_SEPARATORS = frozenset("./,:\u066b\u066c")  # class CS of UAX 9: between two digits, part of the number
_STOPS = frozenset("./,:;-")
_ARABIC_POINTS = frozenset("،؛؟")
_LONGEST_BRACKET = 200  # clusters: more than a line of any page has
_ANY = Ranges()


def logical(line: list[Cluster], *, from_right: bool, ranges: Ranges = _ANY) -> list[Cluster]:
    """The clusters of a line in reading order, for a line that is read from the right or from the left.

    Args:
        line: its clusters from left to right; their levels are set.
        from_right: whether it is read from the right.
        ranges: how the document draws ranges.
    """
    if from_right:
        return _from_right(line, ranges)
    if not any(cluster.kind == "R" for cluster in line):
        return _at_level_2(line)
    return _from_left(line, ranges)


def _from_right(line: list[Cluster], ranges: Ranges) -> list[Cluster]:
    _mark_numbers(line)
    _mark_latin(line)
    mark_ranges(line, ranges)
    follow_stream(line)
    out: list[Cluster] = []
    run: list[Cluster] = []  # of level 2, gathered from its right end
    for cluster in reversed(line):
        if run and (cluster.level == 1 or cluster.raised != run[-1].raised):
            out += reversed(run)
            run = []
        if cluster.level == 1:
            out.append(cluster)
        else:
            run.append(cluster)
    return out + run[::-1]


def _mark_numbers(line: list[Cluster]) -> None:
    """Numbers stay from left to right: digits of one script, joined by one separator at a time."""
    for index, cluster in enumerate(line):
        if cluster.kind in "AE":
            cluster.level = 2
        elif 0 < index < len(line) - 1 and cluster.text in _SEPARATORS:
            before, after = line[index - 1], line[index + 1]
            if before.kind == after.kind and before.kind in "AE" and before.raised == cluster.raised == after.raised:
                cluster.level = 2


def _mark_latin(line: list[Cluster]) -> None:
    """Foreign words stay from left to right, with the digits, signs and whole brackets among them."""
    beyond = 0  # everything before is done with
    for index in range(len(line)):
        if index < beyond or line[index].kind != "L":
            continue
        check_time()
        first = index - 1 if _opens_bracket(line, index) else index
        end = max(_latin_end(line, first), index)
        start = max(min(first, _latin_start(line, index)), beyond)
        for cluster in line[start : end + 1]:
            cluster.level = 2
        _turn_stops(line, start, end)
        beyond = end + 1


def _turn_stops(line: list[Cluster], start: int, end: int) -> None:
    """Within foreign words " ,2225 " is a number that was set from the right: its stop belongs behind it."""
    for index in range(start, end - 1):
        if line[index].kind == "S" and line[index + 1].text in (",", ".") and line[index + 2].kind == "E":
            check_time()
            last = index + 2
            while last < end and line[last + 1].kind == "E":
                last += 1
            if last == len(line) - 1 or (line[last + 1].kind != "E" and line[last + 1].text not in _SEPARATORS):
                line.insert(last, line.pop(index + 1))


def _latin_start(line: list[Cluster], start: int) -> int:
    """Takes in the digits that touch the first letter ("3D"), and a day that opens the line ("27 March")."""
    while start > 0 and line[start - 1].kind == "E":
        start -= 1
    if start > 1 and line[start - 1].kind == "S" and line[start - 2].kind == "E":
        day = start - 2
        while day >= 0 and line[day].kind == "E":
            day -= 1
        if day < 0:
            return 0
    return start


def _latin_end(line: list[Cluster], start: int) -> int:
    """The last letter or digit of a foreign span, which ends before Arabic and where a bracket outside closes."""
    end, depth = start, int(line[start].text == "(")
    last = start  # the last letter or digit within whatever bracket
    for index in range(start + 1, len(line)):
        cluster = line[index]
        if _breaks_latin(line, index) or index - end > _LONGEST_BRACKET:
            break
        if cluster.text in "([":
            depth += 1
        elif cluster.text in ")]":
            depth -= 1
            if depth < 0 or (index == len(line) - 1 and _only_digits(line, index)):
                break
            if depth == 0:
                end = index
        elif cluster.kind in "LE":
            last = index
            end = index if depth == 0 else end
    if start == 0 and depth > 0:
        end = last  # the bracket closes on the next line
    return _with_stop(line, end)


def _breaks_latin(line: list[Cluster], index: int) -> bool:
    """Whether a cluster can be no part of foreign words."""
    cluster = line[index]
    return cluster.kind in "RA" or cluster.raised or cluster.text in _ARABIC_POINTS or _turned_stop(line, index)


def _opens_bracket(line: list[Cluster], start: int) -> bool:
    """Whether a bracket before the first letter belongs to the foreign words: "(Parts I and II)/Corr.1"."""
    if start == 0 or line[start - 1].text != "(":
        return False
    for index in range(start, len(line) - 1):
        if _breaks_latin(line, index) or line[index].text == "(":
            return False
        if line[index].text == ")":
            return line[index + 1].text in "/-" or line[index + 1].kind == "L"
    return False


def _only_digits(line: list[Cluster], closing: int) -> bool:
    """Whether a bracket holds a number: at the right end of a line it is the label of a footnote."""
    index = closing - 1
    while index >= 0 and line[index].kind in "AE":
        index -= 1
    return index < closing - 1 and index >= 0 and line[index].text == "("


def _turned_stop(line: list[Cluster], index: int) -> bool:
    """A space, then a stop glued to a word or a bracket: no text from the left has it, so one from the right ends."""
    return (
        line[index].kind == "S"
        and index + 2 < len(line)
        and line[index + 1].text in ",.;:"
        and (line[index + 2].kind == "L" or line[index + 2].text == "(")
    )


def _with_stop(line: list[Cluster], end: int) -> int:
    """Takes in a sign that touches the span's right end and no other text: it ends the foreign words.

    In a line from the right a stop that ends foreign words stands on their left; on their right it is there
    only where the producer set it from left to right.
    """
    stop = end + 1
    if stop >= len(line) or line[stop].text not in _STOPS:
        return end
    beyond = line[stop + 1].kind if stop + 1 < len(line) else "S"
    return stop if beyond == "S" or (beyond == "N" and line[stop].text in "/-") else end


def _from_left(line: list[Cluster], ranges: Ranges) -> list[Cluster]:
    """A line read from the left turns only its Arabic spans about."""
    out: list[Cluster] = []
    first: int | None = None  # of an Arabic span
    last = 0
    for index, cluster in enumerate(line):
        if cluster.kind == "R":
            first, last = index if first is None else first, index
        elif cluster.kind == "L" and first is not None:
            out += _from_right(line[first : last + 1], ranges) + _at_level_2(line[last + 1 : index])
            first = None
        if first is None:
            out += _at_level_2([cluster])
    if first is not None:
        out += _from_right(line[first : last + 1], ranges) + _at_level_2(line[last + 1 :])
    return out


def _at_level_2(clusters: list[Cluster]) -> list[Cluster]:
    for cluster in clusters:
        cluster.level = 2
    return clusters


def brackets_turned(lines: Iterable[list[Cluster]]) -> bool:
    """Whether the brackets of foreign words are stored turned about, by vote over lines in visual order.

    Between foreign words an opening bracket touches the word on its right, whichever way the line is read.
    """
    votes = 0
    for line in lines:
        for index in range(2, len(line) - 1):
            if line[index].text not in "()" or line[index + 1].kind != "L" or line[index - 1].kind != "S":
                continue
            if line[index].drawn:
                continue
            check_time()
            start = index - 2
            while start >= 0 and line[start].kind != "S":
                start -= 1
            if any(cluster.kind == "L" for cluster in line[start + 1 : index - 1]):
                votes += 1 if line[index].text == ")" else -1
    return votes > 0


def brackets_mirrored(lines: Iterable[list[Cluster]]) -> bool | None:
    """Whether the source stores the brackets of Arabic text as they look, by vote over lines in logical order.

    Stored as they look, an opening bracket of a text from the right is ")". None where nothing tells.
    """
    votes = 0
    for line in lines:
        last = ""
        for cluster in line:
            if cluster.level == 1 and cluster.text in "()[]«»" and not cluster.drawn:
                pair = last + cluster.text
                votes += (pair in (")(", "][", "»«")) - (pair in ("()", "[]", "«»"))
                last = cluster.text
    return votes > 0 if votes else None
