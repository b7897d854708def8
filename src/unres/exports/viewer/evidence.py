"""The side that proves: what each reference was read as and why, what the parser remarks, the pages themselves."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from unres.exports.viewer.markup import attribute, code, facts, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from unres.exports.viewer.edition import Cited, Edition, Remarked
    from unres.exports.viewer.pictures import Picture, Pictures
    from unres.exports.viewer.rows import Page
    from unres.models import Reference
    from unres.models.vocabulary import Language

    Words = Mapping[str, str]

_AROUND = 30  # characters shown before and after the place of a remark
_LONGEST = 300


class Panel(NamedTuple):
    """What stands behind one tab."""

    name: str
    title: str
    inside: str


def panels(page: Page) -> Iterator[Panel]:
    """Pages (of a PDF), references, remarks."""
    words = page.words
    if any(edition.pictures for edition in page.editions):
        yield Panel("pages", words["pages"], "".join(_pages(page, edition) for edition in page.editions))
    count = sum(len(edition.cited) for edition in page.editions)
    yield Panel("references", f"{words['references']} ({count})", _references(page, count))
    count = sum(len(edition.remarks) for edition in page.editions)
    yield Panel("remarks", f"{words['remarks']} ({count})", _remarks(page, count))


# ---- references


def _references(page: Page, count: int) -> str:
    words = page.words
    if not count:
        return f"<p>{escape(words['no_references'])}</p>"
    unsure = sum(_unsure(each.reference) for edition in page.editions for each in edition.cited)
    label = escape(words["unsure_only"].format(n=unsure))
    choice = f'<label class="choice"><input type="checkbox" id="ui-unsure"> {label}</label>' if unsure else ""
    lists = (
        f'{_heading(page, edition)}<ol class="cards">{"".join(_card(edition, each, words) for each in edition.cited)}</ol>'
        for edition in page.editions
        if edition.cited
    )
    return choice + "".join(lists)


def _heading(page: Page, edition: Edition) -> str:
    """Names the version, where there are two."""
    if len(page.editions) == 1:
        return ""
    return f"<h3>{escape(page.words[f'in_{edition.language}'])}</h3>"


def _unsure(reference: Reference) -> bool:
    return reference.confidence < 1 or bool(reference.alternatives)


def _card(edition: Edition, cited: Cited, words: Words) -> str:
    reference = cited.reference
    classes = "card unsure" if _unsure(reference) else "card"
    place = f"<a {attribute('href', '#' + cited.place)} dir=\"ltr\">{escape(cited.name)}</a>"
    rows = (
        (words["kind"], escape(_kind(reference, words))),
        (words["symbol"], _symbol(reference)),
        (words["title"], run(reference.title, edition.language) if reference.title else ""),
        (words["date"], code(reference.date.isoformat()) if reference.date else ""),
        (words["pinpoint"], _pinpoint(reference, words)),
        *_own(edition, reference, words),
        (words["place"], place),
        (words["confidence"], _confidence(reference.confidence)),
        (words["because"], run(reference.because, "en") if reference.because else ""),
        (words["alternatives"], _alternatives(reference)),
    )
    written = run(reference.text, edition.language, "p").replace("<p ", '<p class="written" ', 1)
    return f'<li class="{classes}" {attribute("id", cited.anchor)} tabindex="-1">{written}{facts(rows)}</li>'


def _kind(reference: Reference, words: Words) -> str:
    return words[reference.instrument if reference.kind == "resolution" else reference.kind]


def _symbol(reference: Reference) -> str:
    if reference.url is None:
        return code(reference.symbol) if reference.symbol else ""
    address = f"{attribute('href', reference.url)} target=\"_blank\" rel=\"noopener noreferrer\""
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
            f"<a {attribute('href', '#' + edition.anchor(each))} dir=\"ltr\">{escape(each)}</a>"
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
    shown = f"{confidence:.0%}"
    return f'<span class="sure"><span style="inline-size:{shown}"></span></span> {code(shown)}'


def _alternatives(reference: Reference) -> str:
    readings = (
        f"<li>{code(each.symbol)}{': ' + run(each.because, 'en') if each.because else ''}</li>"
        for each in reference.alternatives
    )
    inside = "".join(readings)
    return f"<ul>{inside}</ul>" if inside else ""


# ---- remarks


def _remarks(page: Page, count: int) -> str:
    if not count:
        return f"<p>{escape(page.words['no_remarks'])}</p>"
    lists = []
    for edition in page.editions:
        cards = "".join(
            _remark(edition, remark, page.words)
            for severity in ("error", "warning", "info")
            for remark in edition.remarks
            if remark.diagnostic.severity == severity
        )
        lists.append(f'{_heading(page, edition)}<ul class="cards">{cards}</ul>' if cards else "")
    return "".join(lists)


def _remark(edition: Edition, remark: Remarked, words: Words) -> str:
    diagnostic, span = remark.diagnostic, remark.diagnostic.span
    where = escape(words["whole"])
    if remark.stretch and span:
        at = f' data-at="{edition.prefix}{span.page}:{",".join(map(str, span.box))}"' if span.page and span.box else ""
        link = f"{attribute('href', '#' + remark.stretch.anchor)}{at} dir=\"ltr\""
        before = "" if remark.inside else f"{escape(words['after'])} "
        where = f"{before}<a {link}>{escape(remark.stretch.name.replace('_', ' '))}</a>"
    severity = f'<span class="severity {diagnostic.severity}">{escape(words[diagnostic.severity])}</span>'
    said = run(diagnostic.message, "en", "p")
    return (
        f'<li class="card" {attribute("id", remark.anchor)} tabindex="-1">'
        f"<p>{severity} {code(diagnostic.code)} · {where}</p>{said}{_excerpt(edition, remark)}</li>"
    )


def _excerpt(edition: Edition, remark: Remarked) -> str:
    """The source at the place, so that a remark can be judged where it stands."""
    span, source = remark.diagnostic.span, edition.resolution.source_text
    if span is None or not source[span.start : span.end].strip():
        return ""
    before = source[max(0, span.start - _AROUND) : span.start]
    marked = source[span.start : min(span.end, span.start + _LONGEST)]
    after = source[span.end : span.end + _AROUND] if span.end - span.start <= _LONGEST else "…"
    return (
        f'<blockquote class="excerpt" {edition.attributes}>{escape(before)}<mark>{escape(marked)}</mark>'
        f"{escape(after)}</blockquote>"
    )


# ---- pages


def _pages(page: Page, edition: Edition) -> str:
    pictures = edition.pictures
    if pictures is None:
        return ""
    boxes = _boxes(edition)
    note = _note(pictures, page.words)
    figures = (_figure(edition, each, pictures.total, boxes.get(each.number, ""), page.words) for each in pictures.pages)
    return f"{_heading(page, edition)}{note}{''.join(figures)}"


def _note(pictures: Pictures, words: Words) -> str:
    from unres.exports.viewer.pictures import MOST_BYTES

    if pictures.cut is None:
        return f'<p class="quiet">{escape(words["page_click"])}</p>'
    said = words[f"pictures_{pictures.cut}"].format(
        n=len(pictures.pages), m=pictures.total, size=MOST_BYTES // 1_048_576, reason=pictures.reason
    )
    return f'<p class="note-cut" role="note">{escape(said)}</p>'


def _boxes(edition: Edition) -> dict[int, str]:
    """For each page, a rectangle for each stretch of the text that stands on it."""
    boxes: dict[int, list[str]] = {}
    for anchor, _, span in edition.stretches:
        if span.page is None or span.box is None:
            continue
        left, top, right, bottom = span.box
        size = f'x="{left - 3:.1f}" y="{top - 2:.1f}" width="{right - left + 6:.1f}" height="{bottom - top + 4:.1f}"'
        boxes.setdefault(span.page, []).append(f"<rect {attribute('data-for', anchor)} {size}/>")
    return {number: "".join(each) for number, each in boxes.items()}


def _figure(edition: Edition, picture: Picture, total: int, boxes: str, words: Words) -> str:
    width, height = round(picture.width), round(picture.height)
    if picture.data:
        alternative = words["page_alt"].format(n=picture.number)
        attributes = f'loading="lazy" decoding="async" width="{width}" height="{height}"'
        shown = f'<img {attributes} {attribute("alt", alternative)} src="{picture.address}">'
    else:
        shown = f"<p>{escape(words['page_failed'].format(n=picture.number))}</p>"
    overlay = f'<svg viewBox="0 0 {picture.width:.1f} {picture.height:.1f}" aria-hidden="true">{boxes}</svg>'
    caption = escape(words["page"].format(n=picture.number, m=total))
    return (
        f'<figure class="page" id="{edition.prefix}page-{picture.number}"><figcaption>{caption}</figcaption>'
        f'<div class="sheet" style="aspect-ratio:{width}/{height}">{shown}{overlay}</div></figure>'
    )

