"""The whole parse: one stage after the other, each adding to the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.parsers.assemble import assemble, cite
from unres.parsers.blocks import build_blocks
from unres.parsers.checks import check
from unres.parsers.draft import Document
from unres.parsers.identity import settle
from unres.parsers.ids import give_ids
from unres.parsers.masthead import read_head
from unres.parsers.masthead.adoption import read_report
from unres.parsers.masthead.other import recognize_other
from unres.parsers.running import part_running
from unres.parsers.source import choose_language, lay, repair, split
from unres.parsers.verbs import read_verbs
from unres.readers.limits import collection_paused

if TYPE_CHECKING:
    from unres.models import Resolution
    from unres.models.vocabulary import LanguageCode
    from unres.readers.source import Source

STAGES = (
    repair,  # characters made plain
    choose_language,
    split,  # lines
    lay,  # paragraphs, footnotes, furniture
    read_head,  # masthead, enacting formula
    recognize_other,  # reports, records and letters
    read_report,  # decisions that report what an organ did
    part_running,  # clauses that stand in one line
    build_blocks,  # preamble, operative part, annexes, closing
    settle,  # which resolution it is
    give_ids,
    check,
    read_verbs,
    cite,  # references
)


def parse_source(source: Source, language: LanguageCode | None = None) -> Resolution:
    """What a reader gave, as a resolution."""
    with collection_paused():
        return _parsed(Document(source, language))


def _parsed(document: Document) -> Resolution:
    """The stages in their order. What they worked on is freed on return, before garbage is looked for again."""
    for stage in STAGES:
        stage(document)
    return assemble(document)
