"""The border: the plain tree becomes one nested dict, which Pydantic validates in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unres.diagnostics import CODES
from unres.models.action import Action
from unres.models.resolution import Resolution
from unres.models.vocabulary import Organ
from unres.parsers.verbs import find_verbs
from unres.references.find import Context, Passage, find_in_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.languages import Language
    from unres.layout.lines import Piece
    from unres.parsers.document import Document
    from unres.parsers.draft import Node
    from unres.parsers.phrases import Found
    from unres.readers.source import Remark as ReaderRemark

_OWN_FIELDS = """
kind status sponsors organ symbol number session year title issued_on adopted_on meeting_number agenda_items basis vote
distribution original_language job_number
""".split()


class _Assembly:
    """Turns the parts of one document into dicts, and keeps account of the text that they cover."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.covered: list[tuple[int, int]] = []
        self.whole = document.repaired.span

    def spans(self, pieces: list[Piece]) -> list[dict[str, Any]]:
        """Pieces of the repaired text as spans of the source."""
        found: list[dict[str, Any]] = []
        for start, end, page, box in pieces:
            first, last = self.whole(start, end)
            self.covered.append((first, last))
            span: dict[str, Any] = {"start": first, "end": last}
            if page is not None:
                span["page"] = page
                if box is not None:
                    span["box"] = box
            found.append(span)
        return found

    def block(self, node: Node) -> dict[str, Any]:
        """A block with everything under it. Nesting is bounded by the number of series, so recursion is too."""
        paragraph = node.paragraph
        text = paragraph.text.rstrip()
        block: dict[str, Any] = {
            "id": node.id,
            "zone": node.zone,
            "kind": node.kind,
            "text": text,
            "spans": self.spans(paragraph.pieces),
        }
        if node.label is not None:
            block["label"] = self.as_written(node)
            block["ordinal"] = node.ordinal
        if paragraph.marks:
            length = len(text)
            block["footnote_marks"] = [{"label": label, "offset": min(at, length)} for at, label in paragraph.marks]
        if node.kind not in ("heading", "table_row") and (verbs := self.verbs(node, text)):
            block["verbs"] = [{"text": verb, "action": action, "offset": offset} for verb, action, offset in verbs]
            if verbs[0][1] is Action.OTHER:
                start, end = paragraph.pieces[0][:2]
                self.document.remark("verb.unknown", f"“{verbs[0][0]}” is no verb of the vocabulary.", start, end)
        if node.children:
            block["children"] = [self.block(child) for child in node.children]
        return block

    def verbs(self, node: Node, text: str) -> list[tuple[str, Any, int]]:
        """The verbs of a block; a subparagraph that is a rule can open with a verb that is not the organ's."""
        language, formula = self.document.language, self.document.formula
        item = node.kind == "subparagraph"
        found = find_verbs(text, node.zone, language.code, item=item, reported=self.document.reported)
        if self.document.draft.head.fields.get("organ") is Organ.SECURITY_COUNCIL:
            found = [_in_security_council(verb, language) for verb in found]
        if found and item and node.zone == "operative" and formula is not None:
            return found if language.verbs.agrees(found[0][0], formula.folded) else []
        return found

    def as_written(self, node: Node) -> str:
        """The label with the tatweel that the repair took out: «هـ» is a letter written so, not a stretched one."""
        label = node.label or ""
        start = self.whole(*node.paragraph.pieces[0][:2])[0]
        stretched = f"{label}\u0640"
        if label.isdecimal():
            return label
        return stretched if stretched in self.document.repaired.source[start : start + 12] else label

    def diagnostics(self) -> list[dict[str, Any]]:
        """The remarks of all stages, with what found no place."""
        found: list[dict[str, Any]] = []
        for remark in (*self.document.remarks, *self.document.draft.remarks):
            diagnostic: dict[str, Any] = {
                "code": remark.code,
                "severity": CODES[remark.code].severity,
                "message": remark.message,
            }
            if remark.start is not None and remark.end is not None:
                start, end = self.whole(remark.start, remark.end)
                diagnostic["span"] = {"start": start, "end": end}
            found.append(diagnostic)
        return found + [_of_reader(remark) for remark in self.document.source.remarks] + list(self._unplaced())

    def _unplaced(self) -> Iterator[dict[str, Any]]:
        """Characters that lie in no span: nothing vanishes without a word."""
        source = self.document.repaired.source
        at = 0
        for start, end in sorted([*self.covered, (len(source), len(source))]):
            if start > at and (gap := source[at:start].strip()):
                first = source.index(gap[0], at)
                code = "text.unplaced" if any(char.isprintable() for char in gap) else "text.invisible"
                yield {
                    "code": code,
                    "severity": CODES[code].severity,
                    "message": f"{len(gap)} characters lie in no part of the resolution.",
                    "span": {"start": first, "end": first + len(gap)},
                }
            at = max(at, end)


def _in_security_council(verb: Found, language: Language) -> Found:
    """A verb that does something else in the Council than elsewhere: يدعو is "calls upon" there, and "invites" here."""
    text, action, offset = verb
    meant = language.verbs.in_security_council.get(language.verbs.key(text.split(" ", 1)[0]))
    return (text, meant, offset) if meant and action is Action.INVITE else verb


def _of_reader(remark: ReaderRemark) -> dict[str, Any]:
    """What a reader has to say; its places are already those of the source."""
    diagnostic: dict[str, Any] = {"code": remark.code, "severity": remark.severity, "message": remark.message}
    if remark.start is not None and remark.end is not None:
        diagnostic["span"] = {"start": remark.start, "end": remark.end}
    return diagnostic


def assemble(document: Document) -> Resolution:
    """The finished resolution."""
    make = _Assembly(document)
    draft = document.draft
    head = draft.head.fields
    fields: dict[str, Any] = {name: head[name] for name in _OWN_FIELDS if head.get(name) is not None}
    if vote := fields.get("vote"):
        fields["vote"] = {name: value for name, value in vote.items() if name != "_side"}
    fields["language"] = document.language.code
    fields["source_text"] = document.repaired.source
    lines = list(draft.head.lines)
    if document.formula is not None:
        fields["enacting_formula"] = document.formula.text.strip(" ,،:")
        lines.append((["enacting_formula"], document.formula))
    fields["preamble"] = [make.block(node) for node in draft.preamble]
    fields["operative"] = [make.block(node) for node in draft.operative]
    fields["annexes"] = [
        {
            "label": annex.label,
            "title": annex.title,
            "spans": make.spans(annex.pieces),
            "blocks": [make.block(node) for node in annex.nodes],
        }
        for annex in draft.annexes
    ]
    fields["footnotes"] = _footnotes(document, make)
    fields["masthead"] = [
        {"fields": names, "text": paragraph.text, "spans": make.spans(paragraph.pieces)} for names, paragraph in lines
    ]
    fields["furniture"] = [
        {"kind": kind, "text": line.text, "spans": make.spans([(line.start, line.end, line.page, line.box)])}
        for kind, line in document.layout.furniture
    ]
    _cite(fields, document, _pieces(document))
    fields["diagnostics"] = make.diagnostics()
    return Resolution.model_validate(fields)


def _footnotes(document: Document, make: _Assembly) -> list[dict[str, Any]]:
    """The footnotes, with the blocks that their marks stand in."""
    marked: dict[str, list[str]] = {}
    for node in walk(document):
        for _, label in node.paragraph.marks:
            blocks = marked.setdefault(label, [])
            if node.id not in blocks:
                blocks.append(node.id)
    return [
        {
            "label": note.label,
            "text": note.paragraph.text.rstrip(),
            "block_ids": marked.get(note.label, []),
            "spans": make.spans(note.paragraph.pieces),
        }
        for note in document.layout.notes
    ]


def walk(document: Document) -> Iterator[Node]:
    """Every node in reading order."""
    draft = document.draft
    for nodes in (draft.preamble, draft.operative, *(annex.nodes for annex in draft.annexes)):
        stack = list(reversed(nodes))
        while stack:
            node = stack.pop()
            yield node
            stack += reversed(node.children)


def _pieces(document: Document) -> dict[str, list[Piece]]:
    """Where each passage stands."""
    pieces = {node.id: node.paragraph.pieces for node in walk(document)}
    return pieces | {f"fn:{note.label}": note.paragraph.pieces for note in document.layout.notes}


def _blocks(fields: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every block dict in reading order."""
    tops = (fields["preamble"], fields["operative"], *(annex["blocks"] for annex in fields["annexes"]))
    for blocks in tops:
        stack = list(reversed(blocks))
        while stack:
            block = stack.pop()
            yield block
            stack += reversed(block.get("children", ()))


def _cite(fields: dict[str, Any], document: Document, spans_of: dict[str, list[Piece]]) -> None:
    """Puts the references into their blocks and footnotes, and what could not be resolved into the remarks."""
    owners = [*_blocks(fields), *sorted(fields["footnotes"], key=_by_label)]
    passages = [
        Passage(owner["text"], owner["id"], "heading" if owner["kind"] == "heading" else "block")
        if "id" in owner
        else Passage(owner["text"], f"fn:{owner['label']}", "footnote")
        for owner in owners
    ]
    findings = find_in_document(passages, _context(fields))
    for owner, references in zip(owners, findings.references, strict=True):
        if references:
            owner["references"] = references
    for code, _, message, index, _, _ in findings.remarks:
        pieces = spans_of[passages[index].id or ""]
        document.remark(code, message, pieces[0][0], pieces[-1][1])


def _by_label(note: dict[str, Any]) -> tuple[int, int]:
    """Footnotes by their numbers; those with asterisks first, as they stand under the title."""
    label = note["label"]
    return (1, int(label)) if label.isdigit() else (0, len(label))


def _context(fields: dict[str, Any]) -> Context:
    number = fields.get("number")
    return Context(
        language=fields["language"],
        organ=fields.get("organ"),
        symbol=fields.get("symbol"),
        session=fields.get("session"),
        year=fields.get("year"),
        adopted_on=fields.get("adopted_on"),
        issued_on=fields.get("issued_on"),
        own_number_as_written=number["as_written"] if number else None,
    )
