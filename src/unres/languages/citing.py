"""What a language brings to the finding of references: words before numbers, sources, places inside a text.

Fragments are pieces of patterns, without named groups; those of all languages are joined, since one text may cite in
two languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from unres.un.organs import SessionKind

NUMBERS = "<NUMBERS>"
"""Stands in a pattern of places for a list of numbers: "5, 27 and 28", "4 (a)"."""
ITEMS = "<ITEMS>"
"""The same without the word for it repeated inside: "articles 24 and 25" ends before ", paragraph 2"."""
NEVER = r"(?!)"
"""A fragment that matches nothing."""
_ALEF = re.compile("[اأإآ]")


def plain(name: str) -> str:
    """The form under which a name is looked up: one space between words, alef without its sign."""
    return _ALEF.sub("ا", " ".join(name.split()))


def any_of(names: Iterable[str]) -> str:
    """A fragment for names: the longest first, any white space between words, any form of alef."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(_ALEF.sub("[اأإآ]", r"\s{1,3}".join(map(re.escape, name.split()))) for name in ordered)


def one_of(fragments: Iterable[str]) -> str:
    """The fragments as alternatives; NEVER where there is none."""
    return "|".join(fragment for fragment in fragments if fragment != NEVER) or NEVER


class Rule(NamedTuple):
    """A pattern that begins with a fixed word, which is looked for first."""

    word: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Joins:
    """Words between the members of a list; fragments."""

    and_: str
    or_: str = NEVER
    to: str = NEVER
    through: str = NEVER
    """Another word for "to" in a range of resolutions."""

    @staticmethod
    def of_all(citations: Iterable[Citations]) -> Joins:
        """The words of several languages."""
        joins = [each.joins for each in citations]
        return Joins(
            and_=one_of(each.and_ for each in joins),
            or_=one_of(each.or_ for each in joins),
            to=one_of(each.to for each in joins),
            through=one_of(each.through for each in joins),
        )


@dataclass(frozen=True, slots=True)
class Keywords:
    """The words "resolution" and "decision", and how the organ stands with them."""

    rules: tuple[Rule, ...]
    """The words. Groups, all optional: `word` where the pattern begins before it, `plural`, `decision`; where the organ
    stands behind the word, `own`, `organ` and `short`."""
    organ_before: bool = False
    """Whether the organ or "its" stands before the word."""
    in_one: Mapping[str, str] = field(default_factory=dict)
    """Words that are organ and "resolution" in one, before a number: "UNSCR" → the organ."""
    own: frozenset[str] = frozenset()
    """Words that make it the speaker's, where they stand before it: "its"."""
    skipped: frozenset[str] = frozenset()
    """Adjectives between the organ and the word: "its previous resolutions"."""
    present_before: str = NEVER
    """What stands before the word where it is the text itself: "the present". Group: `this`."""
    present_behind: str = NEVER
    """What stands behind it."""
    article: str = NEVER
    """The article, where it is written onto the word: ال; a fragment."""
    definite: str = NEVER
    """Matches where the word begins where it is one that everybody knows: "Resolution 2334", "القرار 2254"."""
    other_body: str = NEVER
    """A body before the word that is not among the organs known."""
    organ_behind: str = NEVER
    """The organ behind a number: "of the General Assembly". Groups: `organ`, `short` for a short name, `unknown` for a
    name not known, `verb` for "adopted by", `joined` for one of `organs_behind`; all but the first optional."""
    organs_behind: Mapping[str, str] = field(default_factory=dict)
    """The names of organs written as one word with "of", as they stand behind a number."""
    organ_stems: tuple[str, ...] = ()
    """What names of organs have in common: where none is found, no name needs to be looked for."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How the numbers of resolutions are written."""

    number: str = NEVER
    """The word before a number: "No.", "رقم"; a fragment."""
    before_number: str = NEVER
    """What else may stand between "resolution" and its number: "section II of"; a fragment."""
    year: str = NEVER
    """The word before a year in brackets: "1325 (of 2000)"; a fragment."""
    of_year: str = NEVER
    """The words before a year without brackets: "242 لسنة 1967"; a fragment."""
    session: str = NEVER
    """A session in brackets behind a number: "(third session)", "(د-25)". Groups: `digits`, `roman`, `words`,
    `kind`; each optional."""
    session_prefix: str = NEVER
    """A kind of session before a pair, with its dash: "دإ-8/1". Group: `kind`."""
    session_kinds: Mapping[str, SessionKind] = field(default_factory=dict)
    """What `kind` stands for, white space left out."""
    turned: bool = False
    """Whether the two numbers of a pair stand in either order."""
    counted: str = NEVER
    """Behind a number: a word for what is counted, "200 lamps"; a fragment."""
    lookalikes: str = NEVER
    """Words before a number that make it something else; a fragment."""
    behind_part: str = NEVER
    """Words that may follow the letter of a part: "217 (III) A of"; a fragment."""
    title: str = NEVER
    """A title behind the number. Group: `title`."""
    date_of_list: str = NEVER
    """What stands before a date that is that of a whole list."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Treaties, Official Records, publications, and "Ibid."."""

    ibid: tuple[Rule, ...] = ()
    document: str = NEVER
    """"document" before a symbol; a fragment."""
    states_record: str = NEVER
    """What a citation of a volume of records states: "session", "supplement"; a fragment."""
    volume: str = NEVER
    """"vol."; a fragment."""
    number: str = NEVER
    """"No." of a treaty; a fragment."""
    treaty_series: tuple[Rule, ...] = ()
    united_nations: str = NEVER
    league_of_nations: str = NEVER
    """Whose treaty series it is; fragments."""
    sales: tuple[Rule, ...] = ()
    """What stands before a sales number."""
    before_sales: str = NEVER
    """What stands before that and belongs to it; a fragment."""
    supplement: str = NEVER
    """"Supplement No."; a fragment."""
    meeting: str = NEVER
    """Behind "Ibid.": a meeting of the organ whose records were cited: "Fortieth Year, 2609th meeting"; a fragment."""
    records: tuple[Rule, ...] = ()
    """How a volume of Official Records is cited. Group: `organ`."""
    records_of: Mapping[str, str] = field(default_factory=dict)
    """The names of organs in that place, where they are not the usual ones."""
    inside_report: str = NEVER
    """What may stand between the symbol of a report and a resolution in it: "chap. II"; a fragment."""


@dataclass(frozen=True, slots=True)
class Places:
    """Places inside what is cited, of other instruments, and of the text itself."""

    paragraph: str = NEVER
    """"paragraph" repeated inside a list of paragraphs; a fragment."""
    behind: str = NEVER
    """One place behind a reference: ", annex II". Groups: `annex`, `annex_number`, `section`, `chapter`,
    `paragraphs`, `article`; each optional."""
    before: str = NEVER
    """Places before a reference, up to it: "paragraph 7 of". Groups: the same."""
    leads: tuple[str, ...] = ()
    """How a stretch ends that leads to a reference: asked before `before` is tried."""
    articles: tuple[Rule, ...] = ()
    """Groups: `articles`; `letter`, `paragraphs`, `chapter` and `instrument`, each optional."""
    inserted: str = NEVER
    """What an article or paragraph is called that was put in later: "499 bis"; a fragment."""
    chapters: tuple[Rule, ...] = ()
    """Chapters of the Charter. Group: `chapters`."""
    chapter_names: Mapping[str, str] = field(default_factory=dict)
    """The names of chapters → Roman numerals."""
    charter: str = NEVER
    """An instrument that is the Charter of the United Nations, from its first word."""
    capital_is_charter: bool = False
    """Whether a capital "Article" inside a sentence is the Charter's by itself."""
    another: str = NEVER
    """A further instrument of the same articles: "and of the Covenant". Group: `instrument`."""
    instrument_ends: str | None = None
    """What ends the name of an instrument that runs on; None where names end by themselves."""
    inside: tuple[Rule, ...] = ()
    """Paragraphs of the text itself. Groups: `numbers`; `where`, empty where nothing says which text is meant."""
    attached: str = NEVER
    """What is written onto a word before it and does not belong to it: و of والفقرة."""


@dataclass(frozen=True, slots=True)
class Citations:
    """How texts cite; organs go by the values of :class:`unres.models.Organ`."""

    organs: Mapping[str, str]
    """Names of organs, as they stand beside the word for a resolution."""
    short_organs: Mapping[str, tuple[str, ...]]
    """Short names, and the organs they may mean: which one, the text around says."""
    joins: Joins
    keywords: Keywords
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Abbreviations of organs, as they stand before "resolution" and "Res."."""
    letters: Mapping[str, str] = field(default_factory=dict)
    """Names of letters by which the parts of a resolution are called → Latin letters: "36/87 ألف وباء"."""
    numbers: Numbers = field(default_factory=Numbers)
    sources: Sources = field(default_factory=Sources)
    places: Places = field(default_factory=Places)
