"""The resolution: the root of the tree that users hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any, Literal

from pydantic import Field

from unres.delegates import Delegate
from unres.models.base import Diagnostic, LanguageOfText, Model, Shown
from unres.models.block import Annex, Block, Footnote, Origin, remember_origin
from unres.models.derived import Chunk, Related
from unres.models.masthead import AgendaItem, Basis, Furniture, MastheadLine, ResolutionNumber, Vote
from unres.models.reference import References
from unres.models.vocabulary import LanguageCode, Organ, ResolutionKind, Status

_chunks: Delegate[[Resolution, int, Callable[[str], int] | None, LanguageCode | None], list[Chunk]] = Delegate("chunks")
_related: Delegate[[Resolution], list[Related]] = Delegate("related")


class Resolution(Model, Shown):
    """A resolution, decision or presidential statement of a United Nations organ, adopted or in draft."""

    schema_version: Literal["1.0"] = "1.0"
    """The version of this schema."""
    kind: ResolutionKind = "resolution"
    """Resolution, decision, presidential statement or amendment; "other" for a report, a record, a letter or a note, of
    which a diagnostic says what it looks like."""
    status: Status | None = None
    """"draft" for what is submitted and not yet adopted, "adopted" for what is; None where nothing says."""
    sponsors: list[str] = Field(default_factory=list)
    """Who submits a draft, as written, without marks: the States, or the chair ("Chair of the Committee")."""
    language: LanguageOfText
    """The language of the text: "ar" or "en"."""
    organ: Organ | None = None
    """The organ that adopted it; None when nothing in the text says."""
    symbol: str | None = None
    """The canonical symbol: "A/RES/67/190", "S/RES/1325 (2000)"."""
    number: ResolutionNumber | None = None
    """The number, taken apart."""
    session: int | None = None
    """The session of the organ, for organs that number by session."""
    year: int | None = None
    """The year, for organs that number by year."""
    title: str | None = None
    """The title; Security Council resolutions have none."""
    issued_on: date | None = None
    """The date of issue that the masthead gives."""
    adopted_on: date | None = None
    """The date of adoption."""
    meeting_number: int | None = None
    """The number of the meeting that adopted it."""
    agenda_items: list[AgendaItem] = Field(default_factory=list)
    """The agenda items."""
    basis: Basis | None = None
    """On what the organ acted."""
    vote: Vote | None = None
    """The recorded vote, where the document carries it."""
    distribution: str | None = None
    """"General", "Limited"."""
    original_language: str | None = None
    """"English", where the masthead says so."""
    job_number: str | None = None
    """"12-49072", "N2171234"."""
    enacting_formula: str | None = None
    """"The General Assembly", "إن الجمعية العامة"."""
    preamble: list[Block] = Field(default_factory=list)
    """The preambular clauses."""
    operative: list[Block] = Field(default_factory=list)
    """The operative part: paragraphs and headings."""
    annexes: list[Annex] = Field(default_factory=list)
    """The annexes."""
    footnotes: list[Footnote] = Field(default_factory=list)
    """The footnotes, in order."""
    masthead: list[MastheadLine] = Field(default_factory=list)
    """The lines of masthead and closing, and the fields read from each."""
    furniture: list[Furniture] = Field(default_factory=list)
    """Running heads, page numbers and the like."""
    diagnostics: list[Diagnostic] = Field(default_factory=list)
    """What the parser has to say."""
    source_text: str = ""
    """The whole text in logical order, before anything was set aside; all spans index into it."""

    def model_post_init(self, context: object, /) -> None:  # noqa: ARG002  given by Pydantic
        """Tells every block what it belongs to, for its citation."""
        number = self.number
        origin = Origin(
            self.symbol,
            number.in_order if number else None,
            self.source_text,
            self.kind,
            len(self.annexes),
        )
        for block in self.walk():
            remember_origin(block, origin)

    def block(self, block_id: str) -> Block:
        """The block of an id, such as "op4.a".

        Raises:
            KeyError: there is none; the message names ids that are spelt like it.
        """
        found = next((block for block in self.walk() if block.id == block_id), None)
        if found is None:
            near = get_close_matches(block_id, [block.id for block in self.walk()], n=3, cutoff=0.5)
            raise KeyError(f"no block {block_id!r}" + (f"; there is {', '.join(near)}" if near else ""))
        return found

    def chunks(
        self,
        *,
        max_tokens: int = 400,
        tokenizer: Callable[[str], int] | None = None,
        language: LanguageCode | None = None,
    ) -> list[Chunk]:
        """Pieces for retrieval and for the context of language models: see :mod:`unres.exports.chunks`.

        Args:
            max_tokens: the most that the text of a piece may count. A clause is cut only where it is longer by itself,
                and then at the end of a sentence.
            tokenizer: counts the tokens of a text; None to count words and signs.
            language: of the citations; None for that of the text.

        Raises:
            ValueError: `max_tokens` is less than 1.
        """
        return _chunks(self, max_tokens, tokenizer, language)

    def related(self) -> list[Related]:
        """What belongs to it: the record of its meeting, drafts, reports, and earlier ones of its series.

        See :func:`unres.references.related.related`.
        """
        return _related(self)

    def walk(self) -> Iterator[Block]:
        """Every block of preamble, operative part and annexes in reading order, children after their parent."""
        for blocks in (self.preamble, self.operative, *(annex.blocks for annex in self.annexes)):
            stack = blocks[::-1]
            while stack:
                block = stack.pop()
                yield block
                stack += reversed(block.children)

    @property
    def references(self) -> References:
        """Every reference of every block and footnote, in reading order."""
        found = References(reference for block in self.walk() for reference in block.references)
        found.extend(reference for note in self.footnotes for reference in note.references)
        return found

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        """What ``repr`` shows: one line, for the whole of a resolution would fill screens."""
        yield from ((name, getattr(self, name)) for name in ("symbol", "language", "title"))
        yield "blocks", sum(1 for _ in self.walk())
        yield from ((name, len(getattr(self, name))) for name in ("references", "footnotes", "diagnostics"))

    def to_records(self) -> list[dict[str, Any]]:
        """One flat dict for each block, in the order of :meth:`walk`, for data frames and tables.

        The keys are the same for every block of every resolution, in this order: ``symbol`` and ``language`` of the
        resolution; ``id`` and ``parent`` (the id of the block above, None at the top); ``zone``, ``kind``, ``label``,
        ``ordinal``; ``depth`` (0 at the top); ``text``; ``action`` and ``verb`` (of the first verb, None without
        one); ``footnotes`` (labels of the marks, in order); ``references`` (canonical symbols of what it cites, in
        order, those without one left out); ``page`` on which it begins (None where the source has no pages).
        Values are strings, integers, None and lists of strings. Footnotes are no blocks:
        ``unres.tables`` gives them, and every reference, rows of their own.
        """
        records: list[dict[str, Any]] = []
        for blocks in (self.preamble, self.operative, *(annex.blocks for annex in self.annexes)):
            for block in blocks:
                self._add_record(records, block, None, 0)
        return records

    def _add_record(self, records: list[dict[str, Any]], block: Block, parent: str | None, depth: int) -> None:
        verb = block.verbs[0] if block.verbs else None
        records.append(
            {
                "symbol": self.symbol,
                "language": self.language,
                "id": block.id,
                "parent": parent,
                "zone": block.zone,
                "kind": block.kind,
                "label": block.label,
                "ordinal": block.ordinal,
                "depth": depth,
                "text": block.text,
                "action": verb.action.value if verb else None,
                "verb": verb.text if verb else None,
                "footnotes": [mark.label for mark in block.footnote_marks],
                "references": [reference.symbol for reference in block.references if reference.symbol],
                "page": block.spans[0].page if block.spans else None,
            }
        )
        for child in block.children:
            self._add_record(records, child, block.id, depth + 1)
