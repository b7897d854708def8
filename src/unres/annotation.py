"""Text with links: what was found in it, made clickable."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from unres.models.reference import Reference

Form = Literal["html", "markdown"]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")
_IN_ADDRESS = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"}


def annotate(
    text: str,
    references: Iterable[Reference],
    *,
    form: Form = "html",
    link: Callable[[Reference], str | None] | None = None,
) -> str:
    """The text with a link around every reference that leads somewhere.

    Args:
        text: The text in which the references were found: that given to :func:`unres.find_references`,
            or the text of the block or footnote that holds them.
        references: What was found. Of two that overlap the one that begins first is linked, of two that begin
            together the longer one.
        form: ``"html"``: everything is escaped, each link carries its kind and symbol in ``data-`` attributes.
            ``"markdown"``: marks that Markdown would read are escaped.
        link: Gives the address for a reference, or None for no link. By default the address at docs.un.org, and
            ``#op3`` for a reference to a block of the same document.

    Returns:
        HTML or Markdown; without its links it shows the text as it was.

    Raises:
        ValueError: a reference does not stand in this text where it says it does.
    """
    address = link or _address
    plain = escape if form == "html" else _plain_markdown
    out: list[str] = []
    at = 0
    for reference in _outermost(references):
        end = reference.offset + len(reference.text)
        if text[reference.offset : end] != reference.text:
            raise ValueError(f"the text does not hold {reference.text!r} at {reference.offset}: is it another text?")
        target = address(reference)
        if target is None or reference.offset < at:
            continue
        out.append(plain(text[at : reference.offset]))
        out.append(_html(reference, target) if form == "html" else _markdown(reference, target))
        at = end
    out.append(plain(text[at:]))
    return "".join(out)


def _outermost(references: Iterable[Reference]) -> Iterator[Reference]:
    """In the order of the text, longer before shorter."""
    yield from sorted(references, key=lambda reference: (reference.offset, -len(reference.text)))


def _address(reference: Reference) -> str | None:
    if reference.kind == "internal":
        return f"#{reference.block_ids[0]}" if reference.block_ids else None
    return reference.url


def _html(reference: Reference, target: str) -> str:
    attributes = f' data-kind="{reference.kind}"'
    if reference.symbol:
        attributes += f' data-symbol="{escape(reference.symbol)}"'
    if reference.confidence < 1:
        attributes += f' data-confidence="{reference.confidence:g}"'
    return f'<a href="{escape(target)}"{attributes}>{escape(reference.text)}</a>'


def _plain_markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _markdown(reference: Reference, target: str) -> str:
    for character, code in _IN_ADDRESS.items():
        target = target.replace(character, code)
    return f"[{_plain_markdown(reference.text)}]({target})"
