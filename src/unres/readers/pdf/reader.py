"""PDF to a source: pages to rows, rows to paragraphs, footnotes and furniture in their places."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from unres.errors import UnreadableError
from unres.printed import NO_WORDS
from unres.readers.limits import collect_young, collection_paused
from unres.readers.pdf.columns import in_reading_order
from unres.readers.pdf.drawn.document import DrawnText
from unres.readers.pdf.footnotes import mark_notes, notes_by_page
from unres.readers.pdf.furniture import set_aside
from unres.readers.pdf.glyphs import UNKNOWN
from unres.readers.pdf.health import complaint, years
from unres.readers.pdf.kashidas import find_low_lams, give_back
from unres.readers.pdf.limits import LateError, PageClock
from unres.readers.pdf.lines import printed_lines
from unres.readers.pdf.opening import is_cut_off, open_pdf
from unres.readers.pdf.paragraphs import Paragraphs, measure
from unres.readers.pdf.pdfium import PdfiumFill
from unres.readers.pdf.pictured import read_numbers
from unres.readers.pdf.rows import RowPage, page_rows, vote
from unres.readers.pdf.rules import in_lines, whole_rules, without_glyphs
from unres.readers.pdf.tables import cut_cells, drop_repeated_heads, gather_tables
from unres.readers.pdf.writing import Writing
from unres.readers.source import Remark, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from unres.printed import PagePatterns
    from unres.readers.ocr import Recognizer
    from unres.readers.ocr.recognizer import RecognizedPage
    from unres.readers.pdf.glyphs import GlyphPage, Letter, PrintedLine
    from unres.readers.pdf.limits import PdfLimits
    from unres.readers.pdf.opening import PageSource
    from unres.readers.pdf.paragraphs import Measure, Piece
    from unres.readers.pdf.rows import Votes

_LONGEST_REASON = 150
_ADVICE = "to have it recognised, pass ocr=True"
_VOTING_PAGES = 32  # of the first pages the glyphs are kept until the votes are in
_VOTING_GLYPHS = 400_000
_MOST_ROWS = 1_000_000
_MOST_LATE = 3
_PAGES_BETWEEN = 16  # collections of what the interpreter left in circles
_IMPOSSIBLE = 2  # years that cannot be, from which they are no slip
_NAMED = 5


def read_pdf(
    data: bytes, name: str, limits: PdfLimits, words: PagePatterns = NO_WORDS, recognizer: Recognizer | None = None
) -> Source:
    """Reads a PDF as text in logical order, one line per paragraph.

    Args:
        data: the whole file.
        name: what to call it in errors.
        limits: of size, pages, characters, and time for a page.
        words: by which the parts of a page are told; without them only place and type tell.
        recognizer: for the pages that have no text to be read; None to leave them out.

    Returns:
        The text with a :class:`Line` for each paragraph, footnote and piece of furniture: its page, its box
        and its role. Pages that are not to be read as text are named in the remarks.

    Raises:
        UnreadableError: not a PDF, encrypted, damaged, over a limit, or no page has text.
    """
    source = open_pdf(data, name, limits)
    return read_opened(source, source.pages(limits.seconds_per_page), limits, words, recognizer)


def read_opened(
    source: PageSource,
    glyph_pages: Iterator[GlyphPage],
    limits: PdfLimits,
    words: PagePatterns,
    recognizer: Recognizer | None,
    to_recognize: AbstractSet[int] | None = None,
) -> Source:
    """Reads pages of an open PDF, and closes it.

    Args:
        source: the open file.
        glyph_pages: its pages, or some of them.
        limits: as for :func:`read_pdf`.
        words: as for :func:`read_pdf`.
        recognizer: as for :func:`read_pdf`.
        to_recognize: the only pages whose text may be recognised; None for all.

    Raises:
        UnreadableError: as :func:`read_pdf`.
    """
    with collection_paused(), closing(source), closing(PdfiumFill(source.data)) as fill:
        drawn = DrawnText(lambda: source.fonts)
        reading = _Reading(source.name, limits, words, fill, cut_off=is_cut_off(source.data))
        pages = reading.pages(drawn.checked(glyph_pages))
        reading.remark(drawn.remarks())
        if recognizer is not None:
            wanted = [page for page in reading.without_text(pages) if to_recognize is None or page in to_recognize]
            if wanted:
                reading.recognize(source.data, wanted, recognizer)
        return reading.read(pages)


@dataclass(slots=True)
class _Bad:
    page: int
    why: str
    code: str


class _Reading:
    def __init__(self, name: str, limits: PdfLimits, words: PagePatterns, fill: PdfiumFill, *, cut_off: bool) -> None:
        self._name = name
        self._cut_off = cut_off
        self._words = words
        self._fill = fill
        self._limits = limits
        self._bad: list[_Bad] = []
        self._empty: list[int] = []
        self._pictures: set[int] = set()
        self._recognized: dict[int, RecognizedPage] = {}
        self._low_lams: set[Letter] = set()
        self._remarks: list[Remark] = []
        self._years: list[tuple[int, int, list[str]]] = []

    def remark(self, remarks: list[Remark]) -> None:
        """Takes in what is to be said of the document as a whole."""
        self._remarks += remarks

    def without_text(self, pages: list[RowPage]) -> list[int]:
        """The pages that show something and gave no text."""
        bad = {bad.page for bad in self._bad}
        return [page.number for page in pages if not page.rows and page.number in self._pictures | bad]

    def recognize(self, data: bytes, numbers: list[int], recognizer: Recognizer) -> None:
        """Recognises the text of those pages."""
        from unres.readers.ocr.pictures import drawn_pages

        for number, picture, dpi in drawn_pages(data, numbers):
            self._recognized[number] = recognizer.page(picture, number, dpi, self._name)
        self._bad = [bad for bad in self._bad if bad.page not in self._recognized]
        self._empty = [page for page in self._empty if page not in self._recognized]

    def read(self, pages: list[RowPage]) -> Source:
        """The pages put together.

        Raises:
            UnreadableError: no page has text, or they take too long together.
        """
        if not any(page.rows for page in pages):
            if not any(page.lines for page in self._recognized.values()):
                self._nothing()
            return self._source(Writing(self._recognized), pages)
        try:
            with PageClock(self._limits.seconds_per_page * (_MOST_LATE + len(pages) / 10)).running():
                pieces, usual = self._put_together(pages)
                notes = notes_by_page(pages, self._words)
        except LateError as error:
            raise UnreadableError("it takes too long to read", source=self._name, code="too_slow") from error
        return self._source(Writing(self._recognized, pieces, notes, usual), pages)

    def _source(self, writing: Writing, pages: list[RowPage]) -> Source:
        writing.write(pages)
        self._remarks += writing.remarks
        if self._cut_off:
            message = "the PDF is cut off: its end is missing, and what stood there"
            self._remarks.append(Remark("pdf.cut_off", "error", message))
        self._remark_pages()
        return Source("\n".join(writing.texts), self._name, writing.lines, self._remarks)

    def _put_together(self, pages: list[RowPage]) -> tuple[list[list[Piece]], Measure]:
        """Tables, reading order, footnotes and paragraphs of all pages; what concerns one page is done in its time."""
        set_aside(pages, self._words)
        if count := read_numbers(pages, self._fill.pictures):
            message = (
                f"{count} numbers of paragraphs are drawn as pictures, and were read by their sequence, 1 to {count}"
            )
            self._remarks.append(Remark("pdf.numbers_from_pictures", "info", message))
        for page in pages:
            with self._in_time(page):
                self._remark_pictures(page)
                gather_tables(page)
                in_reading_order(page)
        drop_repeated_heads(pages)
        usual = measure(pages)
        last = 0
        for page in pages:
            with self._in_time(page):
                last = mark_notes(page, usual.size, last, self._words)
        usual = measure(pages)
        paragraphs = Paragraphs(usual, self._words)
        pieces: list[list[Piece]] = []
        for page in pages:
            pieces.append([])
            with self._in_time(page):
                pieces[-1] = paragraphs.page([row for row in page.rows if row.zone in ("body", "table")])
        return pieces, usual

    def _remark_pictures(self, page: RowPage) -> None:
        """Says how many pictures stand in lines of text: what they show is not read."""
        count = len(in_lines(page))
        if count:
            stand = "1 picture stands" if count == 1 else f"{count} pictures stand"
            message = f"page {page.number}: {stand} in lines of text; what is drawn there was not read"
            self._remarks.append(Remark("pdf.pictures_in_text", "warning", message))

    @contextmanager
    def _in_time(self, page: GlyphPage | RowPage) -> Iterator[None]:
        """A step of the work on a page; when the time of the page is up, the page is left out."""
        try:
            with (page.clock or PageClock(self._limits.seconds_per_page)).running():
                yield
        except LateError:
            if isinstance(page, RowPage):
                page.rows = []
                self._bad.append(_Bad(page.number, "takes too long, and was left out", "too_slow"))
            else:
                page.late = True

    def pages(self, glyph_pages: Iterator[GlyphPage]) -> list[RowPage]:
        """The rows of all pages; the first pages vote on what holds for all."""
        lined = self._lined(glyph_pages)
        first = list(_voters(lined))
        votes = self._vote(first)
        pages: list[RowPage] = []
        characters = count = late = 0
        for page, lines in chain(_emptied(first), lined):
            if late >= _MOST_LATE:
                why = f"and those behind it were left out, for {late} pages took too long"
                self._bad.append(_Bad(page.number, why, "too_slow"))
                break
            rows = page_rows(page, [], votes)
            with self._in_time(page):
                rows = self._rows(page, lines, votes)
            self._examine(page, rows, votes)
            characters += sum(len(row.text) for row in rows.rows)
            count += len(rows.rows)
            if characters > self._limits.max_characters or count > _MOST_ROWS:
                reason = f"its text is over the limit of {self._limits.max_characters:,} characters (max_characters)"
                if count > _MOST_ROWS:
                    reason = f"its text has over {_MOST_ROWS:,} lines"
                raise UnreadableError(reason, source=self._name, code="too_large")
            pages.append(rows)
            if page.number % _PAGES_BETWEEN == 0:
                collect_young()
            late += page.late
        return pages

    def _vote(self, pages: list[tuple[GlyphPage, list[PrintedLine]]]) -> Votes:
        """What the pages vote for; those that take too long for it are left out."""
        try:
            with PageClock(_MOST_LATE * self._limits.seconds_per_page).running():
                return self._votes(pages)
        except LateError:
            late = 0
            for page, lines in pages:
                with self._in_time(page):
                    vote([lines], self._words)
                late += page.late
                if page.late or late >= _MOST_LATE:
                    lines.clear()
        try:
            with PageClock(len(pages) * self._limits.seconds_per_page).running():
                return self._votes(pages)
        except LateError as error:
            raise UnreadableError("it takes too long to read", source=self._name, code="too_slow") from error

    def _votes(self, pages: list[tuple[GlyphPage, list[PrintedLine]]]) -> Votes:
        votes = vote([lines for _, lines in pages], self._words)
        self._low_lams = find_low_lams((line for _, lines in pages for line in lines), self._fill.height)
        votes.kashidas |= self._low_lams
        return votes

    def _rows(self, page: GlyphPage, whole_lines: list[PrintedLine], votes: Votes) -> RowPage:
        lines, tables = cut_cells(page, whole_lines)
        give_back(lines, self._low_lams)
        self._fill.fill(page, votes.kashidas)
        rows = page_rows(page, lines, votes)
        rows.pictures = without_glyphs(page)
        rows.tables = tables
        return rows

    def _lined(self, glyph_pages: Iterator[GlyphPage]) -> Iterator[tuple[GlyphPage, list[PrintedLine]]]:
        """Each page with its printed lines; no more pages once several took too long."""
        late = 0
        for page in glyph_pages:
            lines: list[PrintedLine] = []
            if late >= _MOST_LATE:
                yield page, lines  # it is told which are left out
                return
            with self._in_time(page):
                page.rules = whole_rules(page.rules)
                lines = printed_lines(page)
            yield page, lines
            late += page.late

    def _examine(self, page: GlyphPage, rows: RowPage, votes: Votes) -> None:
        """Takes the rows away from a page that is not to be read as text, and remembers why."""
        if text := "".join(page.turned).strip():
            message = f"page {page.number}: text at an angle was set aside: “{text}”"
            self._remarks.append(Remark("pdf.turned_text", "info", message))
        if text := "".join(page.hidden).strip():
            message = f"page {page.number}: text that the page does not show was set aside: “{text}”"
            self._remarks.append(Remark("pdf.hidden_text", "info", message))
        if page.pictures:
            self._pictures.add(page.number)
        if page.broken or page.late:
            trouble = f"is damaged ({page.broken[:_LONGEST_REASON]})" if page.broken else "takes too long"
            part = ", and was read only in part" if rows.rows else ", and was left out"
            self._bad.append(_Bad(page.number, trouble + part, "damaged" if page.broken else "too_slow"))
        if not rows.rows:
            self._empty.append(page.number)
            return
        unknown = sum(row.text.count(UNKNOWN) for row in rows.rows)
        if unknown:
            message = (
                f"page {page.number}: {unknown} characters without a reading, for their fonts lack them in the map"
            )
            self._remarks.append(Remark("pdf.unknown_characters", "warning", message))
        text = " ".join(row.text for row in rows.rows)
        self._years.append((page.number, *years(text, self._words)))
        why = complaint(page, votes.kashidas, text, self._words)
        if why is not None:
            self._bad.append(_Bad(page.number, f"was left out, for {why}", "unreadable_text"))
            rows.rows = []

    def _nothing(self) -> None:
        """Every page is without text: says why, by the pages' own reasons."""
        if self._cut_off:
            reason = "the PDF is cut off: its end is missing, and no page can be read"
            raise UnreadableError(reason, source=self._name, code="damaged")
        if self._bad:
            first = self._bad[0]
            advice = _ADVICE if first.code == "unreadable_text" else None
            reason = f"no page can be read as text: page {first.page} {first.why}"
            raise UnreadableError(reason, source=self._name, code=first.code, advice=advice)
        if self._recognized:
            from unres.readers.ocr.recognizer import nothing_recognized

            nothing_recognized(self._recognized.values(), self._name)
        if not self._pictures:
            raise UnreadableError("its pages are empty", source=self._name, code="empty")
        reason = "a scan: its pages hold pictures but no text"
        raise UnreadableError(reason, source=self._name, code="no_text_layer", advice=_ADVICE)

    def _remark_years(self) -> None:
        """Says where most years are none, so that no number of the document or of a page is to be trusted."""
        right = sum(count for _, count, _ in self._years)
        wrong = [year for _, _, found in self._years for year in found]
        many = len(wrong) >= _IMPOSSIBLE and len(wrong) > right
        for page, possible, found in self._years:
            if found and (many or len(found) >= max(possible, _IMPOSSIBLE)):
                message = (
                    f"page {page}: {len(found)} of {len(found) + possible} years cannot be years "
                    f"({', '.join(found[:_NAMED])}): digits are wrong in the font's map, and no number is to be trusted"
                )
                self._remarks.append(Remark("pdf.impossible_numbers", "error", message))

    def _remark_pages(self) -> None:
        self._remark_years()
        for bad in self._bad:
            self._remarks.append(Remark("pdf.unreadable_page", "error", f"page {bad.page} {bad.why}"))
        for page in self._empty:
            if all(bad.page != page for bad in self._bad):
                self._remarks.append(Remark("pdf.page_without_text", "warning", f"page {page} has no text"))


def _voters(
    lined: Iterator[tuple[GlyphPage, list[PrintedLine]]],
) -> Iterator[tuple[GlyphPage, list[PrintedLine]]]:
    """The first pages, as many as are to be held in memory at once."""
    glyphs = 0
    for page, lines in islice(lined, _VOTING_PAGES):
        yield page, lines
        glyphs += len(page.glyphs)
        if glyphs > _VOTING_GLYPHS:
            return


def _emptied(pages: list[tuple[GlyphPage, list[PrintedLine]]]) -> Iterator[tuple[GlyphPage, list[PrintedLine]]]:
    """Gives the pages one by one and lets go of each."""
    pages.reverse()
    while pages:
        yield pages.pop()
