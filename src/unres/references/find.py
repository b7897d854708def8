"""Finds every reference of a document: the passages are joined, each kind is looked for once, the rest is sorting."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from unres.references import organs
from unres.references.documents import find_symbols, symbol_dict
from unres.references.passages import Context, Findings, Joined, Passage
from unres.references.resolutions import find_resolutions, resolution_dicts

if TYPE_CHECKING:
    from collections.abc import Sequence


def find_in_document(passages: Sequence[Passage], context: Context) -> Findings:
    """Every reference of the passages of one document, in the order of each passage's text.

    The passages come in reading order, footnotes last in the order of their labels. Each reference is a dict for
    the validation of :data:`unres.models.Reference`: ``kind`` is always there, defaults are left out.
    """
    findings = Findings([[] for _ in passages])
    if not passages:
        return findings
    joined = Joined(list(passages))
    limit = organs.limits(context.date, context.year, context.organ, context.session)
    language = context.language or "en"
    found: list[dict[str, Any]] = []
    symbols = find_symbols(joined.text)
    found += [symbol_dict(symbol, language) for symbol in symbols]
    cited, keywords = find_resolutions(joined, context, limit, symbols)
    for item in cited:
        found += resolution_dicts(item, language)
    found.sort(key=lambda reference: (reference["start"], -reference["end"]))
    for reference in found:
        index, start, end = joined.place(reference.pop("start"), reference.pop("end"))
        reference["offset"] = start
        reference["text"] = joined.passages[index].text[start:end]
        if reference.get("symbol") is None:
            reference.pop("symbol", None)
        findings.references[index].append(reference)
    return findings
