"""How paragraphs begin and end: the evidence on which lines and pages are put together again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from unres.languages import for_all
from unres.scripts import ALIKE_DIGITS, ARABIC_LETTERS

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.languages.numbers import Series

_CLAUSE_ENDS = re.compile(r"[.;:؛!?؟,،]['\"”“’»)\]⁾⁰¹²³⁴-⁹^\d(]{0,8}$")
_SENTENCE_ENDS = re.compile(r"[.;:؛!?؟]['\"”“’»)\]⁾⁰¹²³⁴-⁹^\d(]{0,8}$")
_DECIMAL = re.compile(r"(?<![\d/+-])\d{1,3},\d{1,3}$")
"""A number with its decimals, "0,25", or its thousands: no comma of a clause and the mark of a footnote."""
_LONGEST_JOIN = 6
_SPACED_MARK = re.compile(r"[.;,] \d{1,3}/?$")
_LABEL = re.compile(
    rf"""(?:-[ ])?(?:
        \d{{1,3}}[ ]?[.)](?=[ ]\D|$)                  # 1.   1)
      | \d{{1,2}}(?P<comma>,)(?=[ ][A-Z])            # 1, Decides: a stop that was read as a comma
      | \d{{1,3}}(?:[ ]?[-–][ ](?=[^\d\s])|[-–](?=[{ARABIC_LETTERS}]{{2}}))    # 1 -  1- and not 10-year
      | \((?:\d{{1,3}}|[a-zA-Z]{{1,5}}|[{ARABIC_LETTERS}]{{1,3}}(?:[ ][{ARABIC_LETTERS}])?)\)[ ]  # (1) (a)
      | [()](?:[{ARABIC_LETTERS}]{{1,2}}|\d{{1,3}})[()][ ]  # with a bracket that was turned
      | [a-z][.)][ ] | [ivx]{{1,5}}[.)][ ]            # a.  iv.
      | [{ARABIC_LETTERS}](?:[.)]|[ ]?[-–])[ ]          # the same in Arabic letters
      | [.–-]\d{{1,3}}[ ]?(?=[{ARABIC_LETTERS}]{{2}})    # .1  with a stop that was turned
      | [’‘'](?:\d{{1,2}}|[ivx]{{1,5}})[‘’']            # ’1‘
      | [•·–—*-][ ]                                 # a bullet
      | [⁽⁰¹²³⁴-⁹] | \^\( | \[\d{{1,3}}\][ ]          # a footnote
      )""",
    re.VERBOSE,
)


@for_all
def _joins(languages: tuple[Language, ...]) -> tuple[frozenset[str], re.Pattern[str]]:
    """The last letters of the words "and" and "or", and how an item of a list ends with one of them: "; and"."""
    joins = [language.citations.joins for language in languages]
    words = [word for each in joins for fragment in (each.and_, each.or_) for word in fragment.split("|")]
    return frozenset(word[-1] for word in words), re.compile(rf"[;؛],? ?(?:{'|'.join(words)})$")


def _ends_but_one(text: str) -> bool:
    """Whether the last item but one of a list ends here."""
    last_letters, joined = _joins()
    return text[-1] in last_letters and joined.search(text, max(0, len(text) - _LONGEST_JOIN)) is not None


def ends_clause(text: str) -> bool:
    """Whether the text ends as clauses do: with a comma, semicolon, colon or full stop, marks and quotes after it."""
    if text[-1] in ",،.;؛:":
        return True
    if _CLAUSE_ENDS.search(text, max(0, len(text) - 10)):
        return text[-1] not in "0123456789" or _DECIMAL.search(text, max(0, len(text) - 8)) is None
    return _ends_but_one(text)


def ends_sentence(text: str) -> bool:
    """The same without commas."""
    if text[-1] in ".;؛:" or _SENTENCE_ENDS.search(text, max(0, len(text) - 10)):
        return True
    return _ends_but_one(text)


def ends_with_mark(text: str) -> bool:
    """Whether a clause ends here and a footnote mark stands behind it, a space between: "the United Nations, 29"."""
    return text[-1] in "0123456789/" and _SPACED_MARK.search(text, max(0, len(text) - 8)) is not None


def opens_label(text: str, language: Language, before: str = "") -> bool:
    """Whether a numbered paragraph, a subparagraph, a bullet or a footnote begins here, and not "(b) and (c) above".

    Args:
        text: a line or a paragraph.
        language: the language.
        before: the text before it, if it is known: behind an open bracket no label stands, "27 (paragraph / 1) and",
            and behind the end of a sentence hardly anything else, "found: / (a) to be needed".
    """
    if text[0].isalpha() and not text[0].islower() and text[0] not in ALIKE_DIGITS and text[1:2] not in _BEHIND_LETTER:
        return False  # a label of one letter may begin with a letter without case, and nearly every line does
    label = _LABEL.match(text)
    if label and label["comma"]:
        verb = language.labels.behind_comma
        label = label if verb and verb.match(text, label.end() + 1) else None
    if label is None:
        return bare_number(text, language) is not None or misread_number(text, language) is not None
    if before and _CLOSES.match(text) and before.count("(") > before.count(")"):
        return False
    return (before != "" and ends_sentence(before)) or language.notes.goes_on_after_label.match(text) is None


def bare_number(text: str, language: Language) -> re.Match[str] | None:
    """The number of a paragraph whose stop was forgotten: "3 Urges", "٣ تحث". Only a verb tells it from a footnote."""
    match = _BARE_NUMBER.match(text) if text[0].isdigit() else None
    return match if match and opens_operative(text[match.end() :], language) else None


def misread_number(text: str, language: Language) -> re.Match[str] | None:
    """The number of a paragraph of whose digits a scan made letters: "IO. Requests", "S. يطلب"; only before a verb."""
    match = _MISREAD_NUMBER.match(text) if text[0] in ALIKE_DIGITS or text[0].isdigit() else None
    return match if match and opens_operative(text[match.end() :], language) else None


_MISREAD_NUMBER = re.compile(rf"(?P<number>(?=\d{{0,2}}[{ALIKE_DIGITS}])[\d{ALIKE_DIGITS}]{{1,3}})(?:[.)] ?| ?[-–] )")
_BARE_NUMBER = re.compile(rf"(?P<number>\d{{1,3}}) (?=[A-Z{ARABIC_LETTERS}])")
_CLOSES = re.compile(r"\w{1,5}\)")
_BEHIND_LETTER = (".", ")", " ", "-", "–")
_LONGEST_OPENING = 90
_MOST_LEADS = 5

DASHES = "–—-"
_MAY_STAND_INSIDE = re.compile(
    rf"\([a-zA-Z{ARABIC_LETTERS}]|[{ARABIC_LETTERS}][.) –-]|[.–—-][ \d]|\d{{1,3}}(?:[.)]?$| [^\W\d_])"
)
_IN_LINE = re.compile(rf"(?<![\d)] )(?<![\d)])\((?P<label>[a-z]{{1,4}}|[{ARABIC_LETTERS}]{{1,2}})\) ")


"""A label within a text; not that of a citation, "paragraph 5 (b)"."""


def may_stand_inside(text: str) -> bool:
    """Whether running text holds the label too: "paragraph 3 (a)", "lamps – and oil – are", "p. 106." broken there."""
    return _MAY_STAND_INSIDE.match(text) is not None


def goes_on_in_line(text: str, before: str, language: Language) -> bool:
    """Whether the label is the next one of a list that runs inside the paragraph: "on (a) towers; / (b) oil"."""
    label = _IN_LINE.match(text)
    if label is None:
        return False
    read = language.labels.read
    own = read(label["label"])
    inside = [match["label"] for match in _IN_LINE.finditer(before, 1)]
    before_it = read(inside[-1]) if inside else {}
    behind_it = next((read(match["label"]) for match in _IN_LINE.finditer(text, 1)), {})
    return _follows(own, before_it) or (1 in own.values() and _follows(behind_it, own))


def opens_list(text: str, behind: list[str], language: Language) -> bool:
    """Whether the label is the first of its series, and the second begins a line behind it: "(i) ...; / (ii) ..."."""
    label = _IN_LINE.match(text)
    if label is None or 1 not in (own := language.labels.read(label["label"])).values():
        return False
    seconds = (_IN_LINE.match(line) for line in behind)
    return any(second and _follows(language.labels.read(second["label"]), own) for second in seconds)


def _follows(places: dict[Series, int], before: dict[Series, int]) -> bool:
    """Whether a label is the next one in a series."""
    return any(places.get(series) == place + 1 for series, place in before.items())


def is_formula(text: str, language: Language) -> bool:
    """Whether the text is an enacting formula and nothing else."""
    match = language.clauses.formula.match(text)
    return match is not None and match.end() == len(text)


def opens_operative(text: str, language: Language) -> bool:
    """Whether an operative paragraph without a number may begin: a known verb in the present, adverbs before it."""
    verbs = language.verbs
    for word in text[:_LONGEST_OPENING].split(" ")[:_MOST_LEADS]:
        key = verbs.key(word)
        form = verbs.forms.get(key)
        if form is not None:
            return "present" in form.actions
        if key not in verbs.leads and not verbs.adverb(key):
            return False
    return False


_LONGEST_TAIL = 300
_BRACKETED = re.compile(r"\([^()]*+\)?|[^()]*+\)")


class Submitted(NamedTuple):
    """What the line of a draft says: who submits what, and on which grounds."""

    who: str
    what: str
    ground: str | None = None
    by: bool = False
    """Whether the words "submitted by" stand before who it is, and no colon behind."""


def read_submitted(text: str, language: Language) -> Submitted | None:
    """Reads "Ruritania:* draft resolution", "Draft resolution submitted by the Chair"; None for any other line."""
    words = language.drafts
    if not any(word in text for word in words.draft_words):
        return None
    text = text.rstrip("* ")
    head, _, tail = text.rpartition(":")
    what = tail.strip("* ")
    if head and len(what) <= _LONGEST_TAIL and words.submitted.fullmatch(what):
        return Submitted(head.rstrip("* "), what)
    match = words.submission.fullmatch(text)
    return Submitted(match["by"] or "", match["what"], match["ground"], by=True) if match else None


def lists_names(text: str, language: Language) -> bool:
    """Whether the line is of names alone, a comma between them, as the lists of sponsors are."""
    words = language.drafts
    if words.comma not in text:
        return False
    names = _BRACKETED.sub("", text).split(words.comma)
    capitals = words.capitals
    return all(
        len(name) <= words.most_words_in_name
        and (not capitals or all(word[0].isupper() or word in words.name_words or "’" in word for word in name))
        for name in (each.strip("* :").split() for each in names)
    )


def opens_clause(text: str, language: Language) -> bool:
    """Whether a clause or an operative paragraph may begin: a participle or a verb, and no "and" before it."""
    if language.clauses.preambular.match(text):
        return True
    return not text.startswith(language.verbs.conjunction.lstrip()) and opens_operative(text, language)
