"""The page at ``/``: a form that works by itself, and better with its script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.exports.interface import codes, words
from unres.exports.pages import render, source

if TYPE_CHECKING:
    from unres.models.vocabulary import Language

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"
"""What the page that shows a parse may do in its frame; it never counts as a page of the service."""
_ACCEPTED = ".pdf,.docx,.html,.htm,.xml,.txt,.zip"
_MB = 1024 * 1024
_ASSETS = {"page.css": ("page.css", "form/form.css"), "page.js": ("form/form.js",)}


def asset(name: str) -> str:
    """A file of the page: its style begins with what all pages share."""
    return "".join(map(source, _ASSETS[name]))


def build(language: Language, max_body: int) -> str:
    """The page in a language."""
    languages = codes()
    return render(
        "form/form.html",
        language=language,
        languages=languages,
        others=[other for other in languages if other != language],
        words=words("form", language),
        accepted=_ACCEPTED,
        sandbox=SANDBOX,
        limit=max_body,
        size=f"{max_body / _MB:.3g}",
    )
