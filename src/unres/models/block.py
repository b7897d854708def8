"""Blocks: the clauses, paragraphs, subparagraphs, headings and table rows of which a resolution is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import Field

from unres.delegates import Delegate
from unres.models.action import Action
from unres.models.base import Model, Shown, Span
from unres.models.reference import Reference
from unres.models.vocabulary import ARABIC, ENGLISH, BlockKind, Language, Zone


@dataclass(frozen=True, slots=True)
class Origin:
    """What a block needs to know of its resolution to be cited by itself."""

    symbol: str | None
    """The resolution's symbol."""
    number: str | None
    """Its number in the order of the symbol, as its language writes it: "67/190"."""
    text: str
    """Its source text."""
    kind: str
    """Resolution, decision, …"""
    annexes: int
    """How many annexes it has."""

    @property
    def eastern(self) -> bool:
        """Whether its text counts with Arabic-Indic digits."""
        return _in_own_digits(self.text)


_ASCII_DIGIT, _OTHER_DIGIT = re.compile("[0-9]"), re.compile(r"[^\D0-9]")


@lru_cache(maxsize=64)
def _in_own_digits(text: str) -> bool:
    """Whether a text counts with the digits of its script, as Arabic ones may; some have a few of the others."""
    return len(_OTHER_DIGIT.findall(text)) > len(_ASCII_DIGIT.findall(text))


_ORIGIN = " origin"
"""Where a block remembers its resolution: a name that no field can have."""
_NOWHERE = Origin(None, None, text="", kind="resolution", annexes=1)
"""Of a block that was made by itself."""


_cite: Delegate[[str, Origin, Language], str] = Delegate("cite")


class Verb(Model):
    """The phrase that opens a clause: "Recalling also", "تحث أيضا"."""

    text: str
    """As written."""
    action: Action
    """What it does, in the vocabulary shared by all languages."""
    offset: int = Field(ge=0)
    """First character in the block's text."""


class FootnoteMark(Model):
    """A mark that pointed from this text to a footnote."""

    label: str
    """In Western digits, or "*"."""
    offset: int = Field(ge=0)
    """Where in the block's text it stood: between the characters ``offset - 1`` and ``offset``."""


class Block(Model, Shown):
    """One clause, paragraph, subparagraph, heading or table row."""

    id: str
    """Stable and the same in every language: ``pp3``, ``op4``, ``op4.a.2``, ``annex1.7``."""
    zone: Zone
    """Preamble, operative part or annex."""
    kind: BlockKind
    """What it is."""
    label: str | None = None
    """Without brackets and stops, digits made Western: "أ", "هـ", "12", "iii"; None for an unnumbered one."""
    ordinal: int | None = None
    """The label's place in its series, from 1; None for an unnumbered one."""
    text: str
    """Its own text: logical order, whole again over lines and pages, without label and footnote marks."""
    verbs: list[Verb] = Field(default_factory=list)
    """The phrases that open it and its further verbs."""
    footnote_marks: list[FootnoteMark] = Field(default_factory=list)
    """The marks that stood in it."""
    references: list[Reference] = Field(default_factory=list)
    """What it cites."""
    children: list[Block] = Field(default_factory=list)
    """Its subparagraphs and rows, in order."""
    spans: list[Span] = Field(default_factory=list)
    """Where it stands in the source, label and marks included; more than one where a page break cut it."""

    def citation(self, language: Language = ENGLISH) -> str:
        """How people cite it: "A/RES/67/190, para. 4 (a)", "الفقرة 4 (أ) من القرار 67/190".

        Args:
            language: of the citation, "ar" or "en"; not necessarily that of the block.

        Raises:
            ValueError: there is no such language.
        """
        if language not in {ARABIC, ENGLISH}:
            raise ValueError(f"no language {language!r}; there are 'ar' and 'en'")
        return _cite(self.id, self.__dict__.get(_ORIGIN, _NOWHERE), language)

    def walk(self) -> Iterator[Block]:
        """This block and everything under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def remember_origin(block: Block, origin: Origin) -> None:
    """Tells a block its resolution, kept beside the fields as ``functools.cached_property`` does: not in the value."""
    block.__dict__[_ORIGIN] = origin


class Annex(Model, Shown):
    """An annex, with what it contains."""

    label: str | None = None
    """As written: "Annex I", "المرفق الأول"."""
    title: str | None = None
    """Its own title."""
    blocks: list[Block] = Field(default_factory=list)
    """Its blocks."""
    spans: list[Span] = Field(default_factory=list)
    """Where label and title stand in the source."""


class Footnote(Model, Shown):
    """A footnote, lifted out of the text."""

    label: str
    """In Western digits, or "*"."""
    text: str
    """Its text without the label."""
    references: list[Reference] = Field(default_factory=list)
    """What it cites."""
    block_ids: list[str] = Field(default_factory=list)
    """Ids of the blocks in which its mark stands; empty when no mark points at it."""
    spans: list[Span] = Field(default_factory=list)
    """Where it stands in the source."""
