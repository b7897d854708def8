"""The head of a paper for a Model United Nations: "Topic:", "Committee:", "Sponsors:", "Signatories:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.layout.starts import lists_names
from unres.parsers.masthead.submission import sponsors

if TYPE_CHECKING:
    from unres.parsers.masthead.lines import Masthead


def read_paper_head(m: Masthead) -> None:
    """«Topic: Lighting of harbours» gives the title, «Sponsors: Ruritania, Freedonia» who submits the draft."""
    for n, paragraph in enumerate(m.paragraphs):
        match = m.language.drafts.head.match(paragraph.folded)
        if match is None:
            continue
        name = match.lastgroup or ""
        last = n
        while last + 1 < len(m.paragraphs) and name in ("sponsors", "signatories") and _goes_on(m, last):
            last += 1
        value = " ".join([paragraph.text[match.end() :], *(each.text for each in m.paragraphs[n + 1 : last + 1])])
        if name == "topic":
            m.head.title = value if m.head.title is None else m.head.title
        elif name == "sponsors":
            m.head.sponsors, m.head.status = sponsors(value, m), "draft"
        if name != "committee":
            m.claim(m.starts[n], m.starts[last] + len(m.paragraphs[last].folded), "title" if name == "topic" else name)


def _goes_on(m: Masthead, n: int) -> bool:
    """Whether the names on a line go on with the next."""
    return m.paragraphs[n].folded.endswith(m.language.drafts.comma) and lists_names(
        m.paragraphs[n + 1].folded + m.language.drafts.comma, m.language
    )
