"""A resolution in a notebook: head, remarks, and its parts to unfold; a long one shows its beginning."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.html.document import (
    annex_title,
    blocks_html,
    diagnostics_html,
    footnotes_html,
    notes_by_label,
    title_html,
)
from unres.exports.interface import word
from unres.exports.labels import printed_formula
from unres.exports.notebook.frame import new_anchors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from unres.models import Block, Footnote, Resolution

SHORT = 6_000
"""Up to so many characters a resolution is shown unfolded."""
MOST = 60_000
"""So many characters of blocks and notes go into one output; a notebook stores each."""
FIRST = 5
"""So many blocks of a long part are seen before it is unfolded."""


def show(resolution: Resolution) -> tuple[str, str]:
    """What is shown, and the language that sets its direction."""
    shown = _Shown(resolution)
    return shown.html(), resolution.language


class _Shown:
    """One output: counts what has been shown, and what has not."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.language = resolution.language
        self.anchors = new_anchors()
        self.notes = notes_by_label(resolution)
        self.room = MOST
        self.left_out = 0
        self.long = sum(len(block.text) for block in resolution.walk()) > SHORT

    def html(self) -> str:
        resolution, language = self.resolution, self.language
        out = [title_html(resolution, level=3), self._remarks()]
        if resolution.enacting_formula:
            out.append(f'<p class="formula">{escape(printed_formula(resolution))}</p>')
        out.append(self._part(word("preamble", language), resolution.preamble, unfolded=not self.long))
        out.append(self._part(word("operative", language), resolution.operative, unfolded=True))
        out += (self._part(annex_title(annex, language), annex.blocks, unfolded=False) for annex in resolution.annexes)
        out.append(self._footnotes(resolution.footnotes))
        if self.left_out:
            hint = "unres.exports.html.to_html(resolution)"
            text = f"{word('left_out', language)}: {self.left_out:,}"
            out.append(f'<p class="left-out">{escape(text)} · <code dir="ltr">{hint}</code></p>')
        return "".join(out)

    def _part(self, title: str, blocks: Sequence[Block], *, unfolded: bool) -> str:
        """A part of the resolution to unfold; of a long one the beginning, and the rest to unfold."""
        if not blocks:
            return ""
        number = sum(1 for block in blocks for _ in block.walk())
        fitting = list(self._fitting(blocks))
        beginning, rest = fitting, []
        if self.long and unfolded and len(fitting) > FIRST:
            beginning, rest = fitting[:FIRST], fitting[FIRST:]
        inside = blocks_html(beginning, self.language, self.notes, self.anchors)
        if rest:
            under = blocks_html(rest, self.language, self.notes, self.anchors)
            inside += _details(word("rest", self.language), len(rest), under, unfolded=False)
        return _details(title, number, inside, unfolded=unfolded)

    def _fitting(self, blocks: Iterable[Block]) -> Iterable[Block]:
        """The blocks for which there is room; what is left out is counted."""
        for block in blocks:
            members = list(block.walk())
            if self.room <= 0:
                self.left_out += len(members)
                continue
            self.room -= sum(len(member.text) for member in members)
            yield block

    def _footnotes(self, notes: Sequence[Footnote]) -> str:
        if not notes:
            return ""
        fitting = []
        for note in notes:
            if self.room <= 0:
                self.left_out += 1
                continue
            self.room -= len(note.text)
            fitting.append(note)
        return _details(
            word("footnotes", self.language),
            len(notes),
            footnotes_html(fitting, self.language, self.anchors),
            unfolded=not self.long,
        )

    def _remarks(self) -> str:
        """What the parser has to say: unfolded when it is more than a repair."""
        remarks = self.resolution.diagnostics
        if not remarks:
            return ""
        counts = {severity: sum(r.severity == severity for r in remarks) for severity in ("error", "warning")}
        marks = "".join(
            f' <span class="{severity}">{escape(word(severity, self.language))}: {number}</span>'
            for severity, number in counts.items()
            if number
        )
        inside = diagnostics_html(remarks[: FIRST * 4], self.resolution)
        if len(remarks) > FIRST * 4:
            inside += (
                f'<p class="left-out">+ {len(remarks) - FIRST * 4} · <code dir="ltr">resolution.diagnostics</code></p>'
            )
        title = escape(word("diagnostics", self.language))
        return _details(title, len(remarks), inside, unfolded=any(counts.values()), after=marks)


def _details(title: str, number: int, inside: str, *, unfolded: bool, after: str = "") -> str:
    """A part to unfold; ``title`` is HTML."""
    opened = " open" if unfolded else ""
    return (
        f'<details{opened}><summary>{title} <span class="count">({number:,})</span>{after}</summary>{inside}</details>'
    )
