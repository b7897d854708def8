"""The lines of a source in reading order: paragraphs, footnotes, furniture, each with its role and box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.readers.pdf.geometry import turned_box
from unres.readers.pdf.rows import LABEL
from unres.readers.source import Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unres.readers.ocr.recognizer import RecognizedPage
    from unres.readers.pdf.footnotes import Note
    from unres.readers.pdf.paragraphs import Measure, Piece
    from unres.readers.pdf.rows import Row, RowPage
    from unres.readers.source import Remark, Role

_LONGEST_HEADING = 400


class Writing:
    """Writes a document.

    Args:
        recognized: pages whose text was recognised, by number.
        pieces: the paragraphs of each page.
        notes: its footnotes.
        usual: the measure of the document; None where it has no page but recognised ones.
    """

    def __init__(
        self,
        recognized: Mapping[int, RecognizedPage],
        pieces: Sequence[Sequence[Piece]] = (),
        notes: Sequence[Sequence[Note]] = (),
        usual: Measure | None = None,
    ) -> None:
        self._recognized = recognized
        self._pieces = pieces
        self._notes = notes
        self._usual = usual
        self._length = 0
        self.texts: list[str] = []
        self.lines: list[Line] = []
        self.remarks: list[Remark] = []

    def write(self, pages: list[RowPage]) -> None:
        """All lines in reading order.

        The footnotes of a page stand behind the paragraph that its end cuts, so that a line that continues
        another always follows it, with nothing but furniture between.
        """
        waiting: list[tuple[Note, RowPage]] = []
        for index, page in enumerate(pages):
            recognized = self._recognized.get(page.number)
            if recognized is not None:
                self._write_notes(waiting)
                self._write_recognized(recognized)
                continue
            if self._usual is None:
                continue
            self._write_furniture(page, upper=True)
            for piece in self._pieces[index]:
                if not piece.continues:
                    self._write_notes(waiting)
                self._line(piece.text, piece.rows, _role(piece, self._usual), page)
            waiting += [(note, page) for note in self._notes[index]]
            if not _goes_on(self._pieces, index):
                self._write_notes(waiting)
            self._write_furniture(page, upper=False)
        self._write_notes(waiting)

    def _write_furniture(self, page: RowPage, *, upper: bool) -> None:
        """Running heads and page numbers of the upper or the lower half."""
        for row in page.rows:
            if row.zone == "furniture" and (row.y > page.height / 2) is upper:
                self._line(row.text, [row], "furniture", page)

    def _write_recognized(self, recognized: RecognizedPage) -> None:
        """The lines of a recognised page, of which the layout stage makes paragraphs."""
        from unres.readers.ocr.recognizer import lines_of, remarks_on

        text, lines = lines_of(recognized, self._length)
        self.remarks += remarks_on(recognized, lines)
        if lines:
            self.lines += lines
            self.texts.append(text)
            self._length += len(text) + 1

    def _write_notes(self, waiting: list[tuple[Note, RowPage]]) -> None:
        for note, page in waiting:
            for number, (rows, text) in enumerate(note.parts):
                self._line(text, rows, "continues" if number else "footnote", page)
        waiting.clear()

    def _line(self, text: str, rows: list[Row], role: Role, page: RowPage) -> None:
        self.lines.append(Line(self._length, self._length + len(text), rows[0].page, _box(rows, page), role))
        self.texts.append(text)
        self._length += len(text) + 1


def _box(rows: list[Row], page: RowPage) -> tuple[float, float, float, float]:
    """Where the rows stand on the page as it is shown: left, top, right, bottom, from its upper left corner."""
    read = (
        min(row.x0 for row in rows),
        min(row.y - 0.25 * row.size for row in rows),
        max(row.x1 for row in rows),
        max(row.y + 0.8 * row.size for row in rows),
    )
    x0, y0, x1, y1 = turned_box(read, page.width, page.height, -page.quarters % 4)
    height = page.width if page.quarters % 2 else page.height
    return round(x0, 1), round(height - y1, 1), round(x1, 1), round(height - y0, 1)


def _role(piece: Piece, usual: Measure) -> Role:
    """A heading is set bold or large as a whole, bears no paragraph's label and does not end like a sentence."""
    if piece.rows[0].zone == "table":
        return "table_row"
    if piece.continues:
        return "continues"
    large = all(row.size > 1.08 * usual.size for row in piece.rows)
    bold = all(row.bold for row in piece.rows) and not usual.bold
    plain = LABEL.match(piece.text) is not None or piece.text.endswith((".", ";", ",", "؛", "،"))
    return "heading" if (large or bold) and not plain and len(piece.text) <= _LONGEST_HEADING else "body"


def _goes_on(pieces: Sequence[Sequence[Piece]], index: int) -> bool:
    """Whether the last paragraph of a page goes on behind it."""
    later = next((page for page in pieces[index + 1 :] if page), None)
    return later is not None and later[0].continues
