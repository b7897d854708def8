"""On what the organ acted: a report, a proposal, a recommendation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.parsers.draft import Basis
from unres.scripts import western_digits

if TYPE_CHECKING:
    from unres.models.masthead import BasisKind
    from unres.parsers.masthead.lines import Masthead

_BRACKETED = re.compile(r"\[(?P<text>[^\[\]]{5,900})\]")
_SYMBOL_IN_TEXT = re.compile(r"(?<![\w/])[A-Z]{1,5}/[A-Za-z0-9./\-]*[A-Za-z0-9]")
_ELIDED = re.compile(r"(?:,|،)? ?(?:and |و ?)?(?P<suffix>(?:Add|Amend|Corr|Rev)\.\d{1,3})")
"""«A/65/L.78 and Add.1»: the second symbol leaves out what it shares with the first."""
_SUFFIX = re.compile(r"/(?:Add|Amend|Corr|Rev)\.\d{1,3}$")
_SYMBOL_ALONE = 20
"""«[S/3733]» names the draft and no basis in words; a basis in words is longer."""


def read_basis(m: Masthead) -> None:
    """«[on the report of the Third Committee (A/67/458)]»."""
    for match in _BRACKETED.finditer(m.text):
        text = match["text"]
        kind = next((kind for pattern, kind in m.language.masthead.basis_kinds if pattern.search(text)), None)
        symbols = symbols_in(text)
        if kind is None and len(text) < _SYMBOL_ALONE:
            m.claim(match.start(), match.end(), "basis")
            if symbols:
                m.head.basis = Basis("other", text.strip(), symbols)
            continue
        m.head.basis = _make_basis(kind or "other", m.written[match.start("text") : match.end("text")], m)
        m.claim(match.start(), match.end(), "basis")
        return
    _basis_of_adoption(m)


def _basis_of_adoption(m: Masthead) -> None:
    """«Adopted at the 81st plenary meeting, on ..., on the recommendation of the Committee (A/61/442), by ...»."""
    for n, paragraph in enumerate(m.paragraphs):
        if "adopted_on" not in m.claimed[n]:
            continue
        for pattern, kind in m.language.masthead.basis_kinds:
            if (match := pattern.search(paragraph.folded)) and (end := paragraph.folded.find(")", match.end())) > 0:
                m.head.basis = _make_basis(kind, paragraph.text[match.start() : end + 1], m)
                m.claim(m.starts[n] + match.start(), m.starts[n] + end + 1, "basis")
                return


def _make_basis(kind: BasisKind, text: str, m: Masthead) -> Basis:
    text = " ".join(text.split())
    committee = m.language.masthead.committee.search(text)
    name = committee["name"].strip(" ,،") if committee else None
    return Basis(kind, text, symbols_in(western_digits(text)), name)


def symbols_in(text: str) -> list[str]:
    """The document symbols of a remark; «A/65/L.78 and Add.1» gives both in full."""
    symbols: list[str] = []
    for match in _SYMBOL_IN_TEXT.finditer(text):
        symbols.append(match[0])
        at = match.end()
        while elided := _ELIDED.match(text, at):
            symbols.append(f"{_SUFFIX.sub('', match[0])}/{elided['suffix']}")
            at = elided.end()
    return symbols
