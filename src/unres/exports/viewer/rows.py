"""A row of the middle: what stands side by side, with its name and its marks at the edge."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from unres.exports.explained import check_said, meaning
from unres.exports.viewer.markup import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from unres.alignment import Alignment, Check
    from unres.exports.viewer.edition import Edition
    from unres.models.vocabulary import Severity


class Cell(NamedTuple):
    """What one language has in a row."""

    anchors: tuple[str, ...]
    """The ids of what is in it, which ``markup`` carries."""
    markup: str


class Disagreement(NamedTuple):
    """What the two versions say differently."""

    anchor: str
    """The id of its card."""
    check: Check
    places: list[tuple[str, str]]
    """What disagrees: the id of each, and what to call it."""


class Flag(NamedTuple):
    """A mark at the edge of a row, which leads to a card."""

    card: str
    severity: Severity
    message: str


@dataclass(slots=True)
class Page:
    """What every part of the page is made from."""

    editions: Sequence[Edition]
    words: Mapping[str, str]
    """Of the interface."""
    alignment: Alignment | None = None
    """What stands beside what, where there are two languages."""
    disagreements: list[Disagreement] = field(init=False)
    flags: dict[str, list[Flag]] = field(init=False)
    """Warnings and errors by the id of their place."""

    def __post_init__(self) -> None:
        self.disagreements = list(self._disagreements())
        self.flags = defaultdict(list)
        language = self.words["language"]
        for edition in self.editions:
            for remark in edition.remarks:
                said = remark.diagnostic
                if remark.stretch and said.severity != "info":
                    self.flags[remark.stretch.anchor].append(
                        Flag(remark.anchor, said.severity, meaning(said.code, language) or said.message)
                    )
        for each in self.disagreements:
            for place, _ in each.places[:1]:  # both places stand in one row, which needs one flag
                self.flags[place].append(
                    Flag(each.anchor, "warning", check_said(each.check, language) or each.check.message)
                )

    def _disagreements(self) -> Iterator[Disagreement]:
        """What the alignment finds, each with the elements that it is about."""
        for index, check in enumerate(self.alignment.checks() if self.alignment else (), start=1):
            places = [
                (edition.anchor(name.replace("fn:", "fn-", 1)), f"{self.words[f'in_{edition.language}']} {name}")
                for edition in self.editions
                for name in (check.arabic if edition.language == "ar" else check.english)
            ]
            yield Disagreement(f"check-{index}", check, places)

    def row(self, name: str, cells: Sequence[Cell | None], about: str = "") -> str:
        """A row with its name, which leads to it, what is said about it, and its flags.

        Args:
            name: What the row is called: ``op4``.
            cells: One for each edition.
            about: Markup that stands under the name.
        """
        anchors = [anchor for cell in cells if cell for anchor in cell.anchors]
        gutter = self.gutter(name, anchors, about)
        return bare_row([cell.markup if cell else self._nothing() for cell in cells], gutter)

    def gutter(self, name: str, anchors: Sequence[str], about: str = "") -> str:
        """What stands at the edge of a row: its name, what is said about it, and its flags."""
        link = f'<a class="id" dir="ltr" {attribute("href", "#" + anchors[0])}>{escape(name)}</a>'
        flags = (_flag(flag, self.words) for anchor in anchors for flag in self.flags.get(anchor, ()))
        return link + about + "".join(flags)

    def heading(self, edition: Edition) -> str:
        """Names the version, where there are two."""
        if len(self.editions) == 1:
            return ""
        return f"<h3>{escape(self.words[f'in_{edition.language}'])}</h3>"

    def _nothing(self) -> str:
        return f'<p class="nothing" {attribute("title", self.words["only_here"])}>–</p>'


def _flag(flag: Flag, words: Mapping[str, str]) -> str:
    title = f"{words[flag.severity]}: {flag.message}"
    link = f"{attribute('href', '#' + flag.card)} {attribute('title', title)} {attribute('aria-label', title)}"
    return f'<a class="flag {flag.severity}" {link}>!</a>'


def bare_row(cells: Sequence[str], gutter: str = "") -> str:
    """A row without a name."""
    inside = "".join(f'<div class="cell">{cell}</div>' for cell in cells)
    return f'<div class="row"><div class="gutter">{gutter}</div>{inside}</div>'
