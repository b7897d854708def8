"""How the documentation becomes a site: ``make site`` writes build/site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unres import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "unres"
author = "The unres authors"
copyright = author  # noqa: A001  the name that Sphinx asks for
release = version = __version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
exclude_patterns = ["_build"]
myst_heading_anchors = 3
myst_enable_extensions = ["attrs_block", "colon_fence"]
nb_execution_mode = "force"  # what the tutorial shows is what this version does
nb_execution_timeout = 120
nb_execution_raise_on_error = True

html_theme = "furo"
html_title = f"unres {release}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1f5f8b", "color-brand-content": "#1f5f8b"},
    "dark_css_variables": {"color-brand-primary": "#7db8e0", "color-brand-content": "#7db8e0"},
}


_ROOT = Path(__file__).parents[1]
_WHOLE = {"contributing": "CONTRIBUTING.md", "changelog": "CHANGELOG.md"}
"""Pages that stand for a file of the repository's root: the site shows the file itself."""
_PAGES = {name: f"{page}.md" for page, name in _WHOLE.items()}
_OUTWARD = re.compile(r"\[([^\]\n]+)\]\((?:\.\./)?([\w./-]+)\)")


def _inside_the_site(_app: Sphinx, page: str, content: list[str]) -> None:
    """Links to files of the repository that are no pages of the site lose their address there."""
    text = (_ROOT / _WHOLE[page]).read_text("utf-8") if page in _WHOLE else content[0]

    def link(match: re.Match[str]) -> str:
        words, target = match.groups()
        target = target.removeprefix("docs/")
        if target in _PAGES:
            return f"[{words}]({_PAGES[target]})"
        return f"[{words}]({target})" if (_ROOT / "docs" / target).exists() else words

    content[0] = _OUTWARD.sub(link, text)


def _direction(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    """A page written from right to left says so in its front matter (``dir: rtl``); its article is marked so."""
    meta = context.get("meta") or {}
    if meta.get("dir") == "rtl" and "body" in context:
        language = meta.get("lang", "ar")
        context["body"] = f'<div lang="{language}" dir="rtl" class="rtl">{context["body"]}</div>'


_ACCESSIBLE = {
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
    '<p class="caption" role="heading">': '<p class="caption" role="heading" aria-level="2">',
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="Pages">',
    "<th></th>": "<td></td>",
    '<div id="search-results">': '<h1>Search</h1><div id="search-results">',
    '<aside class="toc-drawer': '<aside aria-label="On this page" class="toc-drawer',
}
"""What the theme writes → the same for keyboards and screen readers: what scrolls takes focus, landmarks have names."""


def _accessible(app: Sphinx, error: Exception | None) -> None:
    """Changes the pages when all are there."""
    if error is None and app.builder.format == "html":
        for path in Path(app.outdir).rglob("*.html"):
            text = path.read_text("utf-8")
            for before, after in _ACCESSIBLE.items():
                text = text.replace(before, after)
            path.write_text(text, "utf-8")


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("build-finished", _accessible)
    app.connect("source-read", _inside_the_site)
    app.connect("html-page-context", _direction)
