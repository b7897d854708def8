"""Text that a PDF tool gave: what such tools do to lines is undone.

They put the label of a paragraph, which stands in a column of its own, on a line of its own ("1." and below it
"Urges all States"), and so the labels of footnotes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.scripts import ARABIC_LETTERS

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout.lines import TextLine

_LABEL_ALONE = re.compile(
    rf"\d{{1,3}}[.)]|\d{{1,3}} ?[-–]|\((?:\d{{1,3}}|[a-z]{{1,5}}|[{ARABIC_LETTERS}]{{1,2}})\)|[a-z]\.|[•–—]"
    r"|\[\^\d{1,3}\]:"
)
"""A label and nothing else on its line."""
_LONGEST_LABEL = 8
_NUMBER_ALONE = re.compile(r"\(?\d{1,3}\)?")
_PAGE_ENDS = frozenset({"page_number", "job_number", "running_head", "bar_code", "recycling_notice"})
_INLINE = re.compile(r"(?P<label>\d{1,3})/? +(?=[^\s–—.:)\-])")


def join_labels(lines: list[TextLine], language: Language) -> list[TextLine]:
    """Labels that stand alone on a line are put before the line below, where no sentence ends with the number."""
    out: list[TextLine] = []
    label: TextLine | None = None
    for line in lines:
        alone = line.role is None and len(line.folded) <= _LONGEST_LABEL and _LABEL_ALONE.fullmatch(line.folded)
        if label is not None:
            if alone or line.role is not None or line.box is not None or line.folded[0] == "(":
                out.append(label)
            else:
                line.start, line.gap = label.start, label.gap
                line.text, line.folded = f"{label.text} {line.text}", f"{label.folded} {line.folded}"
            label = None
        if alone and not (out and not line.gap and language.notes.names_a_number.search(out[-1].folded)):
            label = line
        else:
            out.append(line)
    return [*out, label] if label is not None else out


def gather_notes(lines: list[TextLine], kinds: list[str | None]) -> None:
    """Finds the footnotes behind each rule of underscores and gives their lines roles, labels before texts.

    A label is set higher than its text, so some tools write it on a line of its own: above the text, or, for the
    first ones, behind all of them. Labels run on, so the texts that no label stands above get those that are left.

    Args:
        lines: the lines of the document; those of footnotes are given a role, and their label.
        kinds: which furniture each line is; a line with nothing but a label, which now stands before its text, becomes
            furniture.
    """
    for n, kind in enumerate(kinds):
        if kind == "rule" and lines[n].folded[0] == "_":
            block = [place for place in _behind(n, lines, kinds) if kinds[place] is None]
            labels = [place for place in block if _NUMBER_ALONE.fullmatch(lines[place].folded)]
            if labels:
                _give_labels(block, labels, lines, kinds)
            else:
                _find_labels(block, lines)


def _behind(rule: int, lines: list[TextLine], kinds: list[str | None]) -> range:
    """The lines behind a rule that stand on its page, as far as pages are known, or up to the furniture of its end."""
    page, texts = lines[rule].page, 0
    for n in range(rule + 1, len(lines)):
        ended = kinds[n] == "rule" or (lines[n].page != page if page is not None else kinds[n] in _PAGE_ENDS and texts)
        if ended or lines[n].role is not None:
            return range(rule + 1, n)
        texts += kinds[n] is None
    return range(rule + 1, len(lines)) if page is not None else range(0)


def _find_labels(block: list[int], lines: list[TextLine]) -> None:
    """Labels that stand before their texts: each is one more than the one before."""
    last = None
    for place in block:
        match = _INLINE.match(lines[place].folded)
        label = int(match["label"]) if match else 0
        if match and (last is None or label == last + 1):
            lines[place].role, last = "footnote", label
        elif last is not None:
            lines[place].role = "continues"


def _give_labels(block: list[int], labels: list[int], lines: list[TextLine], kinds: list[str | None]) -> None:
    """Labels on lines of their own are put before their texts."""
    said = {place: int(lines[place].folded.strip("()")) for place in labels}
    numbers = sorted(set(said.values()))
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return
    texts = [place for place in block if place not in said]
    unparted = {place for place in texts if not lines[place].gap}
    begins = {place + 1: number for place, number in said.items() if place + 1 in unparted}
    left = sorted(set(numbers).difference(begins.values()))
    first = min(begins, default=block[-1] + 1)
    loose = [place for place in texts if place < first]
    if not loose and left:  # all labels stand above all texts
        begins, left, loose = {}, numbers, texts
    begins.update(zip(_beginnings(loose, len(left), lines), left, strict=False))
    for place in labels:
        kinds[place] = "other"
    begun = False
    for place in texts:
        line = lines[place]
        if place in begins:
            label = begins[place]
            line.text, line.folded, line.role = f"{label} {line.text}", f"{label} {line.folded}", "footnote"
            begun = True
        elif begun:
            line.role = "continues"


def _beginnings(places: list[int], count: int, lines: list[TextLine]) -> list[int]:
    """Where so many footnotes begin: behind the shortest lines that end with a stop."""
    ends = [n for n, place in enumerate(places[:-1]) if lines[place].folded[-1] in ".)"]
    ends = sorted(sorted(ends, key=lambda n: len(lines[places[n]].folded))[: max(0, count - 1)])
    return [places[n] for n in (0, *(end + 1 for end in ends))] if places and count else []
