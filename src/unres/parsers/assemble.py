"""The border: the finished draft becomes nested values, of which Pydantic makes the models in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.diagnostics import CODES
from unres.models.resolution import Resolution
from unres.parsers.draft import AgendaItem, Basis, Head, Number, Vote
from unres.references.border import find_in_document
from unres.references.passages import Context, Passage
from unres.scripts import KASHIDA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.layout.lines import Piece
    from unres.models.vocabulary import Severity
    from unres.parsers.draft import AnnexNode, Document, Node, NoteNode
    from unres.references.border import Values


def cite(document: Document) -> None:
    """Gives blocks and footnotes their references, and notes what could not be resolved."""
    draft, head = document.draft, document.draft.head
    nodes, notes = list(draft.walk()), sorted(draft.notes, key=_by_label)
    owners: list[Node | NoteNode] = [*nodes, *notes]
    passages = [
        *(Passage(node.text, node.id, "heading" if node.kind == "heading" else "block") for node in nodes),
        *(Passage(note.text, f"fn:{note.label}", "footnote") for note in notes),
    ]
    context = Context(
        language=document.language.code,
        organ=head.organ,
        symbol=head.symbol,
        session=head.session,
        year=head.year,
        adopted_on=head.adopted_on,
        issued_on=head.issued_on,
        own_number_as_written=head.number.as_written if head.number else None,
    )
    findings = find_in_document(passages, context)
    for owner, references in zip(owners, findings.references, strict=True):
        owner.references = references
    for code, _, message, index, _, _ in findings.remarks:
        pieces = owners[index].paragraph.pieces
        document.remark(code, message, pieces[0][0], pieces[-1][1])


def _by_label(note: NoteNode) -> tuple[int, int]:
    """Footnotes by their numbers; those with asterisks first, as they stand under the title."""
    return (1, int(note.label)) if note.label.isdigit() else (0, len(note.label))


class _Assembly:
    """Makes the values of one document, and keeps account of the text that they cover."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.covered: list[tuple[int, int]] = []
        self.whole = document.repaired.span

    def spans(self, pieces: list[Piece]) -> list[Values]:
        """Pieces of the repaired text as spans of the source."""
        found: list[Values] = []
        for start, end, page, box in pieces:
            first, last = self.whole(start, end)
            self.covered.append((first, last))
            found.append(_span((first, last)) if page is None else _span((first, last)) | {"page": page, "box": box})
        return found

    def block(self, node: Node) -> Values:
        """A block with everything under it. Nesting is bounded by the number of series, so recursion is too."""
        text = node.text
        block: Values = {
            "id": node.id,
            "zone": node.zone,
            "kind": node.kind,
            "text": text,
            "references": [each.values() for each in node.references],
            "spans": self.spans(node.paragraph.pieces),
        }
        if node.label is not None:
            block["label"], block["ordinal"] = self.as_written(node, node.label), node.ordinal
        if node.verbs:
            block["verbs"] = [{"text": verb, "action": action, "offset": offset} for verb, action, offset in node.verbs]
        if node.paragraph.marks:
            block["footnote_marks"] = [
                {"label": label, "offset": min(at, len(text))} for at, label in node.paragraph.marks
            ]
        if node.children:
            block["children"] = [self.block(child) for child in node.children]
        return block

    def as_written(self, node: Node, label: str) -> str:
        """The label with the tatweel that the repair took out: «هـ» is a letter written so, not a stretched one."""
        if label.isdecimal():
            return label
        start = self.whole(*node.paragraph.pieces[0][:2])[0]
        _, kashida, behind = self.document.repaired.source[start : start + 12].partition(label + KASHIDA)
        is_dash = behind.lstrip(" ")[:1].isalpha()  # «أـ إصلاح المصابيح»
        return label + KASHIDA if kashida and not is_dash else label

    def annex(self, annex: AnnexNode) -> Values:
        """An annex."""
        return {
            "label": annex.label,
            "title": annex.title,
            "spans": self.spans(annex.pieces),
            "blocks": [self.block(node) for node in annex.nodes],
        }

    def footnotes(self) -> list[Values]:
        """The footnotes, with the blocks that their marks stand in."""
        marked: dict[str, dict[str, None]] = {}
        for node in self.document.draft.walk():
            for _, label in node.paragraph.marks:
                marked.setdefault(label, {})[node.id] = None
        return [
            {
                "label": note.label,
                "text": note.text,
                "references": [each.values() for each in note.references],
                "block_ids": list(marked.get(note.label, ())),
                "spans": self.spans(note.paragraph.pieces),
            }
            for note in self.document.draft.notes
        ]

    def masthead(self) -> list[Values]:
        """The lines of masthead and closing, then the formula."""
        lines = list(self.document.draft.head.lines)
        if self.document.formula is not None:
            lines.append((["enacting_formula"], self.document.formula))
        return [
            {"fields": names, "text": paragraph.text, "spans": self.spans(paragraph.pieces)}
            for names, paragraph in lines
        ]

    def furniture(self) -> list[Values]:
        """What the layout set aside."""
        return [
            {"kind": kind, "text": line.text, "spans": self.spans([(line.start, line.end, line.page, line.box)])}
            for kind, line in self.document.layout.furniture
        ]

    def diagnostics(self) -> list[Values]:
        """The remarks of all stages, with what found no place."""
        found: list[Values] = []
        for remark in (*self.document.remarks, *self.document.draft.remarks):
            place = None if remark.start is None or remark.end is None else self.whole(remark.start, remark.end)
            found.append(_diagnostic(remark.code, CODES[remark.code].severity, remark.message, place))
        for told in self.document.source.remarks:  # of the reader, whose places are those of the source
            place = None if told.start is None or told.end is None else (told.start, told.end)
            found.append(_diagnostic(told.code, told.severity, told.message, place))
        return [*found, *self._unplaced()]

    def _unplaced(self) -> Iterator[Values]:
        """Characters that lie in no span: nothing vanishes without a word."""
        source = self.document.repaired.source
        at = 0
        for start, end in sorted([*self.covered, (len(source), len(source))]):
            if start > at and (gap := source[at:start].strip()):
                first = source.index(gap[0], at)
                code = "text.unplaced" if any(char.isprintable() for char in gap) else "text.invisible"
                message = f"{len(gap)} characters lie in no part of the resolution."
                yield _diagnostic(code, CODES[code].severity, message, (first, first + len(gap)))
            at = max(at, end)


def _span(place: tuple[int, int]) -> Values:
    return {"start": place[0], "end": place[1]}


def _diagnostic(code: str, severity: Severity, message: str, place: tuple[int, int] | None) -> Values:
    return {"code": code, "severity": severity, "message": message, "span": _span(place) if place else None}


def _values(found: object) -> object:
    """What the head holds, in plain values."""
    if isinstance(found, list):
        return [_values(each) for each in found]
    if isinstance(found, Vote):
        counts = {"in_favour": found.in_favour, "against": found.against, "abstaining": found.abstaining}
        return {**counts, **found.states}
    if isinstance(found, AgendaItem | Basis | Number):
        return {name: getattr(found, name) for name in found.__slots__}
    return found


_OF_HEAD = [name for name in Resolution.model_fields if hasattr(Head, name)]
"""The fields that masthead, first sentence and closing give: what `Head` has under the name of the model's field."""


def assemble(document: Document) -> Resolution:
    """The finished resolution."""
    make = _Assembly(document)
    draft, head = document.draft, document.draft.head
    values: Values = {name: _values(getattr(head, name)) for name in _OF_HEAD}
    values |= {
        "kind": head.kind or "resolution",
        "language": document.language.code,
        "enacting_formula": document.formula.text.strip(" ,،:") if document.formula else None,
        "preamble": [make.block(node) for node in draft.preamble],
        "operative": [make.block(node) for node in draft.operative],
        "annexes": [make.annex(annex) for annex in draft.annexes],
        "footnotes": make.footnotes(),
        "masthead": make.masthead(),
        "furniture": make.furniture(),
        "diagnostics": make.diagnostics(),
        "source_text": document.repaired.source,
    }
    return Resolution.model_validate(values)
