"""The recorded vote, where the masthead gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.parsers.vote import add_states, read_vote

if TYPE_CHECKING:
    from unres.parsers.masthead.lines import Masthead


def read_recorded_vote(m: Masthead) -> None:
    """«Adopted ... by a recorded vote of 156 to 2, with 3 abstentions, as follows:», and the States behind it."""
    for n, paragraph in enumerate(m.paragraphs):
        vote = read_vote(paragraph.folded, m.language) if m.language.closing.remark.match(paragraph.folded) else None
        if vote is None:
            continue
        m.head.vote = vote
        m.claim(m.starts[n], m.starts[n] + len(paragraph.folded), "vote")
        for k in range(n + 1, len(m.paragraphs)):
            if m.language.closing.states.match(m.paragraphs[k].folded) is None:
                break
            add_states(vote, m.paragraphs[k].folded, m.language)
            m.claim(m.starts[k], m.starts[k] + len(m.paragraphs[k].folded), "vote")
        return
