"""An alignment in a notebook: where the versions disagree, then both side by side, English left and Arabic right."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.html.document import notes_by_label, shown
from unres.exports.html.inline import language_attributes, text_html
from unres.exports.labels import heading_number, printed_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unres.alignment import Alignment, BlockPair
    from unres.models import Block, Resolution
    from unres.models.vocabulary import Language

FIRST = 8
"""So many pairs are seen before the rest is unfolded."""
MOST = 80
"""So many pairs go into one output."""
_UNSURE = 0.5
_CHECKS = 20


def show(alignment: Alignment) -> tuple[str, str]:
    """What is shown; the words around both versions are English."""
    english, arabic = alignment.english, alignment.arabic
    titles = "".join(
        f'<td class="wide" {language_attributes(version.language)}>{shown(version.title or "", version.language)}</td>'
        for version in (english, arabic)
    )
    symbol = escape(english.symbol or arabic.symbol or "Two versions")
    counts = ", ".join(f"{number} × {shape}" for shape, number in sorted(alignment.counts().items(), reverse=True))
    rows = [_row(alignment, pair) for pair in alignment.pairs[:MOST]]
    out = [
        f'<h3 class="head"><bdi dir="ltr" class="symbol">{symbol}</bdi></h3>',
        f'<p class="quiet">pairs, Arabic-English: {escape(counts)}</p>',
        _checks(alignment),
        _table(f'<tr class="titles"><td></td>{titles}</tr>' + "".join(rows[:FIRST])),
    ]
    if rows[FIRST:]:
        number = len(rows) - FIRST
        out.append(
            f'<details><summary>the rest <span class="count">({number})</span></summary>{_table("".join(rows[FIRST:]))}'
            "</details>"
        )
    if len(alignment.pairs) > MOST:
        hint = "unres.exports.parallel.to_parallel_html(alignment)"
        out.append(f'<p class="left-out">{len(alignment.pairs) - MOST} more · <code>{hint}</code></p>')
    return "".join(out), "en"


def _table(rows: str) -> str:
    return f'<div class="scroll"><table class="sides"><tbody>{rows}</tbody></table></div>'


def _checks(alignment: Alignment) -> str:
    """Where the versions disagree, unfolded when they do."""
    checks = alignment.checks()
    if not checks:
        return ""
    items = "".join(f'<li class="warning">{escape(check.message)}</li>' for check in checks[:_CHECKS])
    more = f'<p class="left-out">{len(checks) - _CHECKS} more · <code>alignment.checks()</code></p>'
    return (
        f'<details open><summary>To look at <span class="count">({len(checks)})</span></summary>'
        f'<ul class="remarks">{items}</ul>{more if len(checks) > _CHECKS else ""}</details>'
    )


def _row(alignment: Alignment, pair: BlockPair) -> str:
    left = [alignment.block("en", name) for name in pair.english]
    right = [alignment.block("ar", name) for name in pair.arabic]
    place = f'<bdi dir="ltr" class="id">{escape(" ".join(dict.fromkeys((*pair.english, *pair.arabic))))}</bdi>'
    unsure = bool(left) and bool(right) and pair.score < _UNSURE
    place += f' <span class="low">{pair.score:.0%}</span>' if unsure else ""
    because = escape(f"{pair.score:.2f}: {pair.because}")
    sides = _side(left, alignment.english) + _side(right, alignment.arabic)
    return f'<tr><td class="short" title="{because}">{place}</td>{sides}</tr>'


def _side(blocks: list[Block], version: Resolution) -> str:
    language, notes = version.language, notes_by_label(version)
    texts = "<br>".join(_text(block, language, notes) for block in blocks) or '<span class="quiet">—</span>'
    return f'<td class="wide" {language_attributes(language)}>{texts}</td>'


def _text(block: Block, language: Language, notes: Mapping[str, str]) -> str:
    before = heading_number(block) or f"{printed_label(block, language)} "
    return f"{escape(before.lstrip())}{text_html(block, notes, language=language, address=_outside)}"


def _outside(reference: object) -> str | None:
    """Links within the resolution lead nowhere here, for blocks bear no anchors."""
    url: str = getattr(reference, "url", None) or ""
    return url if url.startswith(("https://", "http://")) else None
