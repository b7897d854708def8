"""Footnotes and their marks: found in the many forms of real text, taken out, their places kept.

Strong marks can hardly be anything else: superscript digits, "⁽¹⁾", "^(١)", "<sup>1</sup>". Weak ones can: a digit
stuck to a word ("Development,1"), a number in brackets after a word, "1/", a number after a space. They count only
where a footnote with that label exists and no strong mark points to it.

Footnotes are numbered through the document, so the next one is known; what remains is to tell a footnote from a
numbered paragraph. Its mark has been seen in the text above it, or it goes on where the last footnote ended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from unres.layout.starts import bare_number
from unres.scripts import lowered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.languages import Language
    from unres.layout.lines import Paragraph

_T = TypeVar("_T")
STRONG = re.compile(
    r"""[ ]?(?:
        ⁽(?P<bracketed>[⁰¹²³⁴-⁹]{1,4})⁾
      | (?P<raised>[⁰¹²³⁴-⁹]{1,4})
      | \^[ ]?(?:\((?P<caret>\d{1,3})\)|\{?(?P<bare>\d{1,3})\}?)
      | <sup>[ ]?\(?(?P<html>\d{1,3})\)?[ ]?</sup>
      | \[\^?(?P<square>\d{1,3})\](?!\()
      )""",
    re.VERBOSE,
)
_STRONG_SIGN = re.compile(r"[⁰¹²³⁴-⁹^<\[](?:(?<![<\[])|(?<=<)(?=sup>)|(?<=\[)(?=[\d^]))")
"""What every strong mark holds, as one character: the search is fast where a pattern begins with one class."""
_LABEL = re.compile(r"\^[ ]?\(?\d{1,3}\)?|⁽?[⁰¹²³⁴-⁹]{1,4}⁾?|<sup>[^<]{1,8}</sup>|\[\^?\d{1,3}\]|.", re.DOTALL)
"""The label of a footnote at the start of a paragraph, or any one character: no mark stands there."""
_UNIT = re.compile(r"\b(?:k|c|m|d|h)?m$")
"""m², km³: a power, not a mark."""
_ASTERISK = re.compile(r"(?<=[\w)\]”\"’.,;:،؛])\*{1,3}(?=[\s.,;:،؛)]|$)")

GLUED = re.compile(
    r"""(?:(?<=[^\W\d_])                           # stuck to a word
         | (?<=[,;:)\]”\"’']) | (?<=[^\W\d_]\.) | (?<=[)\]”\"’]\.)    # to a stop, and not in "4.3"
         | (?<=\b(?:19|20)\d\d)(?=[1-9])           # to a year
        )(?P<label>\d{1,3})(?![\w/%‘’']|[.,]\d)""",
    re.VERBOSE,
)
"""A bare digit stuck to the word, stop or year before it."""
BRACKETED = re.compile(r"(?<=[^\W\d_])[ ]?\((?P<label>\d{1,3})\)|(?<=[,.;:”\"»،؛])\((?P<label2>\d{1,3})\)")
SLASHED = re.compile(r"(?<=[\w,;.:)\]”\"]) ?(?P<label>\d{1,3})/(?=[\s,;.]|$)")
SPACED = re.compile(r"(?<=[\w,;.:)\]”\"]) (?P<label>\d{1,3})(?=[,;.]?(?:\s|$))")
WEAK = (GLUED, BRACKETED, SLASHED, SPACED)


def label_of(match: re.Match[str]) -> str:
    """The label of a mark, in Western digits."""
    found = next(group for group in match.groups() if group)
    return str(int(lowered(found)))


def take_strong(paragraphs: list[Paragraph]) -> None:
    """Takes the strong marks out of the paragraphs."""
    for paragraph in paragraphs:
        if _STRONG_SIGN.search(paragraph.folded):
            begin = _LABEL.match(paragraph.folded)
            found = _strong(paragraph.folded, begin.end() if begin else 1)
            _take(paragraph, [match for match in found if not _is_power(match)])
        if "*" in paragraph.folded and _ASTERISK.search(paragraph.folded, 1):
            _take(paragraph, list(_ASTERISK.finditer(paragraph.folded, 1)))


def _strong(text: str, at: int) -> Iterator[re.Match[str]]:
    """What ``STRONG.finditer`` finds, many times faster: the pattern is tried only where a sign of a mark stands."""
    for sign in _STRONG_SIGN.finditer(text, at):
        core = start = sign.start()
        if core < at:
            continue
        if start > at and text[start - 1] == "⁽":
            start -= 1
        if start > at and text[start - 1] == " ":
            start -= 1
        match = STRONG.match(text, start) or (STRONG.match(text, core) if start < core else None)
        if match:
            yield match
            at = match.end()


def _is_power(match: re.Match[str]) -> bool:
    if match["raised"] not in ("²", "³"):
        return False
    return _UNIT.search(match.string, max(0, match.start() - 3), match.start()) is not None


def _take(paragraph: Paragraph, found: list[re.Match[str]]) -> None:
    """Takes the matches out of a paragraph's text."""
    if not found:
        return
    text: list[str] = []
    folded: list[str] = []
    new: list[tuple[int, str]] = []
    last = length = 0
    for match in found:
        start, end = match.span()
        text.append(paragraph.text[last:start])
        folded.append(paragraph.folded[last:start])
        length += start - last
        new.append((length, match[0] if match[0][0] == "*" else label_of(match)))
        last = end
    old = _moved(paragraph.marks, found)
    taken = [(at, match.end() - match.start()) for (at, _), match in zip(new, found, strict=True)]
    paragraph.taken = sorted(_moved(paragraph.taken, found) + taken)
    paragraph.text = "".join([*text, paragraph.text[last:]])
    paragraph.folded = "".join([*folded, paragraph.folded[last:]])
    paragraph.marks = sorted(old + new, key=lambda mark: mark[0])


def _moved(marks: list[tuple[int, _T]], found: list[re.Match[str]]) -> list[tuple[int, _T]]:
    """Marks that were taken before, moved by what is taken now."""
    moved: list[tuple[int, _T]] = []
    taken = n = 0
    for at, label in marks:
        while n < len(found) and found[n].start() < at:
            taken += found[n].end() - found[n].start()
            n += 1
        moved.append((at - taken, label))
    return moved


def take_weak(paragraphs: list[Paragraph], labels: list[str], language: Language) -> None:
    """Takes out the weak marks of a document without strong ones, in the order of its footnotes.

    The marks of a document run in order, so each is looked for behind the one before it. A label that was met can be
    met again (a repeated mark), but only in the same form.
    """
    pointed = {label for paragraph in paragraphs for _, label in paragraph.marks if label.isdigit()}
    if pointed or not paragraphs:
        return  # a document marks its footnotes in one way
    wanted = [label for label in labels if label.isdigit()]
    for form in WEAK:
        if wanted:
            wanted = _take_form(paragraphs, wanted, form, language)
    for label in wanted:
        _take_fused(paragraphs, label)


_AHEAD = 5
"""How many labels further on a mark may be when those between were not met."""


def _take_form(paragraphs: list[Paragraph], wanted: list[str], form: re.Pattern[str], language: Language) -> list[str]:
    """Takes out the marks of one weak form; gives the labels that are still wanted."""
    left = list(wanted)
    taken: set[str] = set()
    for paragraph in paragraphs:
        if not left and (form is SPACED or not taken):
            break
        found = []
        for match in form.finditer(paragraph.folded, 1):
            label = next(group for group in match.groups() if group)
            if label in left[:_AHEAD] and not _is_reference(match, language):
                del left[: left.index(label) + 1]
                taken.add(label)
                found.append(match)
            elif label in taken and form is not SPACED and _after_stop(match) and not _is_reference(match, language):
                found.append(match)
        _take(paragraph, found)
    return [label for label in wanted if label not in taken]


def _take_fused(paragraphs: list[Paragraph], label: str) -> None:
    """Takes a mark out that ran together with a number: "resolution 75/2167" before footnote 7.

    It must stand between its neighbours, and nothing else there may end so.
    """
    places = {mark: (n, at) for n, paragraph in enumerate(paragraphs) for at, mark in paragraph.marks}
    number = int(label)
    low = places.get(str(number - 1), (0, 0) if number == 1 else None)
    high = places.get(str(number + 1), low and (low[0] + 1, len(paragraphs[low[0]].folded)))
    if low is None or high is None or high[0] - low[0] > _AHEAD:
        return
    form = re.compile(rf"(?<=\d)(?P<label>{label})(?!\w|[.,/%]\d)")
    found = [
        (n, match)
        for n in range(low[0], min(high[0] + 1, len(paragraphs)))
        for match in form.finditer(paragraphs[n].folded)
        if low <= (n, match.start()) <= (high if str(number + 1) in places else (high[0] - 1, high[1]))
    ]
    if len(found) == 1:
        _take(paragraphs[found[0][0]], [found[0][1]])


_IN_SYMBOL = re.compile(r"/[^\s,;:)\]]*$")


_LONGEST_TOKEN = 60


def _is_reference(match: re.Match[str], language: Language) -> bool:
    """Whether the number is named by the word before it, stands inside a symbol, or is the day of a date."""
    text, start = match.string, match.start()
    day = text.find(next(group for group in match.groups() if group), start)
    date = language.dates.pattern.match(text, day)
    if date and language.dates.parts(date)[1]:
        return True
    token = text.rfind(" ", max(0, start - _LONGEST_TOKEN), start) + 1
    return _IN_SYMBOL.search(text, max(token, start - _LONGEST_TOKEN), start) is not None or (
        match[0].startswith(" ") and language.notes.names_a_number.search(text, max(0, start - 14), start) is not None
    )


def _after_stop(match: re.Match[str]) -> bool:
    before = match.string[match.start() - 1]
    return before in ',.;:)”"’' or before.islower()


START = re.compile(
    r"""(?:
        ⁽?(?P<raised>[⁰¹²³⁴-⁹]{1,4})⁾?
      | \^[ ]?\(?(?P<caret>\d{1,3})\)?
      | <sup>[ ]?\(?(?P<html>\d{1,3})\)?[ ]?</sup>
      | \[\^?(?P<square>\d{1,3})\]:?
      | (?P<slash>\d{1,3})[ ]?/(?=[ ])
      | \((?P<round>\d{1,3})\)
      | (?P<plain>\d{1,3})(?=[ ][^\s–—.:)\-])
      | (?P<star>\*{1,3})(?=[ ]?[^\W\d_])
      )[ ]*""",
    re.VERBOSE,
)
_STRONG_FORMS = frozenset({"raised", "caret", "html", "square"})


@dataclass(slots=True)
class Note:
    """A footnote: its label, and its paragraph without the label."""

    label: str
    paragraph: Paragraph
    form: str


@dataclass(slots=True)
class Lifted:
    """The paragraphs that stay, and the footnotes."""

    body: list[Paragraph]
    notes: list[Note] = field(default_factory=list)
    weak: set[str] = field(default_factory=set)
    """Labels that stand in the body in a weak form; read only when a footnote depends on it."""
    searched: int = 0
    """How many paragraphs of the body have been searched for weak marks."""

    def weakly_marked(self, label: str) -> bool:
        """Whether a weak mark with this label stands in the body."""
        for paragraph in self.body[self.searched :]:
            for form in (GLUED, SLASHED, SPACED):
                self.weak.update(match["label"] for match in form.finditer(paragraph.folded, 1))
        self.searched = len(self.body)
        return label in self.weak


def lift(paragraphs: list[Paragraph], language: Language) -> Lifted:
    """Separates footnotes from the body. Strong marks have been taken out of the paragraphs before."""
    out = Lifted([])
    seen: set[str] = set()
    turned = False
    for paragraph in paragraphs:
        if note := _note(paragraph, out, seen, language, after_note=turned):
            out.notes.append(note)
            turned = True
            continue
        seen.update(label for _, label in paragraph.marks)
        paragraph.turned = paragraph.turned or turned
        turned = False
        out.body.append(paragraph)
    return out


def _note(paragraph: Paragraph, so_far: Lifted, seen: set[str], language: Language, *, after_note: bool) -> Note | None:
    """The footnote that the paragraph is, or None."""
    match = START.match(paragraph.folded) if paragraph.folded[0] in "(*^<[⁽0123456789⁰¹²³⁴⁵⁶⁷⁸⁹" else None
    if match is None or (paragraph.role not in (None, "footnote")):
        return None
    form = match.lastgroup or ""
    label = lowered(match[form])
    label = label if form == "star" else str(int(label))
    if match.end() == len(paragraph.text) or (form == "plain" and _is_plainly_none(paragraph, language)):
        return None
    plainly = form != "star" and language.notes.opens.match(paragraph.folded, match.end()) is not None
    if paragraph.role != "footnote" and form not in _STRONG_FORMS and not plainly:
        cited = after_note or language.notes.cites.match(paragraph.folded, match.end()) is not None
        if not _is_note(label, form, so_far, seen, cited=cited):
            return None
    paragraph.cut(match.end())
    return Note(label, paragraph, form)


def _is_plainly_none(paragraph: Paragraph, language: Language) -> bool:
    """«3 Urges all States», a paragraph without its stop, and «19 December 2016», the last line of a closing."""
    if bare_number(paragraph.folded, language):
        return True
    match = language.dates.pattern.match(paragraph.folded)
    return match is not None and match.end() >= len(paragraph.folded.rstrip("."))


def _is_note(label: str, form: str, so_far: Lifted, seen: set[str], *, cited: bool) -> bool:
    """Whether a number that could label a paragraph too labels a footnote here."""
    if form == "star":
        return label in seen
    last = next((note for note in reversed(so_far.notes) if note.label.isdigit()), None)
    if last is not None and int(label) != int(last.label) + 1 and not (label in seen and int(label) > int(last.label)):
        return False
    if last is not None and last.form != form and last.form not in _STRONG_FORMS:
        return False
    if form == "round":
        return not _in_list(int(label), so_far.body, cited=cited) and (label in seen or last is not None)
    return label in seen or (cited and last is not None) or so_far.weakly_marked(label)


def _in_list(n: int, body: list[Paragraph], *, cited: bool) -> bool:
    """Whether "(n)" goes on a list of the body: after a colon, or after "(n - 1)"."""
    if not body:
        return False
    before = body[-1].folded
    return (n == 1 and before[-1] == ":" and not cited) or before.startswith(f"({n - 1})")
