"""Pages from templates: the one place that knows Jinja.

Every value is escaped where a template writes it; only what a template or a file of this package brings is markup.
White space between two tags that holds a line break belongs to the template's layout, and is not written.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from unres.exports import wording
from unres.exports.bidi import grouped, kept_together, language_of_line
from unres.exports.interface import MESSAGES, direction, word

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from jinja2 import Environment
    from markupsafe import Markup

_LAYOUT = re.compile(r"(?<=[>}])\s*\n\s*(?=[<{])")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def render(name: str, /, **values: object) -> str:
    """The template of this name, filled in."""
    return _environment().get_template(name).render(values)


def load() -> None:
    """Compiles all templates, for a process that is to be quick with its first page."""
    folder = files("unres.exports") / "templates"
    for inner in (folder, *(each for each in folder.iterdir() if each.is_dir())):
        for file in inner.iterdir():
            if file.name.endswith(".html"):
                _environment().get_template(file.name if inner is folder else f"{inner.name}/{file.name}")


def source(name: str) -> str:
    """A style or a script as it stands beside the templates."""
    return (files("unres.exports") / "templates" / name).read_text("utf-8")


@cache
def policy(script: str = "") -> str:
    """A policy of content security that allows a page its own style, this script, and pictures within the page.

    Nothing else is allowed: neither a network nor markup that a document smuggled in could do anything.
    """
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = f"'sha256-{digest}'" if script else "'none'"
    return f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {allowed}; base-uri 'none'"


# ---- what stands in so many templates that it is a function: each would have to import a macro


@cache
def lang(language: str) -> Markup:
    """The attributes of an element in this language."""
    from markupsafe import Markup

    return Markup('lang="{}" dir="{}"').format(language, direction(language))


def ltr(text: object, name: str = "") -> Markup:
    """An id, a symbol: read from left to right wherever it stands."""
    from markupsafe import Markup

    return Markup('<bdi dir="ltr" class="{1}">{0}</bdi>' if name else '<bdi dir="ltr">{0}</bdi>').format(text, name)


def link(address: str | None, inside: str, *, apart: bool = False) -> Markup:
    """A link out of the page, in a window of its own where ``apart``; what leads nowhere stands without one.

    Addresses of a model are https, which ``Reference.url`` checks.
    """
    from markupsafe import Markup, escape

    if not address:
        return escape(inside)
    opening = Markup('<a href="{}" target="_blank" rel="noopener noreferrer">' if apart else '<a href="{}">')
    return opening.format(address) + inside + Markup("</a>")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    class OneForAll(Environment):
        """Gives all templates the same globals: Jinja looks in layers of them, for each page and each import anew."""

        def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
            return self.globals if not d else super().make_globals(d)

    environment = OneForAll(
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        loader=FunctionLoader(lambda name: (_LAYOUT.sub("", source(name)), name, None)),
    )
    environment.filters.update(grouped=grouped, kept_together=kept_together)
    environment.globals.update(
        MESSAGES=MESSAGES,
        direction=direction,
        lang=lang,
        language_of_line=language_of_line,
        link=link,
        ltr=ltr,
        facts=wording.facts,
        organ_name=wording.organ_name,
        reasons=wording.reasons,
        meaning=wording.meaning,
        vote_words=wording.vote_words,
        percent=wording.percent,
        policy=policy,
        printed_formula=wording.printed_formula,
        script=_script,
        style=_style,
        word=word,
    )
    return environment


@cache
def _script(name: str) -> Markup:
    from markupsafe import Markup

    return Markup(source(name))


@cache
def _style(name: str) -> Markup:
    """A style without comments and needless space, for it is sent with every page."""
    from markupsafe import Markup

    return Markup(" ".join(_COMMENT.sub("", source(name)).split()))
