"""What a language is: words and patterns in sections, each loaded when it is first asked for.

Patterns are applied to text with Western digits, without kashida and with single spaces; in a masthead, lines are
joined by a line end. Arabic mastheads keep some English ("Distr.: General"), so their patterns know both.

A pattern has every group that its field names; one that a language has no use for never takes part: "(?P<year>(?!))".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar

from unres.languages.numbers import Numbers, numbers
from unres.printed import PageWords
from unres.un.organs import Organ

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from unres.languages.citing import Citations
    from unres.languages.numbers import Series
    from unres.languages.phrases import Verbs
    from unres.models.masthead import BasisKind

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Detection:
    """By which words a text of the language is recognised."""

    common: re.Pattern[str]
    """Words that no text of some length does without."""
    as_written: tuple[str, ...]
    """Most of them, as they mostly stand: counting them first decides nearly every text."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Names of the months, and dates in their own order of words."""

    names: Mapping[str, int]
    """Every spelling of a month's name → 1 to 12."""
    pattern: re.Pattern[str]
    """What may be a date: `parts` tells whether it is."""
    parts: Callable[[re.Match[str]], tuple[int, int, int, bool]]
    """Year, month, day of a match of `pattern`, and whether it names two different months. Month 0 is no month."""
    behind: re.Pattern[str]
    """The date that stands right behind what it dates, with the word that joins it: "of 20 December 2012"."""
    parts_behind: Callable[[re.Match[str]], tuple[int, int, int]]
    """Year, month, day of a match of `behind`. Month 0 is no month."""


@dataclass(frozen=True, slots=True)
class Ordinals:
    """Ordinal numbers in words: "sixty-seventh", "السابعة والستون"."""

    pattern: re.Pattern[str]
    """The longest ordinal phrase in running text."""
    read: Callable[[str], int | None]
    """The number that an ordinal phrase means, or None when it is none."""
    write: Callable[[int], str]
    """The ordinal of a number in words, 1 to 999; ValueError for others."""
    attached: str = ""
    """The word "and" where it is written together with the ordinal behind it."""


@dataclass(frozen=True, slots=True)
class Cardinals:
    """Numbers in words, generously read."""

    mentioned: Callable[[str], set[int]]
    """Every number that the words of a text may mean."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of paragraphs, and the letters of parts."""

    read: Callable[[str], dict[Series, int]]
    """Every series in which a label is legal, with its place in it."""
    write: Callable[[Series, int], str]
    """The label at a place of a series; ValueError where there is none."""
    part_letter: Callable[[str], str | None]
    """The Latin letter of a part's name ("ألف" → "A"), or None when it is none."""
    behind_comma: re.Pattern[str] | None = None
    """The verb that makes a number with a comma a label: "1, Decides". None where this is not written."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands before the enacting formula."""

    united_nations: re.Pattern[str]
    organs: tuple[tuple[re.Pattern[str], Organ], ...]
    """Names as mastheads write them, cut short or spelt in more than one way; :attr:`Language.organs` has all."""
    distribution: re.Pattern[str]
    """Groups: `distribution`, and in Arabic `arabic`."""
    original: re.Pattern[str]
    """Groups: `language`, and in Arabic `arabic`."""
    language_line: re.Pattern[str]
    """The name of the document's language on a line of its own."""
    session: re.Pattern[str]
    """Groups: `ordinal` and `kind`, or `year`."""
    agenda: re.Pattern[str]
    """«Agenda item 29 (a)», «Item 35 of the provisional agenda». Group: `numbers`."""
    agenda_number: re.Pattern[str]
    """One number of it. Groups: `number`, `letter`, and `range` for the word "to" behind it."""
    adoption: re.Pattern[str]
    """The remark that says who adopted it; meeting and date follow within the same lines. Groups: `kind`, `organ`."""
    meeting: re.Pattern[str]
    """Groups: `number` or `words`."""
    opening_meeting: re.Pattern[str]
    """How a decision or a statement opens that names its meeting in its first sentence: "At its 93rd plenary meeting".
    Groups: `number` or `words`."""
    resolution_number: re.Pattern[str]
    """The number of a Security Council resolution. Groups: `number`, `year`."""
    number_alone: re.Pattern[str]
    """The number without its year, which the date behind it gives: "Resolution 290 of 8 December 1970"."""
    number_date: re.Pattern[str]
    """The number as old documents open: "290 (1970)." Groups: `number`, `year`."""
    decision_word: re.Pattern[str]
    statement_word: re.Pattern[str]
    basis_kinds: tuple[tuple[re.Pattern[str], BasisKind], ...]
    """Words by which a resolution says on what it was adopted → the kind of its basis."""
    committee: re.Pattern[str]
    """The committee on whose report it was adopted. Group: `name`."""
    joins_symbols: re.Pattern[str]
    """What stands between a symbol and the next, of which only the end is written: "A/65/L.78 and Add.1"."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """How the text itself is written: the enacting formula, and the clauses of the preamble."""

    formula: re.Pattern[str]
    """The enacting formula, alone on its line or before the first clause. Groups: `organ`, `end`."""
    formula_before_clause: re.Pattern[str]
    """The same, with the first clause on the same line. Group: `organ`."""
    formula_at_end: re.Pattern[str]
    """The same, in one line with the end of the masthead. Group: `formula`."""
    preambular: re.Pattern[str]
    """How a preambular clause opens: "Recalling", "Deeply concerned"; "وإذ" with the present, "وقد" with the past."""
    recital_inside: re.Pattern[str]
    """Where a recital may begin inside a line."""
    recitals_in_a_clause: bool
    """Whether one clause holds several recitals that look like clauses, as the language writes them."""
    refers_back: re.Pattern[str] | None
    """How a recital opens that goes on with the clause before it, where the language writes one like the other."""
    announces: re.Pattern[str]
    """What a line that ends with a colon holds if it opens a list, and a heading does not."""
    names_follow: re.Pattern[str]
    """What says that names follow: "the following States", "الدولتين التاليتين"."""
    hangs: re.Pattern[str]
    """A word at the end of a text behind which something must follow."""
    fragment: re.Pattern[str] = re.compile("(?!)")
    """The rest of a word that is none by itself, behind the hyphen that broke it at the end of a line."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands behind the last clause: the meeting, the date, the vote."""

    meeting: re.Pattern[str]
    """"60th plenary meeting", with the date on the same line or the next. Groups: `number` or `words`, `resumed`,
    `rest` with the date."""
    remark: re.Pattern[str]
    """The remark on the vote: "[Adopted without a vote.]"."""
    vote: re.Pattern[str]
    """Groups: `for`, `against`, `abstaining`, `who_against`; where it is written in two ways, the same with 2."""
    states: re.Pattern[str]
    """What stands before the names of those who voted alike. Group: `side`."""
    sides: Mapping[str, str]
    """Each word for a side in small letters → the field of the vote with its States."""
    number_words: Mapping[str, int]
    """Words for a count of votes."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Headings in the text and of annexes."""

    annex: re.Pattern[str]
    """The heading of an annex, alone or with its title. Groups: `label`, `sep` before a title."""
    section: re.Pattern[str]
    """Headings that a word and a number make: "Article 5", "الجزء الثاني"."""
    numbered: re.Pattern[str]
    """Headings with a numeral, an ordinal or a letter: "IV. Reporting", "رابعا - الإبلاغ". Group: `label`."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Footnotes, their marks, and the bracketed letters and numbers that look like labels."""

    cites: re.Pattern[str]
    """How the text of a footnote usually opens, but for the words of `Sources.ibid`."""
    opens: re.Pattern[str]
    """What opens a footnote and nothing else; the words of `Sources.ibid` do too."""
    goes_on_after_label: re.Pattern[str]
    """A bracketed letter at the start of a line that is the rest of a reference: "(b) and (c) above"."""
    names_a_number: re.Pattern[str]
    """Before a number: it is no footnote mark."""
    is_counted: re.Pattern[str]
    """Behind a number: it is no footnote mark ("11 to 15 October", "2 December", "5 per cent")."""
    goes_on: re.Pattern[str]
    """Words that go on with a sentence behind a mark: "its ninth session 12 as part of"."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """Drafts and documents that are no resolutions: who submits what, reports, records, letters."""

    submitted: re.Pattern[str]
    """What stands behind the names of the sponsors and a colon: "Ruritania:* | draft resolution"."""
    submission: re.Pattern[str]
    """The line of a draft that names no State before it: "Draft resolution submitted by the Chair of the Committee".
    Groups: `what`, `by`, `ground`."""
    draft_words: tuple[str, ...]
    """One of these stands in every such line."""
    amendment: re.Pattern[str]
    decision: re.Pattern[str]
    statement: re.Pattern[str]
    comma: str
    capitals: bool
    """Whether the words of a name begin with capitals."""
    name_words: frozenset[str]
    """Words in small letters that stand in the names of States."""
    most_words_in_name: int
    between_names: re.Pattern[str]
    """What parts the names of a list; some names hold an "and"."""
    on_behalf: re.Pattern[str]
    bodies: re.Pattern[str]
    """A chair or a body: one name, however many commas stand in it."""
    article: str
    """The article before a name, with its blank."""
    head: re.Pattern[str]
    """How the lines open at the head of a paper for a Model United Nations; each group names what the line gives."""
    committee_line: re.Pattern[str]
    other_documents: tuple[tuple[re.Pattern[str], str], ...]
    """How the lines open by which a document that is no resolution says what it is; what it is, in English. The first
    is the record of a meeting."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the words of a text are compared with those of its version in another language."""

    word: re.Pattern[str] = re.compile(r"[^\W\d_]{2,24}")
    """A word, in a text that `fold` has been applied to."""
    fold: Callable[[str], str] = str.lower
    """The text in letters of one form."""
    prefixes: tuple[str, ...] = ()
    """What is written onto a word before it, the longest first."""
    endings: tuple[str, ...] = ()
    """Endings of words, the longest first."""
    common: frozenset[str] = frozenset()
    """Words that stand in every text."""
    openers: Mapping[str, str] = field(default_factory=dict)
    """First words of clauses that hold the word "and" → the same without it."""
    abbreviations: tuple[str, ...] = ()
    """Behind these a full stop ends no sentence."""
    no_facts: str = "(?!)"
    """What holds a number and says nothing that another language must say too: names, idioms, the hour. A fragment of a
    verbose pattern."""


class Section(Generic[T_co]):
    """A section of a language, made by the function ``make_<name>`` when it is first asked for."""

    def __set_name__(self, owner: type, name: str) -> None:
        """Remembers under which name it stands."""
        self.name = name

    def __get__(self, language: Language, owner: type) -> T_co:
        """The section, which then takes the place of this descriptor in the language."""
        made: T_co = getattr(language, f"make_{self.name}")()
        language.__dict__[self.name] = made
        return made


@dataclass(frozen=True, eq=False)
class Language:
    """One language. The sections are given as functions that make them, for most texts need few of them.

    Detection asks every language and so is made at once.
    """

    code: str
    """ISO 639-1: "ar", "en"."""
    detection: Detection
    make_dates: Callable[[], Dates]
    make_ordinals: Callable[[], Ordinals]
    make_cardinals: Callable[[], Cardinals]
    make_labels: Callable[[], Labels]
    make_masthead: Callable[[], Masthead]
    make_clauses: Callable[[], Clauses]
    make_closing: Callable[[], Closing]
    make_headings: Callable[[], Headings]
    make_notes: Callable[[], Notes]
    make_drafts: Callable[[], Drafts]
    make_citations: Callable[[], Citations]
    make_verbs: Callable[[], Verbs]
    make_numbers: Callable[[], Numbers] = numbers
    make_page_words: Callable[[], PageWords] = PageWords
    make_wording: Callable[[], Wording] = Wording
    names: tuple[str, ...] = ()
    """What names of files call it beside its code, in small letters."""
    months: tuple[str, ...] = ()
    """January to December as the United Nations write them."""

    dates = Section[Dates]()
    ordinals = Section[Ordinals]()
    cardinals = Section[Cardinals]()
    labels = Section[Labels]()
    masthead = Section[Masthead]()
    clauses = Section[Clauses]()
    closing = Section[Closing]()
    headings = Section[Headings]()
    notes = Section[Notes]()
    drafts = Section[Drafts]()
    citations = Section["Citations"]()
    numbers = Section[Numbers]()
    page_words = Section[PageWords]()
    wording = Section[Wording]()
    verbs = Section["Verbs"]()

    @cached_property
    def organs(self) -> tuple[tuple[re.Pattern[str], Organ], ...]:
        """Names of organs in mastheads, the special before the general: the first that is found names the organ.

        An organ that the masthead has no pattern of goes by its names in citations.
        """
        own = self.masthead.organs
        told = {Organ.OTHER, *(organ for _, organ in own)}
        cited = ((name, Organ(value)) for name, value in self.citations.organs.items())
        return (
            *((re.compile(re.escape(name), re.IGNORECASE), organ) for name, organ in cited if organ not in told),
            *own,
        )


def loaded(kind: type[T], module: str) -> Callable[[], T]:
    """A function that imports a module and gives its object of a kind; StopIteration where it has none."""

    def load() -> T:
        return next(each for each in vars(import_module(module)).values() if isinstance(each, kind))

    return load
