"""Blocks: paragraphs put into preamble, operative part and annexes, each under the one it belongs to.

The parse walks the paragraphs once. It knows whether clauses are still being recited (after an enacting formula, up to
the first operative paragraph) and which series of labels are open, the innermost last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.layout.starts import ends_clause, is_formula, misread_number, opens_operative
from unres.models.action import Action
from unres.parsers.closing import read_closing
from unres.parsers.draft import AnnexNode, Draft, Label, Node
from unres.parsers.labels import misread_label, read_label
from unres.parsers.nesting import Nesting
from unres.parsers.numbers import read_digits
from unres.parsers.shapes import Shapes
from unres.parsers.verbs import find_verbs

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.languages.numbers import Series
    from unres.layout.lines import Paragraph
    from unres.models.vocabulary import BlockKind, Zone
    from unres.parsers.draft import Document

_HEADING = 250
"""A heading is shorter than this: some titles of annexes are long."""


class Blocks:
    """The state of the walk."""

    def __init__(self, draft: Draft, language: Language, *, recited: bool) -> None:
        self.draft = draft
        self.language = language
        self.zone: Zone = "preamble"
        self.reciting = recited
        self.nesting = Nesting(draft.remarks, language)
        self.untitled: AnnexNode | None = None
        self.closed = False
        self.closed_at: int | None = None
        """The count below when the last line of the closing was read; a closing behind an annex can have two lines."""
        self.shapes = Shapes([], language)
        self.bracketed = False
        """Whether operative paragraphs are numbered in brackets."""
        self.recitals_left = 0
        """How many paragraphs there are up to the last recital before the first operative paragraph."""

    def add(self, paragraph: Paragraph) -> None:
        """Puts one paragraph in its place."""
        text = paragraph.folded
        self.recitals_left -= 1
        if paragraph.role == "table_row":
            self._place(self._node("table_row", paragraph))
        elif paragraph.role != "heading" and (label := self._label(text)):
            self._labelled(paragraph, label)
        elif not (self._formula(paragraph) or self._annex(paragraph) or self._closing(paragraph)):
            self._unlabelled(paragraph)

    # --- paragraphs with a label

    def _label(self, text: str) -> Label | None:
        """The label; "ll. Requests" behind paragraph 10 is 11, whose digits a scan has read as letters."""
        misread = misread_number(text, self.language)
        number = read_digits(misread["number"]) if misread else None
        if misread and number == self.nesting.expected():
            return Label(str(number), "dot", {"number": number}, misread.end())
        label = read_label(text, self.language)
        if text[0] in "()":
            label = self._in_brackets(label, text)
            other = None if label and self.nesting.asks_for(label) else misread_label(text, self.language)
            label = other if other and self.nesting.asks_for(other) else label
        if label and label.style == "letter_dot" and not label.written.isascii() and not self.nesting.fits(label):
            return None
        return label

    def _in_brackets(self, label: Label | None, text: str) -> Label | None:
        """The label; «(1) Decides ...» where no operative paragraph stands yet, and what goes on so, numbers them."""
        number = label.places.get("number") if label and label.style == "round" else None
        if label is None or number is None or number != self.nesting.expected():
            return label
        first = self.zone == "preamble" and number == 1 and self._recital_ends()
        if not (first or self.bracketed) or not opens_operative(text[label.length :], self.language):
            return label
        self.bracketed = True
        return Label(label.written, "dot", {"number": number}, label.length)

    def _labelled(self, paragraph: Paragraph, label: Label) -> None:
        if self._is_section(paragraph, label):
            self._section(paragraph, label)
            return
        self.untitled = None
        if label.style == "dot" or self._decides(paragraph, label):
            self._end_preamble()
            self.reciting = False
        node = self._node("subparagraph", paragraph)
        paragraph.cut(label.length)
        node.label = None if label.style == "bullet" else label.written
        node.bullet = label.style == "bullet"
        if label.style == "dot":
            node.kind = "paragraph"
        self.nesting.place(node, label, self._siblings())

    def _decides(self, paragraph: Paragraph, label: Label) -> bool:
        """«(a) Resolves that ...»: a letter before the first operative paragraph, behind a clause without a list."""
        if self.zone != "preamble" or 1 not in label.places.values() or label.style == "bullet":
            return False
        return self._recital_ends() and opens_operative(paragraph.folded[label.length :], self.language)

    def _recital_ends(self) -> bool:
        """Whether the last clause of the preamble opens no list."""
        return not self.draft.preamble or self.draft.preamble[-1].paragraph.folded[-1:] in ",،"

    def _is_section(self, paragraph: Paragraph, label: Label) -> bool:
        """«(I) Reporting»: a heading whose number stands in brackets."""
        return label.written.isupper() and label.style == "round" and self._is_heading(paragraph.folded[label.length :])

    def _section(self, paragraph: Paragraph, label: Label) -> None:
        self._end_preamble()
        self.untitled = None
        node = self._node("heading", paragraph)
        node.label = label.written
        node.series, node.ordinal = heading_place(label.written, self.language)
        paragraph.cut(label.length)
        self._place(node)

    # --- formulas, annexes, closing

    def _formula(self, paragraph: Paragraph) -> bool:
        """A formula inside the body opens a draft or an instrument: clauses are recited again."""
        if not is_formula(paragraph.folded, self.language):
            return False
        self._end_preamble()
        self._place(self._node("heading", paragraph))
        self.reciting = True
        return True

    def _annex(self, paragraph: Paragraph) -> bool:
        match = self.language.headings.annex.match(paragraph.folded)
        if match is None or (match["sep"] is None and match.end() < len(paragraph.folded)):
            return False
        if match["sep"] is not None and ends_clause(paragraph.folded):
            return False
        annex = AnnexNode(paragraph.text[: match.end("label")], list(paragraph.pieces))
        if match["sep"] is not None:
            annex.title = paragraph.text[match.end() :]
        else:
            self.untitled = annex
        self.draft.annexes.append(annex)
        self.zone = "annex"
        self.reciting = False
        self.nesting.reset()
        return True

    def _closing(self, paragraph: Paragraph) -> bool:
        if self.zone == "annex" and self.closed and self.closed_at != self.recitals_left + 1:
            return False
        ended = self.closed or (bool(self.draft.operative) and self.zone != "annex")
        found = read_closing(paragraph, self.draft.head, self.language, after_closing=ended)
        self.closed = self.closed or found
        if found:
            self.closed_at = self.recitals_left
        return found

    # --- paragraphs without a label

    def _unlabelled(self, paragraph: Paragraph) -> None:
        kind = self._kind(paragraph)
        if kind == "heading" and self.untitled is not None and self.untitled.title is None:
            self.untitled.title = paragraph.text
            self.untitled.pieces += paragraph.pieces
            return
        self.untitled = None
        node = self._node(kind, paragraph)
        if kind == "heading":
            self._number_heading(node)
        self._place(node)

    def _kind(self, paragraph: Paragraph) -> BlockKind:
        """Clause, heading or paragraph; turns the zone where the operative part begins."""
        text = paragraph.folded
        given = paragraph.role == "heading" or id(paragraph) in self.shapes.headings
        if self.recitals_left > 0 and self.zone == "preamble":
            return "heading" if self._is_heading(text) and not self.recited(text) else "clause"
        listed = id(paragraph) in self.shapes.entries
        if listed and self.reciting and self.zone == "preamble":
            return "clause"
        if given or (not listed and self._is_heading(text) and not (self.reciting and self.recited(text))):
            if self.draft.preamble or not self.reciting or self.numbered(text):
                self._end_preamble()
            return "heading"
        if self.reciting and self._is_clause(text):
            return "clause"
        if not self.reciting and self.recited(text) and text[-1] in ",،":
            return "clause"
        self.reciting = False
        self._end_preamble()
        return "paragraph"

    def recited(self, text: str) -> bool:
        """Whether a clause is recited here: a participle, and an end as clauses have it or a verb that is known."""
        if self.language.clauses.preambular.match(text) is None:
            return False
        if ends_clause(text) or len(text) > _HEADING:
            return True
        verbs = find_verbs(text, "preamble", self.language.code)
        return bool(verbs) and verbs[0][1] != Action.OTHER

    def _is_clause(self, text: str) -> bool:
        if self.recited(text):
            return True
        return text[-1] in ",،" and not opens_operative(text, self.language)

    def numbered(self, text: str) -> bool:
        """Whether a heading begins here that carries a number, or names a section."""
        headings = self.language.headings
        return headings.numbered.match(text) is not None or headings.section.match(text) is not None

    def _is_heading(self, text: str) -> bool:
        """A heading is short, begins like a sentence and does not end like one."""
        if len(text) > _HEADING or text[0].islower():
            return False
        if self.numbered(text):
            return text[-1] not in ",،;؛" and (text[-1] not in ".:" or len(text) < _HEADING / 3)
        return not ends_clause(text)

    def _number_heading(self, node: Node) -> None:
        """Takes the number off a heading: "IV. Reporting". An ordinal in words stays in its text."""
        match = self.language.headings.numbered.match(node.paragraph.folded)
        if match is None:
            return
        node.label = match["label"]
        node.series, node.ordinal = heading_place(match["label"], self.language)
        if match["label"].isascii() and match.end() < len(node.paragraph.text):
            node.paragraph.cut(match.end())

    # --- common

    def _end_preamble(self) -> None:
        """The operative part begins: no subparagraph goes on in the preamble."""
        if self.zone == "preamble":
            self.zone = "operative"
            self.nesting.reset()

    def _node(self, kind: BlockKind, paragraph: Paragraph) -> Node:
        return Node(kind, self.zone, paragraph)

    def _siblings(self) -> list[Node]:
        if self.zone == "annex":
            return self.draft.annexes[-1].nodes
        return self.draft.preamble if self.zone == "preamble" else self.draft.operative

    def _place(self, node: Node) -> None:
        node.zone = self.zone
        self.nesting.plain(node, self._siblings())


_OF_HEADINGS: tuple[Series, ...] = ("capital_roman", "capital", "abjad")


def heading_place(label: str, language: Language) -> tuple[Series, int | None]:
    """The series and place of a heading's number: Roman before letter ("I" is one, not nine)."""
    places = language.labels.read(label)
    for series in _OF_HEADINGS:
        if series in places:
            return series, places[series]
    if part := language.labels.part_letter(label):
        return "capital", ord(part) - ord("A") + 1
    return "capital_roman", language.ordinals.read(label)


def build_blocks(document: Document) -> None:
    """Fills preamble, operative part, annexes and closing from the paragraphs behind the masthead."""
    blocks = Blocks(document.draft, document.language, recited=document.recited)
    blocks.shapes = Shapes(document.body, document.language)
    blocks.recitals_left = _recitals(document.body, blocks) if document.recited else 0
    for paragraph in document.body:
        blocks.add(paragraph)


def _recitals(paragraphs: list[Paragraph], blocks: Blocks) -> int:
    """How many paragraphs belong to the preamble: it lasts up to its last recital before anything operative."""
    language = blocks.language
    last = 0
    for n, paragraph in enumerate(paragraphs, 1):
        text = paragraph.folded
        if blocks.recited(text):
            last = n
            continue
        label = read_label(text, language)
        if label is not None and label.style == "dot":
            break
        if language.clauses.formula.match(text) or language.headings.annex.match(text):
            break
        if label is not None:
            continue
        if blocks.numbered(text) or language.closing.meeting.match(text) or _is_operative(text, language):
            break
    return last


def _is_operative(text: str, language: Language) -> bool:
    """Whether an operative paragraph stands here without a number: "Recommends to the General Assembly ...:"."""
    return text[-1] not in ",،" and ends_clause(text) and opens_operative(text, language)
