"""What stands around the text: the bar with the search, the outline, the evidence, the help."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.viewer.evidence import panels
from unres.exports.viewer.markup import attribute, code
from unres.exports.viewer.outline import outline_markup
from unres.exports.viewer.text import text_markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unres.exports.viewer.rows import Page

    Words = Mapping[str, str]

_KEYS = (
    ("j k", "key_move"),
    ("n p", "key_reference"),
    ("/", "key_search"),
    ("Enter", "key_enter"),
    ("o", "key_outline"),
    ("g", "key_pages"),
    ("r", "key_references"),
    ("d", "key_remarks"),
    ("t", "key_theme"),
    ("?", "key_help"),
    ("Esc", "key_close"),
)
"""What ``viewer.js`` listens to."""


def frame(page: Page, made_by: str) -> str:
    """The body of the page."""
    words = page.words
    columns = "two" if len(page.editions) > 1 else "one"
    return (
        f'<a class="skip" href="#ui-text">{escape(words["skip"])}</a>'
        f"{_bar(page)}"
        f'<div class="frame {columns}">'
        f'<nav id="ui-outline" tabindex="-1" {attribute("aria-label", words["outline"])}>{outline_markup(page)}</nav>'
        f'<main id="ui-text" tabindex="-1">{text_markup(page)}<footer><p>{escape(made_by)}</p></footer></main>'
        f"{_evidence(page)}</div>{_help(words)}"
    )


def _bar(page: Page) -> str:
    words = page.words
    symbol = next((edition.resolution.symbol for edition in page.editions if edition.resolution.symbol), None)
    return (
        '<header class="bar">'
        f"{_button('ui-outline-shown', words['outline'], '☰', _opens('ui-outline'))}"
        f'<span class="name">{code(symbol) if symbol else ""}</span>'
        f'<search><label for="ui-query" class="unseen">{escape(words["search"])}</label>'
        f'<input type="search" id="ui-query" dir="auto" autocomplete="off" spellcheck="false" '
        f"{attribute('placeholder', words['search_hint'])}>"
        '<output id="ui-count" for="ui-query" aria-live="polite"></output>'
        f"{_button('ui-previous', words['previous'], '↑')}{_button('ui-next', words['next'], '↓')}</search>"
        f"{_button('ui-evidence-shown', words['evidence'], '§', _opens('ui-evidence'))}"
        f"{_button('ui-theme', words['theme'], '◐')}{_button('ui-help-shown', words['help'], '?')}</header>"
    )


def _button(anchor: str, title: str, sign: str, more: str = "") -> str:
    said = f"{attribute('title', title)} {attribute('aria-label', title)}"
    return f'<button type="button" id="{anchor}" {said} {more}>{sign}</button>'


def _opens(anchor: str) -> str:
    return f'aria-expanded="true" aria-controls="{anchor}"'


def _evidence(page: Page) -> str:
    shown = list(panels(page))
    tabs = "".join(
        f'<button type="button" role="tab" id="ui-tab-{each.name}" aria-controls="ui-{each.name}" '
        f'aria-selected="{str(index == 0).lower()}" tabindex="{0 if index == 0 else -1}">{escape(each.title)}</button>'
        for index, each in enumerate(shown)
    )
    bodies = "".join(
        f'<section role="tabpanel" id="ui-{each.name}" class="panel" tabindex="0" aria-labelledby="ui-tab-{each.name}">'
        f"{each.inside}</section>"
        for each in shown
    )
    label = attribute("aria-label", page.words["evidence"])
    closing = _button("ui-evidence-closed", page.words["close"], "×")
    head = f'<div class="tabs"><div role="tablist" {label}>{tabs}</div>{closing}</div>'
    return f'<aside id="ui-evidence" {label}>{head}{bodies}</aside>'


def _help(words: Words) -> str:
    rows = "".join(
        f"<div><dt>{' '.join(f'<kbd>{escape(key)}</kbd>' for key in keys.split())}</dt>"
        f"<dd>{escape(words[name])}</dd></div>"
        for keys, name in _KEYS
    )
    return (
        f'<dialog id="ui-help" aria-labelledby="ui-help-title"><h2 id="ui-help-title">{escape(words["keys"])}</h2>'
        f'<label class="choice"><input type="checkbox" id="ui-keys" checked> {escape(words["keys_on"])}</label>'
        f'<dl class="facts">{rows}</dl><p>{escape(words["about_search"])}</p>'
        f'<form method="dialog"><button>{escape(words["close"])}</button></form></dialog>'
    )
