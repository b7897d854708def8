"""Re-flow: lines as printed become paragraphs.

Text arrives in two shapes. Either each line is a paragraph, or lines were broken at a width. In the second, a line that
is *not the last of its paragraph* is full: the first word of the next line would not have fitted into it. That is how
a broken line is told from a finished one. Type of varying width breaks lines raggedly; there a line counts as full
from three quarters of the widest.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from unres.layout.lines import Paragraph, join_lines, join_paragraphs
from unres.layout.starts import (
    DASHES,
    ends_clause,
    ends_sentence,
    ends_with_mark,
    goes_on_in_line,
    is_formula,
    lists_names,
    may_stand_inside,
    opens_clause,
    opens_label,
    opens_list,
    read_submitted,
)
from unres.scripts import SUPERSCRIPT

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.layout.lines import TextLine

_WIDEST = 160
"""Lines of printed matter are shorter than this; a longer one is a paragraph."""
_STRAYS = 0.02
"""Part of the lines that may be wider than the rest: an address that could not be broken."""
_STRAY_BY = 3
_FULL_WHEN_RAGGED = 0.72
_RAGGED_FROM = 0.25
_FEWEST_LINES = 3
_NEARLY_ALL = 0.75
_PLAINLY_CONTINUED = 0.2
"""Part of the lines with no blank line between that go on in small letters, where lines were broken."""
_MOSTLY_CONTINUED = 0.6
"""Part of the lines with which clauses begin that do not end them, where lines were broken."""
_BARE_LABEL = re.compile(r"(\d{1,3}) \S")
_ONLY_NUMBER = re.compile(r"\d{1,6}(?:[-–/]\d{1,6})?[.,،;؛]?")
_NARROW = 60
_LONGEST_BRACKET = 40
"""Lines of a remark in brackets, with the names of the States that voted, at most."""
_LINES_OF_RECITAL = 2
"""A recital that goes on with the clause before it is no longer."""
_AHEAD = 12
"""Lines in which the second item of a list begins behind the first, at most."""
_NUMBER = re.compile(r"\d{1,2}(?:\.| ?[-–]) ?[^\W\d]")
_FEW_NUMBERS = 2
_SHORT = 0.75
"""Part of the width that a line which does not end a clause fills when it is a heading."""


class Flow:
    """How the lines of one document were broken."""

    __slots__ = ("gapped", "language", "mixed", "numbered", "ragged", "width")

    def __init__(self, lines: list[TextLine | None], language: Language) -> None:
        self.language = language
        self.width = _width(sorted(len(line.text) for line in lines if line is not None and line.role is None))
        self.ragged = self.width > 0 and self._is_ragged(lines)
        usual = _usual_of_continued(lines, language)
        self.mixed = bool(usual) and (self.width == 0 or usual < self.width * _FULL_WHEN_RAGGED)
        """Whether lines were broken at several widths, or some paragraphs not at all."""
        if self.mixed:
            self.width, self.ragged = usual, True
        numbers = (line for line in lines if line is not None and _NUMBER.match(line.folded))
        self.numbered = len(list(islice(numbers, _FEW_NUMBERS))) == _FEW_NUMBERS
        """Whether operative paragraphs have numbers: then none begins without one behind a comma."""
        self.gapped = self.width > 0 and self._is_gapped(lines)
        """Whether blank lines part the paragraphs: what no blank line parts goes on, however short its lines."""

    def _is_gapped(self, lines: list[TextLine | None]) -> bool:
        """Whether blank lines stand before nearly all clauses and numbered paragraphs."""
        written = (line for line in lines if line and line.role is None and not line.folded[0].islower())
        begun = [line.gap for line in written if _opens_any(line.folded, self.language)]
        return bool(begun) and sum(begun) >= len(begun) * _NEARLY_ALL

    def _is_ragged(self, lines: list[TextLine | None]) -> bool:
        """Whether lines that plainly go on (long, no stop at the end) often leave room for the next word."""
        short = long = 0
        for before, line in pairwise(lines):
            if before is None or line is None or line.gap or ends_clause(before.folded):
                continue
            room = self.width - len(before.text) - 1
            if room < self.width / 2:
                long += 1
                short += room >= len(line.text.split(" ", 1)[0])
        return short > long * _RAGGED_FROM

    def full(self, before: TextLine, line: TextLine) -> bool:
        """Whether `before` was broken because the next word found no room in it."""
        if self.ragged:
            return len(before.text) >= self.width * _FULL_WHEN_RAGGED
        return self.width - len(before.text) - 1 < len(line.text.split(" ", 1)[0])

    def goes_on(self, group: list[TextLine], line: TextLine, behind: list[TextLine | None]) -> bool:
        """Whether `line` belongs to the paragraph whose lines so far are in `group`; `behind` are the next ones."""
        first, before, text = group[0], group[-1], line.folded
        if first.folded[0] == "[" and not line.gap and not any("]" in each.folded for each in group):
            return len(group) < _LONGEST_BRACKET and not _opens_any(line.folded, self.language)
        if self._begins_part(first, before, line):
            return False
        if not line.gap and _number_hangs(before, line, self.language):
            return True
        finished = ends_clause(before.folded) or (text[0].isupper() and ends_with_mark(before.folded))
        if self._labelled(group, line, behind, finished=finished):
            return False
        if not line.gap and self._is_remark(group, line, finished=finished):
            return True
        if not line.gap and not finished and ((self.mixed and self._is_rest(first, text)) or self._is_parted(first)):
            return True
        begun = _opens_any(first.folded, self.language)
        if begun and not line.gap and text[0].islower() and not ends_sentence(before.folded):
            return True
        if line.gap:
            return not finished and self.full(before, line) and (text[0].islower() or text[0] == "(")
        if not self.full(before, line) or (finished and self.language.closing.remark.match(text)):
            return False
        return not (finished and self._stands_alone(first, before, line, behind))

    def _is_rest(self, first: TextLine, text: str) -> bool:
        """Whether a line cannot begin anything: in small letters, or within a clause or a paragraph that has begun."""
        if text[0].islower():
            return True
        return (
            _begins_any(first.folded, self.language)
            and not opens_clause(text, self.language)
            and not self.language.headings.annex.match(text)
        )

    def _begins_part(self, first: TextLine, before: TextLine, line: TextLine) -> bool:
        """Whether a formula, a remark in brackets, a title, or a line of a draft's head begins with `line`."""
        text = line.folded
        if text[0] == "[" or is_formula(first.folded, self.language) or is_formula(text, self.language):
            return True
        if self.language.clauses.formula_before_clause.match(text):
            return True
        if (first.folded[0] == "[" and before.folded[-1] == "]") or self.language.numbers.with_title.match(text):
            return True
        if ends_sentence(before.folded) and (self.language.closing.meeting.match(text) or _is_next_note(first, text)):
            return True
        if text[0].isalpha() and not text[0].islower() and self.language.drafts.head.match(text):
            return True
        return read_submitted(before.folded, self.language) is not None or (
            read_submitted(text, self.language) is not None and not lists_names(first.folded, self.language)
        )

    def _labelled(
        self, group: list[TextLine], line: TextLine, behind: list[TextLine | None], *, finished: bool
    ) -> bool:
        """Whether `line` begins with a label, and with none that running text was broken before."""
        before, text = group[-1], line.folded
        if not opens_label(text, self.language, before.folded):
            return False
        if line.gap or not self.full(before, line):
            return True
        if goes_on_in_line(text, " ".join(each.folded for each in group), self.language):
            return False
        if finished or not may_stand_inside(text) or (text[0] in DASHES and group[0].folded[0] in DASHES):
            return True
        return opens_list(text, [each.folded for each in behind if each is not None], self.language)

    def _is_remark(self, group: list[TextLine], line: TextLine, *, finished: bool) -> bool:
        """«Adopted unanimously at the / 1620th meeting.»: set in a narrow column, so no line of it need be full."""
        text = group[0].folded
        remark = self.language.masthead.adoption.match(text)
        if remark is None or remark["kind"] is not None or len(text) > _NARROW or "/" in line.folded[:8]:
            return False
        vote = self.language.closing.remark.match(" ".join(each.folded for each in group)) if finished else None
        return not finished or (vote is not None and group[-1].folded[-1] != ".")

    def _is_parted(self, first: TextLine) -> bool:
        """Whether a blank line ends what began with this line, and nothing else does."""
        return self.gapped and not first.folded[0].islower() and _begins_any(first.folded, self.language)

    def _stands_alone(self, first: TextLine, before: TextLine, line: TextLine, behind: list[TextLine | None]) -> bool:
        """Whether `line` begins something, although `before` is full: it ended with its paragraph by chance.

        After a comma only a clause begins. A numbered paragraph is followed by another or by a heading, so without
        a number or the shape of a heading the line is its next sentence.
        """
        text, end = line.folded, before.folded[-1]
        if text[0].islower():
            return False
        after = behind[0] if behind else None
        labelled = opens_label(first.folded, self.language)
        if (
            end in ",،"
            and labelled
            and (first.folded[0] != "(" or text.startswith(self.language.verbs.conjunction.lstrip()))
        ):
            return self._is_recital_behind_item(first, text)
        if not ends_clause(text) and (self._is_short(line, behind) or self._is_whole(line, after)):
            return True
        if text[-1] == ":" and ends_sentence(before.folded) and self._is_whole(line, after):
            return True
        if labelled:
            return end in ",،" and self._is_recital_behind_item(first, text)
        recital = self.language.clauses.preambular.match(first.folded) is not None
        if end == ":" and recital:
            return False
        if end in ",،" and recital and self._refers_back(line, behind):
            return False
        if end in ",،" and recital and self.numbered:
            return self.language.clauses.preambular.match(text) is not None
        if end in ",،" or recital:
            return opens_clause(text, self.language)
        return not text[0].isdigit()

    def _refers_back(self, line: TextLine, behind: list[TextLine | None]) -> bool:
        """Whether a short recital begins with `line` that goes on with the clause before it: "noting also its ..."."""
        refers = self.language.clauses.refers_back
        if refers is None or refers.match(line.folded) is None:
            return False
        lines = [line, *behind[:_LINES_OF_RECITAL]]
        return any(
            before is not None and (after is None or not self.full(before, after)) for before, after in pairwise(lines)
        )

    def _is_recital_behind_item(self, first: TextLine, text: str) -> bool:
        """Whether a clause begins behind a lettered item that ends with a comma, the last of a clause's list."""
        return first.folded[0] == "(" and self.language.clauses.preambular.match(text) is not None

    def _is_whole(self, line: TextLine, after: TextLine | None) -> bool:
        """Whether a numbered paragraph begins behind the line, so that it lacks nothing although it has no stop."""
        return after is not None and not line.gap and _NUMBER.match(after.folded) is not None

    def _is_short(self, line: TextLine, behind: list[TextLine | None]) -> bool:
        """Whether the line is as short as headings are, and was not cut short by the end of a page."""
        if len(line.text) >= self.width * _SHORT:
            return False
        if behind and behind[0] is not None and behind[0].folded[0] not in SUPERSCRIPT:
            return True
        rest = next((each for each in behind if each is not None and each.folded[0] not in SUPERSCRIPT), None)
        return rest is None or _begins_any(rest.folded, self.language)


def _usual_of_continued(lines: list[TextLine | None], language: Language) -> int:
    """The usual length of lines that plainly go on on the next one; 0 where hardly any do.

    What goes on begins with a small letter. In a script that has none, headings and lines of the masthead look the
    same, so only lines with which a clause or a paragraph begins are looked at: most of them end where none is broken.
    """
    pairs = [
        (before, line)
        for before, line in pairwise(lines)
        if before is not None and line is not None and not line.gap and line.role is None
    ]
    enough = _PLAINLY_CONTINUED
    if not language.drafts.capitals:
        pairs = [(before, line) for before, line in pairs if _opens_any(before.folded, language)]
        enough = _MOSTLY_CONTINUED
    continued = sorted(
        len(before.text)
        for before, line in pairs
        if _opens_none(line.folded, language)
        and not ends_clause(before.folded)
        and not opens_label(line.folded, language)
    )
    return continued[len(continued) // 2] if len(continued) > len(pairs) * enough else 0


def _opens_any(text: str, language: Language) -> bool:
    """Whether a recital or a numbered paragraph begins with the line."""
    return language.clauses.preambular.match(text) is not None or opens_label(text, language)


def _begins_any(text: str, language: Language) -> bool:
    """Whether a recital, a paragraph with a number or any other clause begins with the line."""
    return _opens_any(text, language) or opens_clause(text, language)


def _opens_none(text: str, language: Language) -> bool:
    """Whether the line cannot begin anything: in small letters, or without letters that have them, no clause."""
    without_case = text[0].isalpha() and text[0].lower() == text[0].upper()
    return text[0].islower() or (without_case and not opens_clause(text, language))


def _is_next_note(first: TextLine, text: str) -> bool:
    """Whether a footnote, "18 Ibid.", begins behind one with the label before its own."""
    labels = (_BARE_LABEL.match(line) for line in (first.folded, text))
    numbers = [int(label[1]) for label in labels if label]
    return len(numbers) == 2 and numbers[1] == numbers[0] + 1


def _number_hangs(before: TextLine, line: TextLine, language: Language) -> bool:
    """Whether the line is a number and nothing else, and the words before it ask for one: "No. / 106."."""
    return _ONLY_NUMBER.fullmatch(line.folded) is not None and bool(language.notes.names_a_number.search(before.folded))


def _width(lengths: list[int]) -> int:
    """The width at which lines were broken; 0 when each line is a paragraph of its own."""
    if len(lengths) < _FEWEST_LINES:
        return 0
    strays = int(len(lengths) * _STRAYS)
    widest = lengths[-1 - strays]
    if widest > _WIDEST:
        return 0
    while strays and lengths[-strays] <= widest + _STRAY_BY:
        widest = lengths[-strays]
        strays -= 1
    return widest


def paragraphs(lines: list[TextLine | None], language: Language) -> list[Paragraph]:
    """Lines put together; None (furniture) separates, and the paragraph after it is marked as `turned`."""
    flow = Flow(lines, language)
    out: list[Paragraph] = []
    group: list[TextLine] = []
    turned = opened = False
    page: int | None = None
    for n, line in enumerate(lines):
        if line is None:
            turned = True
            continue
        turned = turned or (page is not None and line.page != page and line.role is None)
        page = line.page
        if group and (
            line.role == "continues"
            or (
                flow.width
                and not turned
                and line.role is None
                and flow.goes_on(group, line, lines[n + 1 : n + 1 + _AHEAD])
            )
        ):
            group.append(line)
            continue
        if group:
            out.append(join_lines(group, language, turned=opened))
        group, opened, turned = [line], turned, False
    if group:
        out.append(join_lines(group, language, turned=opened))
    return out


_HEADING = 90
"""A heading is shorter than this."""
_LONG = 120
"""What is longer than this and does not end was cut, even where no sign of a page is left."""


def rejoin(found: list[Paragraph], language: Language) -> list[Paragraph]:
    """Puts together again what a page cut in two. A masthead fits on its page: nothing before the body is touched."""
    out: list[Paragraph] = []
    group: list[Paragraph] = []
    in_body = False
    for paragraph in found:
        text = paragraph.folded
        if in_body and paragraph.role is None and group[0].role is None and _goes_on(group, paragraph, language):
            group.append(paragraph)
            continue
        in_body = in_body or language.clauses.formula.match(text) is not None or opens_label(text, language)
        if group:
            out.append(join_paragraphs(group, language))
        group = [paragraph]
    if group:
        out.append(join_paragraphs(group, language))
    return out


def _goes_on(group: list[Paragraph], after: Paragraph, language: Language) -> bool:
    """Whether `after` is the rest of the paragraph whose pieces are in `group`."""
    opening, text, rest = group[0].folded, group[-1].folded, after.folded
    if rest[0].isupper() and ends_with_mark(text):
        text = text[: text.rindex(" ")]
    begun = (
        "label"
        if opens_label(opening, language)
        else "clause"
        if language.clauses.preambular.match(opening)
        else "other"
    )
    if not after.turned and not _lacks_end(text, rest, begun, language):
        return False
    if (
        (opens_label(rest, language, text) and not goes_on_in_line(rest, text, language))
        or is_formula(opening, language)
        or is_formula(rest, language)
        or language.headings.annex.fullmatch(rest)
        or language.closing.meeting.match(rest)
        or language.closing.remark.match(rest)
        or language.closing.meeting.match(opening)
    ):
        return False
    if not ends_clause(text):
        return _rest_of_unended(text, rest, begun, language)
    if rest[0].islower():
        return True
    if ends_sentence(text):
        return _rest_of_sentence(rest, begun, language)
    return _rest_of_comma(rest, begun, language)


def _lacks_end(text: str, rest: str, begun: str, language: Language) -> bool:
    """Where no sign of a page is left: whether `text` was cut, and is no clause or item that only lacks its stop."""
    if begun == "other" or len(text) < _LONG or ends_clause(text):
        return False
    if rest[0].isupper() and language.clauses.hangs.search(text) is None:
        return False
    return not opens_clause(rest, language)


def _rest_of_unended(text: str, rest: str, begun: str, language: Language) -> bool:
    """`text` has no stop at its end: cut, unless it is a heading or a line of the masthead."""
    if begun == "other" and len(text) < _HEADING:
        return rest[0].islower()
    return not (language.clauses.preambular.match(rest) and begun == "other" and not rest[0].islower())


def _rest_of_sentence(rest: str, begun: str, language: Language) -> bool:
    """`text` ends with a full stop or semicolon: inside a numbered paragraph another sentence may follow."""
    if begun == "other" or not ends_sentence(rest):
        return False
    return not opens_clause(rest, language)


def _rest_of_comma(rest: str, begun: str, language: Language) -> bool:
    """`text` ends with a comma: a preambular clause ends so, a numbered paragraph does not."""
    if begun == "label":
        return True
    return not opens_clause(rest, language) and len(rest) > _HEADING / 3
