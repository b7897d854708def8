"""The organ by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.parsers.masthead.lines import Masthead

_MASTHEAD_LINE = 120
"""A line that names the organ is shorter; what is longer is a title."""
_SEARCHED = 90
_AT_THE_START = 30


def read_committee(m: Masthead) -> None:
    """«Third Committee», of the Assembly, on a line of its own before the agenda item."""
    for n, paragraph in enumerate(m.paragraphs):
        if not m.claimed[n] and m.language.drafts.committee_line.fullmatch(paragraph.folded):
            m.claim(m.starts[n], m.starts[n] + len(paragraph.folded), "committee")
            return


def read_organ(m: Masthead) -> None:
    """The organ's name, on a line of its own or at its start; the last one, for a council names its assembly first."""
    for n, paragraph in enumerate(m.paragraphs):
        text = paragraph.folded
        named = len(text) < _MASTHEAD_LINE and not m.claimed[n]
        for pattern, organ in m.language.masthead.organs if named else ():
            match = pattern.search(text, 0, _SEARCHED)
            if match and match.start() <= _AT_THE_START:
                m.head.organ = organ
                m.claim(m.starts[n] + match.start(), m.starts[n] + match.end(), "organ")
                break
        if m.head.organ and m.language.masthead.agenda.search(text):
            break
