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
from typing import TYPE_CHECKING

from unres.exports import wording
from unres.exports.bidi import grouped, kept_together, language_of_line
from unres.exports.interface import MESSAGES, direction, word

if TYPE_CHECKING:
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


def policy(script: str = "") -> str:
    """A policy of content security that allows a page its own style, this script, and pictures within the page.

    Nothing else is allowed: neither a network nor markup that a document smuggled in could do anything.
    """
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = f"'sha256-{digest}'" if script else "'none'"
    return f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {allowed}; base-uri 'none'"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        loader=FunctionLoader(lambda name: (_LAYOUT.sub("", source(name)), name, None)),
    )
    environment.filters.update(grouped=grouped, kept_together=kept_together)
    environment.globals.update(
        MESSAGES=MESSAGES,
        direction=direction,
        language_of_line=language_of_line,
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

    return Markup(source(name))  # noqa: S704  a file of this package


@cache
def _style(name: str) -> Markup:
    """A style without comments and needless space, for it is sent with every page."""
    from markupsafe import Markup

    return Markup(" ".join(_COMMENT.sub("", source(name)).split()))  # noqa: S704  a file of this package
