"""What the cover says of the document as printed: its distribution, language, job number and date of issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.parsers.masthead.lines import Masthead

_JOB = re.compile(r"^(?P<job>\d{2}-\d{5}|[NGVK]\d{7})\b", re.MULTILINE)


def read_united_nations(m: Masthead) -> None:
    """«United Nations», «الأمم المتحدة», at the head of the first page."""
    for n, paragraph in enumerate(m.paragraphs[:6]):
        if m.language.masthead.united_nations.fullmatch(paragraph.folded):
            m.claim(m.starts[n], m.starts[n] + 1, "united_nations")


def read_distribution(m: Masthead) -> None:
    """«Distr.: General», «Original: English», «Arabic»."""
    if match := m.language.masthead.distribution.search(m.text):
        m.head.distribution = (match["distribution"] or match.groupdict().get("arabic") or "").capitalize()
        m.claim(match.start(), match.end(), "distribution")
    if match := m.language.masthead.original.search(m.text):
        m.head.original_language = match["language"] or match.groupdict().get("arabic")
        m.claim(match.start(), match.end(), "original_language")
    for match in m.language.masthead.language_line.finditer(m.text):
        m.claim(match.start(), match.end(), "language")
    if match := _JOB.search(m.text):
        m.head.job_number = match["job"]
        m.claim(match.start(), match.end(), "job_number")


def read_issue(m: Masthead) -> None:
    """The date of issue: alone on its line, or behind the distribution."""
    for date in m.dates:
        n = m.line(date.start)
        line = m.paragraphs[n].folded
        alone = line.strip() == m.text[date.start : date.end]
        behind = "distribution" in m.claimed[n] and line.rstrip().endswith(m.text[date.start : date.end])
        if (alone or behind) and not m.is_taken(date.start):
            m.head.issued = date
            m.claim(date.start, date.end, "issued_on")
            return
