"""Pages of pictures to pages of text."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from unres.errors import UnreadableError, needs
from unres.models.vocabulary import ARABIC, ENGLISH
from unres.printed import NO_WORDS
from unres.readers.limits import too_large
from unres.readers.ocr.engine import Engine, SlowPageError
from unres.readers.ocr.lines import RecognizedLine, begins_paragraph, drawn_rule, missed_lines, recognized_lines
from unres.readers.ocr.phrases import Phrases
from unres.readers.ocr.places import last_note, letter_labels, restore, restore_labels, weigh_labels, weigh_places
from unres.readers.ocr.words import (
    Word,
    bands,
    doubts,
    in_rows,
    letters_read,
    share_read,
    with_latin,
    with_numbers,
    with_symbols,
)
from unres.readers.source import Line, Remark

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn

    from PIL import Image

    from unres.printed import PagePatterns
    from unres.readers.limits import Limits
    from unres.readers.ocr.regions import Region


_UNSURE = 60.0
_MOST_LISTED = 40
_WELL_READ, _HARDLY_READ, _LINES_UNSURE = 0.7, 0.4, 0.9
"""From which share of sure letters on a page is read no third time; under which its lines are not believed, and how
much less likely its numbers are then: they may be torn between two lines."""


@dataclass(slots=True)
class RecognizedPage:
    """The lines of one page, and how large a pixel is in points."""

    number: int
    lines: list[RecognizedLine] = field(default_factory=list)
    points: float = 1.0
    restored: list[str] = field(default_factory=list)
    """Labels of paragraphs and of footnotes and marks of these that were put right."""
    restored_words: list[str] = field(default_factory=list)
    """Months, formulas and letters of subparagraphs that were put right."""
    late: bool = False
    """Whether the time for it ran out: it has no lines then."""


class Recognizer:
    """Recognises pages one by one; tesseract is asked for when the first page comes.

    Args:
        language: of the document; None to find it out from the first page that has any text.
        limits: `max_ocr_pages` and `seconds_per_ocr_page` are kept.
        words: whose months and formulas are put right where they are misread.
    """

    def __init__(self, language: str | None, limits: Limits, words: PagePatterns = NO_WORDS) -> None:
        self.limits = limits
        self._phrases = Phrases(words)
        self._before_year = words.before_year
        self._language = language
        self._engine: Engine | None = None
        self._end = 0.0
        self._pages = 0
        self._last_note = 0
        self._last_label = 0
        self._last_letter = ""
        self._pairs: set[str] = set()
        self._restored: list[str] = []

    @staticmethod
    def check(language: str | None = None) -> None:
        """Sees that what recognition needs is installed, before there is a page.

        Raises:
            MissingExtraError: pytesseract, tesseract or the data of a language is not installed.
        """
        Engine([ENGLISH] if language == ENGLISH else [ARABIC, ENGLISH])

    def page(self, picture: Image.Image, number: int, dpi: int, name: str) -> RecognizedPage:
        """What a picture says.

        Raises:
            UnreadableError: it is one page more than `max_ocr_pages`.
            MissingExtraError: pytesseract, tesseract or the data of a language is not installed.
        """
        self._pages += 1
        if self._pages > self.limits.max_ocr_pages:
            too_large(name, "the number of pages to recognise", "max_ocr_pages", self.limits.max_ocr_pages)
        found = RecognizedPage(number, points=72 / dpi)
        self._end = time.monotonic() + self.limits.seconds_per_ocr_page
        picture = _mended(picture)
        try:
            for region in self._regions(picture, dpi):
                self._add(found, picture.crop(region.box), region, dpi)
        except SlowPageError:
            found.late, found.lines = True, []
        return found

    def _regions(self, picture: Image.Image, dpi: int) -> list[Region]:
        """The columns of a picture in order of reading, which in a picture of many asks for the language."""
        from unres.readers.ocr.regions import regions

        found = regions(picture, dpi, arabic=self._language != ENGLISH)
        if len(found) > 1 and self._language is None:
            largest = max(found, key=lambda region: (region.box[2] - region.box[0]) * (region.box[3] - region.box[1]))
            self._read(picture.crop(largest.box), dpi)
            found = regions(picture, dpi, arabic=self._language != ENGLISH)
        return found

    def _add(self, page: RecognizedPage, picture: Image.Image, region: Region, dpi: int) -> None:
        """Adds the lines of one column."""
        arabic, words = self._read(picture, dpi)
        rule = drawn_rule(picture)
        lines = recognized_lines(words, arabic=arabic, height=picture.height if region.foot else None, rule=rule)
        if region.goes_on and page.lines and lines:
            lines[0].gap = begins_paragraph(lines, page.lines[-1], arabic=arabic)
        body = [line for line in lines if rule is None or line.middle < rule]
        if arabic:
            self._last_letter, letters = letter_labels(body, self._last_letter)
            page.restored_words += self._restored + self._phrases.restore_lines(lines) + letters
            page.restored += restore_labels(body, self._last_label)
        self._last_label = weigh_labels(lines, self._last_label)
        if rule is not None:
            below = [line for line in lines if line.middle > rule and line.role is None]
            page.restored += restore(body, below, self._last_note, arabic=arabic)
            self._last_note = last_note(lines) or self._last_note
        for line in lines:
            line.move(region.box[0], region.box[1])
        page.lines += lines

    def _words(self, picture: Image.Image, language: str, dpi: int) -> list[Word]:
        """The words of a picture.

        Strokes that are rough or broken keep tesseract from reading Arabic, whose letters are joined: so it also reads
        the picture softened, and thickened too if still little is sure.
        """
        read = partial(self._words_of, language=language, dpi=dpi)
        best = read(picture)
        if language == ARABIC:
            from unres.readers.ocr.shapes import softened, thickened

            for clearer, enough in ((softened, 1.0), (thickened, _WELL_READ)):
                if share_read(best) < enough:
                    best = max(best, read(clearer(picture, dpi)), key=partial(letters_read, arabic=True))
        return best

    def _words_of(self, picture: Image.Image, language: str, dpi: int) -> list[Word]:
        if self._engine is None:
            self._engine = Engine([ENGLISH] if self._language == ENGLISH else [ARABIC, ENGLISH])
        left = self._end - time.monotonic()
        if left <= 0:
            raise SlowPageError
        return self._engine.words(picture, language, dpi, left)

    def _with_missed(
        self, words: list[Word], picture: Image.Image, language: str, strips: list[tuple[int, int]], dpi: int
    ) -> list[Word]:
        """The words of a column, with those of the `strips` of text that tesseract left out."""
        out = list(words)
        for number, (top, bottom) in enumerate(strips, 1):
            found = self._words(picture.crop((0, top, picture.width, bottom)), language, dpi)
            for word in found:
                word.y0, word.y1, word.line = word.y0 + top, word.y1 + top, (-number, *word.line[1:])
            below = [word.line for word in out if word.y0 + word.y1 > top + bottom]
            at = next((place for place, word in enumerate(out) if word.line in below[:1]), len(out))
            out[at:at] = found
        return out

    def _read(self, picture: Image.Image, dpi: int) -> tuple[bool, list[Word]]:
        """Whether a column is Arabic, and its words. Until the language is known, both are tried."""
        english = self._words(picture, ENGLISH, dpi)
        if self._language == ENGLISH:
            return False, self._with_missed(english, picture, ENGLISH, _missed(picture, english), dpi)
        arabic = self._words(picture, ARABIC, dpi)
        if self._language is None:
            shares = letters_read(arabic, arabic=True), letters_read(english, arabic=False)
            if not any(shares):
                return False, english
            self._language = ARABIC if shares[0] >= shares[1] else ENGLISH
        if self._language == ENGLISH:
            return False, self._with_missed(english, picture, ENGLISH, _missed(picture, english), dpi)
        strips = _missed(picture, arabic)
        english = self._with_missed(english, picture, ENGLISH, strips, dpi)
        arabic = in_rows(self._with_missed(arabic, picture, ARABIC, strips, dpi))
        from unres.readers.ocr.numbers import read_numbers

        words = with_latin(arabic, english)
        words = with_numbers(words, read_numbers(picture, dpi, bands(words)))
        with_symbols(words, english)
        self._restored = self._phrases.restore_words(words)
        weigh_places(words, self._pairs, self._before_year)
        if share_read(arabic) < _HARDLY_READ:
            for number in (number for word in words for number in word.numbers):
                number.doubt(_LINES_UNSURE)
        return True, words


def _mended(picture: Image.Image) -> Image.Image:
    """The page without black borders, with level lines, in black on white."""
    try:
        from unres.readers.ocr.regions import without_border
        from unres.readers.ocr.shapes import evened, straightened
    except ImportError as error:
        raise needs("ocr", error) from error
    return evened(straightened(without_border(picture)))


def nothing_recognized(pages: Iterable[RecognizedPage], name: str) -> NoReturn:
    """Refuses a source of which no page gave text, and says whether time was what was missing."""
    late = [page.number for page in pages if page.late]
    if late:
        reason = f"page {late[0]} takes too long to recognise"
        advice = "allow more with limits=Limits(seconds_per_ocr_page=…)"
        raise UnreadableError(reason, source=name, code="too_slow", advice=advice)
    raise UnreadableError("no text was recognised in it", source=name, code="no_text_layer")


def lines_of(page: RecognizedPage, start: int) -> tuple[str, list[Line]]:
    """The page's text, and its lines as they stand from `start` on."""
    texts: list[str] = []
    lines: list[Line] = []
    at = start
    for line in page.lines:
        box = (
            round(line.x0 * page.points, 1),
            round(line.y0 * page.points, 1),
            round(line.x1 * page.points, 1),
            round(line.y1 * page.points, 1),
        )
        lines.append(Line(at, at + len(line.text), page.number, box, line.role, line.gap))
        texts.append(line.text)
        at += len(line.text) + 1
    return "\n".join(texts), lines


def _missed(picture: Image.Image, words: list[Word]) -> list[tuple[int, int]]:
    """Top and bottom of the strips of text in which none of these words stands."""
    return missed_lines(picture, bands(words).values())


def remarks_on(page: RecognizedPage, lines: list[Line]) -> list[Remark]:
    """How sure the recognition is: of the page as a whole, of words, and of each number."""
    if page.late:
        reason = f"page {page.number} takes too long to recognise, and was left out"
        return [Remark("pdf.unreadable_page", "error", reason)]
    words = [word for line in page.lines for word in line.words]
    if not words:
        return [Remark("ocr.no_text", "warning", f"no text was recognised on page {page.number}")]
    sure = sum(word.sure * len(word.text) for word in words) / sum(len(word.text) for word in words)
    start, end = lines[0].start, lines[-1].end
    message = (
        f"page {page.number} was recognised from a picture, {len(words)} words with a mean confidence of {sure:.0f} %"
    )
    remarks = [Remark("ocr.page", "warning", message, start, end)]
    unsure = [word.text for word in words if word.sure < _UNSURE]
    if unsure:
        more = f" and {len(unsure) - _MOST_LISTED} more" if len(unsure) > _MOST_LISTED else ""
        listed = " · ".join(unsure[:_MOST_LISTED])
        message = f"{len(unsure)} words of page {page.number} have a confidence under {_UNSURE:.0f} %: {listed}{more}"
        remarks.append(Remark("ocr.unsure_words", "warning", message, start, end))
    if page.restored:
        message = f"labels and marks of page {page.number} put right by their count: {' · '.join(page.restored)}"
        remarks.append(Remark("ocr.restored_note", "warning", message, start, end))
    if page.restored_words:
        message = f"fixed words of page {page.number} put right: {' · '.join(page.restored_words)}"
        remarks.append(Remark("ocr.restored_words", "warning", message, start, end))
    for recognized, line in zip(page.lines, lines, strict=True):
        doubtful = [doubt for word in recognized.words for doubt in doubts(word)] + recognized.counted
        if doubtful:
            message = f"numbers that may be misread: {' · '.join(doubtful)}"
            remarks.append(Remark("ocr.doubtful_number", "warning", message, line.start, line.end))
    return remarks
