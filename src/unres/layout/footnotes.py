"""Footnotes: lifted out of the running text, wherever the page put them.

Footnotes are numbered through the document, so the next one is known; what remains is to tell a footnote from a
numbered paragraph. Its mark has been seen in the text above it, or it goes on where the last footnote ended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.languages import repeating_words
from unres.layout.marks import WEAK
from unres.layout.starts import bare_number
from unres.scripts import lowered

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout.lines import Paragraph

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
            for form in WEAK:
                found = (next(filter(None, match.groups())) for match in form.finditer(paragraph.folded, 1))
                self.weak.update(found)
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
    said, at = paragraph.folded, match.end()
    repeats = repeating_words().match(said, at) is not None
    plainly = form != "star" and (repeats or language.notes.opens.match(said, at) is not None)
    if paragraph.role != "footnote" and form not in _STRONG_FORMS and not plainly:
        cited = after_note or repeats or language.notes.cites.match(said, at) is not None
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
        listed = _in_list(int(label), so_far.body, cited=cited)
        return not listed and (label in seen or last is not None or (cited and so_far.weakly_marked(label)))
    return label in seen or (cited and last is not None) or so_far.weakly_marked(label)


def _in_list(n: int, body: list[Paragraph], *, cited: bool) -> bool:
    """Whether "(n)" goes on a list of the body: after a colon, or after "(n - 1)"."""
    if not body:
        return False
    before = body[-1].folded
    return (n == 1 and before[-1] == ":" and not cited) or before.startswith(f"({n - 1})")
