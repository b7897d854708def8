"""A workbook: rows wait as lines of a sheet's XML, to which is only added, and are packed when all are there."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from unres.batch.outputs.sinks import StreamSink
from unres.exports.columns import cells_of_file, names_in_files
from unres.exports.sheet import rows_of_sheet, write_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.batch.parsing import ParsedFile
    from unres.exports.columns import Of

_WIDTHS = {"text": 60, "title": 40, "source": 30, "symbol": 18}
"""In letters, of columns whose values are long; the others have that of a date."""
_WIDTH = 12


def encode(parsed: Sequence[ParsedFile], of: Of) -> bytes:
    """The rows of a table."""
    rows = (row for one in parsed for row in cells_of_file(of, one.source, one.resolutions))
    return "".join(map(rows_of_sheet, rows)).encode("utf-8", "surrogateescape")


class SheetSink(StreamSink):
    """As :class:`StreamSink`, and packs what has grown."""

    def __init__(self, output: str, partial: str, of: Of) -> None:
        super().__init__(output, partial)
        self._of = of
        self._packed = os.path.join(partial, "packed")

    def finish(self) -> None:
        """As :class:`Sink`.

        Raises:
            OSError: there are more rows than a sheet has.
        """
        self._open.sync()
        self._open.close()
        names = names_in_files(self._of)
        widths = [_WIDTHS.get(name, _WIDTH) for name in names]
        try:
            with open(self._path, "rb") as lines, open(self._packed, "wb") as file:
                write_workbook(file, self._of, names, widths, lines)
                file.flush()
                os.fsync(file.fileno())
        except ValueError as error:
            raise OSError(errno.EFBIG, str(error), self._output) from error
        os.replace(self._packed, self._output)
