"""What the parser remarks, each with its place."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.explained import check_said, meaning
from unres.exports.html.document import shown
from unres.exports.viewer.markup import attribute, code, run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unres.exports.viewer.edition import Edition, Remarked
    from unres.exports.viewer.rows import Disagreement, Page

    Words = Mapping[str, str]

_AROUND = 30  # characters shown before and after the place of a remark
_LONGEST = 300


def remarks(page: Page, count: int) -> str:
    """A card for each diagnostic, errors first, with the place in the source and the way to it."""
    if not count:
        return f"<p>{escape(page.words['no_remarks'])}</p>"
    lists = [_disagreements(page)]
    for edition in page.editions:
        cards = "".join(
            _remark(edition, remark, page.words)
            for severity in ("error", "warning", "info")
            for remark in edition.remarks
            if remark.diagnostic.severity == severity
        )
        lists.append(f'{page.heading(edition)}<ul class="cards">{cards}</ul>' if cards else "")
    return "".join(lists)


def _disagreements(page: Page) -> str:
    """Where the two versions say different things, with the way to both places."""
    if not page.disagreements:
        return ""
    cards = "".join(_disagreement(each, page.words) for each in page.disagreements)
    return f'<h3>{escape(page.words["disagreements"])}</h3><ul class="cards">{cards}</ul>'


def _disagreement(disagreement: Disagreement, words: Words) -> str:
    check = disagreement.check
    links = ", ".join(
        f"<a {attribute('href', '#' + anchor)}>{escape(name)}</a>" for anchor, name in disagreement.places
    )
    severity = f'<span class="severity warning">{escape(words["warning"])}</span>'
    kind = code(check.kind.replace("_", " "))
    said = _said(check_said(check, words["language"]), check.message)
    return (
        f'<li class="card" {attribute("id", disagreement.anchor)} tabindex="-1">'
        f"<p>{severity} {kind} · {links or escape(words['whole'])}</p>{said}</li>"
    )


def _said(arabic: str, message: str) -> str:
    """What is said in the interface's language, where that is Arabic, then the message itself, which is English."""
    return (run(arabic, "ar", "p") if arabic else "") + run(message, "en", "p")


def _remark(edition: Edition, remark: Remarked, words: Words) -> str:
    diagnostic, span = remark.diagnostic, remark.diagnostic.span
    where = escape(words["whole"])
    if remark.stretch and span:
        link = f'{attribute("href", "#" + remark.stretch.anchor)} dir="ltr"'
        before = "" if remark.inside else f"{escape(words['after'])} "
        where = f"{before}<a {link}>{escape(remark.stretch.name.replace('_', ' '))}</a>"
    severity = f'<span class="severity {diagnostic.severity}">{escape(words[diagnostic.severity])}</span>'
    said = _said(meaning(diagnostic.code, words["language"]), diagnostic.message)
    return (
        f'<li class="card" {attribute("id", remark.anchor)} tabindex="-1">'
        f"<p>{severity} {code(diagnostic.code)} · {where}</p>{said}{_excerpt(edition, remark)}</li>"
    )


def _excerpt(edition: Edition, remark: Remarked) -> str:
    """The source at the place, so that a remark can be judged where it stands."""
    span, source, language = remark.diagnostic.span, edition.resolution.source_text, edition.language
    if span is None or not source[span.start : span.end].strip():
        return ""
    before = _from_a_word(source[max(0, span.start - _AROUND) : span.start], whole=span.start <= _AROUND)
    marked = source[span.start : min(span.end, span.start + _LONGEST)]
    rest = source[span.end : span.end + _AROUND]
    after = _to_a_word(rest, whole=len(rest) < _AROUND) if span.end - span.start <= _LONGEST else "…"
    inside = f"{shown(before, language)}<mark>{shown(marked, language)}</mark>{shown(after, language)}"
    return f'<blockquote class="excerpt" {edition.attributes}>{inside}</blockquote>'


def _from_a_word(text: str, *, whole: bool) -> str:
    """Without the end of a word at the beginning: half a word is joined wrongly in Arabic."""
    return text if whole else "…" + text[_word(text) :]


def _to_a_word(text: str, *, whole: bool) -> str:
    """Without the begin of a word at the end."""
    return text if whole else text[: len(text) - _word(text[::-1])] + "…"


def _word(text: str) -> int:
    """How many characters come before the first space."""
    return next((at for at, letter in enumerate(text) if letter.isspace()), len(text))
