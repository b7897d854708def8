"""Visual order to logical order, by clusters, and the way brackets are stored.

The reverse of the Unicode bidirectional algorithm (UAX 9) for what resolutions hold: Arabic with numbers,
symbols and foreign names in it, and English with Arabic words in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.readers.pdf.spaces import Cluster

_SEPARATORS = frozenset("./,:\u066b\u066c")  # class CS of UAX 9: between two digits, part of the number
_STOPS = frozenset("./,:;-")
_ARABIC_POINTS = frozenset("،؛؟")
_MIRRORED = str.maketrans("()[]{}<>«»‹›⁽⁾", ")(][}{><»«›‹⁾⁽")


def logical(line: list[Cluster], *, from_right: bool) -> list[Cluster]:
    """The clusters of a line in reading order, for a line that is read from the right or from the left."""
    if from_right:
        return _from_right(line)
    if not any(cluster.kind == "R" for cluster in line):
        for cluster in line:
            cluster.level = 2
        return line
    return _from_left(line)


def _from_right(line: list[Cluster]) -> list[Cluster]:
    _mark_numbers(line)
    _mark_latin(line)
    out: list[Cluster] = []
    end = len(line)
    while end > 0:
        start = end - 1
        if line[start].level == 2:  # noqa: PLR2004
            while start > 0 and line[start - 1].level == 2 and line[start - 1].raised == line[start].raised:  # noqa: PLR2004
                start -= 1
        out += line[start:end]
        end = start
    return out


def _mark_numbers(line: list[Cluster]) -> None:
    """Numbers stay from left to right: digits of one script, joined by one separator at a time."""
    count = len(line)
    start = 0
    while start < count:
        kind, raised = line[start].kind, line[start].raised
        if kind not in "AE":
            start += 1
            continue
        end = start + 1
        while end < count and line[end].raised == raised:
            is_digit = line[end].kind == kind
            joins = line[end].text in _SEPARATORS and end + 1 < count and line[end + 1].kind == kind
            if not is_digit and not joins:
                break
            end += 1
        for cluster in line[start:end]:
            cluster.level = 2
        start = end


def _mark_latin(line: list[Cluster]) -> None:
    """Foreign words stay from left to right, with the digits, signs and whole brackets among them."""
    count = len(line)
    start = 0
    while start < count:
        if line[start].kind != "L":
            start += 1
            continue
        first = start - 1 if _opens_bracket(line, start) else start
        end = _latin_end(line, first)
        start = min(first, _latin_start(line, start))
        for cluster in line[start : end + 1]:
            cluster.level = 2
        _turn_stops(line, start, end)
        start = end + 1


def _turn_stops(line: list[Cluster], start: int, end: int) -> None:
    """Within foreign words " ,2225 " is a number that was set from the right: its stop belongs behind it."""
    for index in range(start, end - 1):
        if line[index].kind == "S" and line[index + 1].text in (",", ".") and line[index + 2].kind == "E":
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
        if cluster.kind in "RA" or cluster.raised or cluster.text in _ARABIC_POINTS or _turned_stop(line, index):
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


def _opens_bracket(line: list[Cluster], start: int) -> bool:
    """Whether a bracket before the first letter belongs to the foreign words: "(Parts I and II)/Corr.1"."""
    if start == 0 or line[start - 1].text != "(":
        return False
    for index in range(start, len(line) - 1):
        if line[index].kind in "RA" or line[index].text == "(":
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
    """A space, then a stop glued to a word: two foreign spans side by side, each set on its own."""
    return (
        line[index].kind == "S"
        and index + 2 < len(line)
        and line[index + 1].text in ",.;:"
        and line[index + 2].kind == "L"
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


def _from_left(line: list[Cluster]) -> list[Cluster]:
    """A line read from the left turns only its Arabic spans about."""
    out: list[Cluster] = []
    start = 0
    while start < len(line):
        if line[start].kind != "R":
            line[start].level = 2
            out.append(line[start])
            start += 1
            continue
        end = start
        for index in range(start, len(line)):
            if line[index].kind == "L":
                break
            if line[index].kind == "R":
                end = index
        out += _from_right(line[start : end + 1])
        start = end + 1
    return out


def brackets_turned(lines: Iterable[list[Cluster]]) -> bool:
    """Whether the brackets of foreign words are stored turned about, by vote over lines in visual order.

    Between foreign words an opening bracket touches the word on its right, whichever way the line is read.
    """
    votes = 0
    for line in lines:
        for index in range(2, len(line) - 1):
            if line[index].text not in "()" or line[index + 1].kind != "L" or line[index - 1].kind != "S":
                continue
            start = index - 2
            while start >= 0 and line[start].kind != "S":
                start -= 1
            if any(cluster.kind == "L" for cluster in line[start + 1 : index - 1]):
                votes += 1 if line[index].text == ")" else -1
    return votes > 0


def brackets_mirrored(lines: Iterable[list[Cluster]]) -> bool:
    """Whether the source stores the brackets of Arabic text as they look, by vote over lines in logical order.

    Stored as they look, an opening bracket of a text from the right is ")".
    """
    votes = 0
    for line in lines:
        last = ""
        for cluster in line:
            if cluster.level == 1 and cluster.text in "()[]«»":
                pair = last + cluster.text
                votes += (pair in (")(", "][", "»«")) - (pair in ("()", "[]", "«»"))
                last = cluster.text
    return votes > 0


def mirrored(text: str) -> str:
    """The same text with its brackets turned about."""
    return text.translate(_MIRRORED)
