"""What each reference was read as, on what evidence, and what else it could be."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

from unres.exports.explained import reasons
from unres.exports.viewer.markup import attribute, code, facts, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from unres.exports.viewer.edition import Cited, Edition
    from unres.exports.viewer.rows import Page
    from unres.models import Reference

    Words = Mapping[str, str]

_LEADS_OUT = ("https://", "http://")  # a resolution may come from JSON, with any address in it
_SURE = 0.99  # below it a reading is worth a look


def references(page: Page, count: int) -> str:
    """A card for each reference: what it was read as, why, and what else it could be."""
    words = page.words
    if not count:
        return f"<p>{escape(words['no_references'])}</p>"
    unsure = sum(_unsure(each.reference) for edition in page.editions for each in edition.cited)
    label = escape(words["unsure_only"].format(n=unsure))
    choice = f'<label class="choice"><input type="checkbox" id="ui-unsure"> {label}</label>' if unsure else ""
    return choice + "".join(_cards(page, edition) for edition in page.editions if edition.cited)


def _cards(page: Page, edition: Edition) -> str:
    cards = "".join(_card(edition, each, page.words) for each in edition.cited)
    return f'{page.heading(edition)}<ol class="cards">{cards}</ol>'


def _unsure(reference: Reference) -> bool:
    return reference.confidence < _SURE or bool(reference.alternatives)


def _card(edition: Edition, cited: Cited, words: Words) -> str:
    reference = cited.reference
    classes = "card unsure" if _unsure(reference) else "card"
    place = f'<a {attribute("href", "#" + cited.place)} dir="ltr">{escape(cited.name)}</a>'
    rows = (
        (words["kind"], escape(_kind(reference, words))),
        (words["symbol"], _symbol(reference)),
        (words["title"], run(reference.title, edition.language) if reference.title else ""),
        (words["date"], code(reference.date.isoformat()) if reference.date else ""),
        (words["pinpoint"], _pinpoint(reference, words)),
        *_own(edition, reference, words),
        (words["place"], place),
        (words["confidence"], _confidence(reference.confidence)),
        (words["because"], _because(reference.because, words)),
        (words["alternatives"], _alternatives(reference, words)),
    )
    written = run(reference.text, edition.language, "p").replace("<p ", '<p class="written" ', 1)
    return f'<li class="{classes}" {attribute("id", cited.anchor)} tabindex="-1">{written}{facts(rows)}</li>'


def _kind(reference: Reference, words: Words) -> str:
    return words[reference.instrument if reference.kind == "resolution" else reference.kind]


def _symbol(reference: Reference) -> str:
    if reference.url is None or not reference.url.startswith(_LEADS_OUT):
        return code(reference.symbol) if reference.symbol else ""
    address = f'{attribute("href", reference.url)} target="_blank" rel="noopener noreferrer"'
    return f"<a {address}>{code(reference.symbol or reference.url)}</a>"


def _pinpoint(reference: Reference, words: Words) -> str:
    where = reference.pinpoint
    if where is None:
        return ""
    named = (
        (words["annex"], "" if where.annex == "annex" else where.annex),
        (words["section"], where.section),
        (words["chapter"], where.chapter),
        (words["articles"], ", ".join(where.article) or None),
        (words["paragraphs"], ", ".join(where.paragraphs) or None),
    )
    return "; ".join(f"{escape(name)} {_value(value)}".strip() for name, value in named if value is not None)


def _value(value: str) -> str:
    return f"<bdi>{escape(value)}</bdi>" if value else ""


def _own(edition: Edition, reference: Reference, words: Words) -> Iterator[tuple[str, str]]:
    """What only one kind of reference has."""
    if reference.kind == "internal":
        links = (
            f'<a {attribute("href", "#" + edition.anchor(each))} dir="ltr">{escape(each)}</a>'
            for each in reference.block_ids
        )
        yield words["leads_to"], ", ".join(links) or escape(words["whole"])
    elif reference.kind == "treaty":
        yield words["volumes"], _value(", ".join(reference.volumes))
        yield words["number"], _value(reference.number or "")
    elif reference.kind in ("article", "charter"):
        yield words["articles"], _value(", ".join(reference.articles))
        if reference.kind == "charter":
            yield words["chapter"], _value(", ".join(reference.chapters))
        else:
            yield words["instrument"], run(reference.instrument, edition.language) if reference.instrument else ""
    elif reference.kind == "ibid" and reference.repeats:
        again = reference.repeats
        said = f"{escape(_kind(again, words))}: {run(again.text, edition.language)}"
        yield words["repeats"], said + (f" ({_symbol(again)})" if again.symbol else "")


def _confidence(confidence: float) -> str:
    shown = f"{math.floor(confidence * 1000) / 10:g}%"  # what is not wholly sure is never shown as 100%
    return f'<span class="sure"><span style="inline-size:{shown}"></span></span> {code(shown)}'


def _because(because: str, words: Words) -> str:
    """The reasons, each in its language: what has no Arabic word stays English."""
    return words["semicolon"].join(run(said, each) for said, each in reasons(because, words["language"]))


def _alternatives(reference: Reference, words: Words) -> str:
    readings = (
        f"<li>{code(each.symbol)}{': ' + _because(each.because, words) if each.because else ''}</li>"
        for each in reference.alternatives
    )
    inside = "".join(readings)
    return f"<ul>{inside}</ul>" if inside else ""
