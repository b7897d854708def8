"""The footnotes of a page: below a short rule, or the small type at the foot, where a mark opens it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.readers.pdf.limits import check_time
from unres.readers.pdf.paragraphs import FINISHED, joined
from unres.readers.pdf.rules import THICKEST, underlines
from unres.scripts import ARABIC_BLOCK, DIGITS, SUPERSCRIPT, folded, lowered, raised, western_digits

if TYPE_CHECKING:
    from unres.printed import PagePatterns
    from unres.readers.pdf.glyphs import Rule
    from unres.readers.pdf.rows import Row, RowPage

_RAISED_LABEL = re.compile(f"⁽?([{SUPERSCRIPT}]{{1,3}})⁾?\\s*")
_PLAIN_LABEL = re.compile(rf"\(?\s?([{DIGITS}]{{1,3}})\s?\)?\s+|\(([{DIGITS}]{{1,3}})\)")
_TYPED_LABEL = re.compile(
    rf"\(([{DIGITS}]{{1,3}})\)\s*"  # (12)
    rf"|([{DIGITS}]{{1,3}})(?:\s+(?=\D)|$)"  # 12
    rf"|⁽?([{SUPERSCRIPT}]{{1,3}})⁾?\s*"  # ¹²
)
_STARS = re.compile(r"\*{1,3}\s*(?=\w)")
_MARKED = re.compile(f"{_RAISED_LABEL.pattern}|{_STARS.pattern}")
_FOREIGN_FIRST = re.compile(
    f"(?P<words>[A-Z][^{ARABIC_BLOCK}]{{1,200}}) (?P<number>[{DIGITS}]{{1,3}})"
    f"(?P<rest>(?:[.،؛].*| [{ARABIC_BLOCK}].*)?)$"
)
_ARABIC = re.compile(f"[{ARABIC_BLOCK}]")
_SMALL = 0.93  # times the size of the text
_BRACKETED = re.compile(rf"\(\s?([{DIGITS}]{{1,3}})\s?\)\s+\S")
_NEAR = 3  # labels
_MOST_LEFT_OUT = 30  # notes between two that are told
_MOSTLY = 0.85  # share of the characters


@dataclass(slots=True, eq=False)
class Note:
    """A footnote: its parts, one for each page, each with its rows and its text; the first opens with the label."""

    label: str
    parts: list[tuple[list[Row], str]]


def mark_notes(page: RowPage, body_size: float, last: int, words: PagePatterns) -> int:
    """Marks the rows of a page's footnotes; the highest number among those up to this page."""
    rows = sorted((row for row in page.rows if row.zone == "body"), key=lambda row: -row.y)
    cut = _below_rule(page, rows, body_size, last, words)
    if cut is None:
        cut = _small_type(rows, body_size, last, words)
    if cut is None:
        return last
    notes = [row for row in rows if row.y < cut]
    for row in notes:
        row.zone = "note"
        found = _label_of(row.text, last or None, words)
        if found is not None and found[0].isdigit():
            last = int(found[0])
    return last


def _below_rule(page: RowPage, rows: list[Row], body_size: float, last: int, words: PagePatterns) -> float | None:
    """The rule that parts the notes from the text: a short one above small type, or one right above a mark."""
    for rule in page.rules:
        check_time()
        wide = rule.x1 - rule.x0
        if not 20 < wide < 0.75 * page.width or rule.y0 > 0.85 * page.height or rule.y1 - rule.y0 > THICKEST:
            continue
        below = [row for row in rows if row.y < rule.y0]
        if not below or underlines(rule, rows):
            continue
        short = wide < 0.4 * page.width
        first = below[0].text
        if _is_small(below, body_size):
            if short or _opens_note(first, last, words):
                return rule.y0
        elif short and (_MARKED.match(first) or (_opens_note(first, last, words) and _at_margin(rule, rows))):
            return rule.y0
    return None


def _is_small(rows: list[Row], body_size: float) -> bool:
    """Whether rows are set in smaller type than the text, but for a few words."""
    small = sum(len(row.text) for row in rows if row.size <= _SMALL * body_size)
    return rows[0].size <= _SMALL * body_size and small > _MOSTLY * sum(len(row.text) for row in rows)


def _at_margin(rule: Rule, rows: list[Row]) -> bool:
    """Whether a rule begins where lines do, on either side; one that closes a text stands in the middle."""
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    return rule.x0 < left + 3 * rows[0].size or rule.x1 > right - 3 * rows[0].size


def _small_type(rows: list[Row], body_size: float, last: int, words: PagePatterns) -> float | None:
    """The last run of rows in small type, from its first mark on."""
    first = len(rows)
    while first > 0 and rows[first - 1].size <= 0.9 * body_size:
        first -= 1
    while first < len(rows) and not _opens_note(rows[first].text, last, words):
        first += 1
    return rows[first].y + 1 if first < len(rows) else None


def _opens_note(text: str, last: int, words: PagePatterns) -> bool:
    """Whether a row opens with the label of a footnote. A number in type of full height must be near the last label."""
    if _MARKED.match(text):
        return True
    plain = _PLAIN_LABEL.match(text)
    if plain is None or words.amount.match(folded(text)):
        return False
    return int(plain[1] or plain[2]) <= last + _MOST_LEFT_OUT


def _label_of(text: str, last: int | None, words: PagePatterns, *, ended: bool = True) -> tuple[str, str] | None:
    """The label that opens a footnote, and its text; None for a row that goes on with the note before it.

    A label that is not raised must follow the last one, stand behind a row that ends its note (``ended``), and be
    no date or range, so that a row that happens to start with a number opens no footnote.
    """
    high = _RAISED_LABEL.match(text)
    if high is not None:
        label = lowered(high[1])
        return label, _without_typed_label(label, text[high.end() :])
    stars = _STARS.match(text)
    if stars is not None:
        return stars[0].strip(), text[stars.end() :]
    plain = _PLAIN_LABEL.match(text)
    if plain is None:
        return _label_behind(text, last)
    number = plain[1] or plain[2]
    if not ended or words.amount.match(folded(text)) or (last is not None and not last < int(number) <= last + _NEAR):
        return None
    return number, _without_typed_label(western_digits(number), text[plain.end() :])


def _without_typed_label(label: str, text: str) -> str:
    """The text without its label a second time: authors type one behind the automatic one, "¹ (1) See ..."."""
    typed = _TYPED_LABEL.match(text)
    if typed is None or western_digits(typed[1] or typed[2] or lowered(typed[3])) != label:
        return text
    return text[typed.end() :]


def _label_behind(text: str, last: int | None) -> tuple[str, str] | None:
    """A bare label that went behind the foreign words which open its note: "A/67/1 4, annex" for "4 A/67/1, annex".

    Both look alike on a line from the right; the sequence of the notes tells them apart.
    """
    number = str(1 if last is None else last + 1)
    match = _FOREIGN_FIRST.match(text)
    if match is None or western_digits(match["number"]) != number:
        return None
    return number, match["words"] + match["rest"]


def notes_by_page(pages: list[RowPage], words: PagePatterns) -> list[list[Note]]:
    """The footnotes that begin on each page, whole over pages."""
    out: list[list[Note]] = []
    last: int | None = None
    note: Note | None = None
    for page in pages:
        begun: list[Note] = []
        rows = sorted((row for row in page.rows if row.zone == "note"), key=lambda row: -row.y)
        for label, members, text in _split(rows, last, words):
            if label:
                note = Note(label, [(members, text)])
                begun.append(note)
                last = int(label) if label.isdigit() else last
            elif note is not None:
                note.parts.append((members, text))
            else:
                note = Note("", [(members, text)])
                begun.append(note)
        out.append(begun)
    return out


def _split(rows: list[Row], last: int | None, words: PagePatterns) -> list[tuple[str, list[Row], str]]:
    """Label (empty for the rest of the note of the page before), rows and text of each footnote of a page."""
    notes: list[tuple[str, list[Row], list[str]]] = []
    reach = max((row.trail for row in rows), default=0.0)
    if rows and (first := _label_of(rows[0].text, 0, words)) is not None and western_digits(first[0]) == "1":
        last = 0  # the notes of each page are counted by themselves
    if rows and last is not None:
        last = _last_before(rows, last)
    for row in rows:
        found = _label_of(row.text, last, words, ended=not notes or _ends(notes[-1][1][-1], row, reach))
        if found is None:
            if notes:
                notes[-1][1].append(row)
                notes[-1][2].append(row.text)
            else:
                notes.append(("", [row], [row.text]))
            continue
        label, text = found
        last = int(label) if label.isdigit() else last
        notes.append((label, [row], [text] if text else []))
    return [
        (label, members, _labelled(label, joined(texts) if texts else "", members[0]))
        for label, members, texts in notes
    ]


def _last_before(rows: list[Row], last: int) -> int:
    """The last note before those of a page: more than two may be missing, as notes of a figure are."""
    for row in rows:
        bracketed = _BRACKETED.match(row.text)
        if bracketed is not None:
            number = int(bracketed[1])
            return number - 1 if last + _NEAR < number <= last + _MOST_LEFT_OUT else last
    return last


def _ends(above: Row, row: Row, reach: float) -> bool:
    """Whether a note may end with the row above: it ends in a stop, or the next word would have found room in it."""
    return FINISHED.search(above.text) is not None or above.trail + row.first_word + 0.6 * row.size < reach


def _labelled(label: str, text: str, row: Row) -> str:
    """The note with its label as every reader writes it: "(12) " in Arabic, "¹² " in English."""
    if not label.isdigit():
        return f"{label} {text}".strip()
    if row.text.startswith(("⁽", "(")) or _ARABIC.search(row.text):
        return f"({label}) {text}"
    return f"{raised(label)} {text}"
