"""Footnotes of a recognised page: labels and marks are small, and so they are misread more than anything else.

Footnotes count through a document. What was misread is put right where what was read agrees on the count, and said
in a diagnostic; where it does not agree, everything stays as it was read.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from unres.readers.source import note_mark

if TYPE_CHECKING:
    from unres.readers.ocr.lines import RecognizedLine

_LABEL = re.compile(r"\(([0-9٠-٩]{1,3}|[^\s()]{0,2})\)[0-9]{0,2} *-? *")  # "(4)"; misread: "(ه)", "()", "(2)06"
_PLAIN_LABEL = re.compile(r"([0-9]{1,3})(?= [^\W\d_])")  # of an English note, whose raised label has no brackets
_LIKE_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩هاأ", "0123456789511")  # letters that look like the digits of the notes
_MARK = re.compile(
    r"""[ ]?⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}⁾                                                                # of the reader of digits
      | (?<=[\u0621-\u064a"”»]) [ ]? ["'!(*©]{0,2} [0-9٠-٩*؛؟]{0,2} [)'!©]{1,2} (?=[\s،؛.,»]|$)   # للرق 90)، المعاصرة*)
      | (?<=[\u0621-\u064a"”»]) [0-9*]{1,2} (?=[\s،؛.,]|$)                                             # تأكيدها2
    """,
    re.VERBOSE,
)
_ENGLISH_MARK = re.compile(r"(?<=[a-z,;.”\"])[0-9*'°]{1,2}(?=\s|$)")


def restore(body: list[RecognizedLine], below: list[RecognizedLine], after: int, *, arabic: bool) -> list[str]:
    """Finds the footnotes among the lines below the rule, and puts labels and marks right.

    Args:
        body: the lines above the rule.
        below: the lines below it.
        after: the last footnote of the pages before; 0 where there was none.
        arabic: whether the page is Arabic.

    Returns:
        What was put right: "“ه” as (5)".
    """
    pattern = _LABEL if arabic else _PLAIN_LABEL
    notes: list[RecognizedLine] = []
    for line in below:
        line.role = "footnote" if pattern.match(line.text) else "continues" if notes else None
        if line.role == "footnote":
            notes.append(line)
    read = [match[1] if (match := pattern.match(line.text)) else "" for line in notes]
    first = _first([label.translate(_LIKE_DIGITS) for label in read], after)
    if first is None:
        return []
    done: list[str] = []
    for label, line in enumerate(notes, first):
        was = read[label - first]
        if not was.isdecimal() or int(was) != label:
            line.text = pattern.sub(f"({label}) " if arabic else f"{label}", line.text, count=1)
            done.append(f"“{was}” as {label}")
    return done + _marks(body, first, len(notes), arabic=arabic)


def _first(labels: list[str], after: int) -> int | None:
    """The label of the first note, on which at least two agree: labels, or one and the count so far."""
    votes = Counter(int(label) - place for place, label in enumerate(labels) if label.isdecimal())
    if votes:
        votes[after + 1] += 1
    ranked = [(first, count) for first, count in votes.most_common(2) if first > 0]
    if not ranked or ranked[0][1] < min(2, len(labels)) or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _marks(body: list[RecognizedLine], first: int, count: int, *, arabic: bool) -> list[str]:
    """Where the text has as many places that look like marks as there are notes, they are those."""
    pattern = _MARK if arabic else _ENGLISH_MARK
    depth = 0
    found: list[tuple[RecognizedLine, re.Match[str]]] = []
    for line in body:
        at = 0
        for match in pattern.finditer(line.text):
            depth = max(0, depth + line.text.count("(", at, match.start()) - line.text.count(")", at, match.start()))
            at = match.end()
            if depth:  # it closes what was opened before
                depth -= match[0].count(")")
            else:
                found.append((line, match))
        depth = max(0, depth + line.text.count("(", at) - line.text.count(")", at))
    if len(found) != count:
        return []
    done = []
    for label, (line, match) in reversed(list(enumerate(found, first))):  # from the end: places before stay true
        mark = note_mark(str(label), arabic=arabic)
        line.text = line.text[: match.start()] + mark + line.text[match.end() :]
        if match[0].strip() == mark:
            continue
        done.append(f"the mark “{match[0].strip()}” as {label}")
    return done[::-1]


def last_label(lines: list[RecognizedLine]) -> int:
    """The number of the last footnote of a page; 0 where there is none."""
    for line in reversed(lines):
        if line.role == "footnote" and (match := re.match(r"\(?([0-9]{1,3})", line.text)):
            return int(match[1])
    return 0
