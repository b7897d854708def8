"""Every format in which resolutions are written: the command line, batch, the service and the docs read this table.

A format is one :class:`Format`, added with :func:`register`. What writes it is imported when it is first used.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from unres.models import Resolution

Holds = Literal["one", "each", "lines", "all"]
"""What a file of a format holds.

``"one"``: one resolution. ``"each"``: any number, what is written of each following the other. ``"lines"``: the same,
and it can grow as a stream. ``"all"``: any number, which have to be written together.
"""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write resolutions."""

    name: str
    """What ``--format`` takes."""
    endings: tuple[str, ...]
    """Of the names of its files, with the dot; the first is the one that is given to new files."""
    media_type: str
    """For answers of the service."""
    holds: Holds
    write: Callable[[Sequence[Resolution]], bytes]
    """The content of a file. Formats that hold ``"one"`` are given one resolution."""
    about: str
    """What it is and keeps, in a line."""
    function: str = ""
    """What makes it in Python."""
    data: bool = False
    """Whether its files hold data and no document: a run passes them over in its folders of inputs."""
    read_back: bool = False
    """Whether it promises to bring back the same blocks: :func:`unres.exports.losses.losses` says what it does not."""

    @property
    def ending(self) -> str:
        """The ending of new files."""
        return self.endings[0]


FORMATS: dict[str, Format] = {}
"""By name, in the order in which they are listed."""


def register(form: Format) -> Format:
    """Adds a format.

    Raises:
        ValueError: there is one of this name, or one whose files end so.
    """
    if form.name in FORMATS:
        raise ValueError(f"there is a format {form.name!r} already")
    taken = {ending for other in FORMATS.values() for ending in other.endings}
    if both := taken.intersection(form.endings):
        raise ValueError(f"files of another format end in {', '.join(sorted(both))}")
    FORMATS[form.name] = form
    return form


def format_of(name: str | None) -> Format | None:
    """The format in which the name of a file ends; the longest ending counts."""
    lower = (name or "").lower()
    fitting = [(len(ending), form) for form in FORMATS.values() for ending in form.endings if lower.endswith(ending)]
    return max(fitting, key=lambda each: each[0])[1] if fitting else None


def json_schema() -> str:
    """The JSON Schema of a resolution, draft 2020-12, as it is committed beside the documentation.

    Its ``$id`` is a name, not an address: nothing has to be fetched to use it.
    """
    from unres.models.resolution import Resolution

    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:unres:schema:resolution:1.0"}
    return json.dumps(head | Resolution.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2) + "\n"


def _json(resolutions: Sequence[Resolution]) -> bytes:
    if len(resolutions) == 1:
        return f"{resolutions[0].model_dump_json(indent=2)}\n".encode()
    return b"[\n" + b",\n".join(each.model_dump_json(indent=2).encode() for each in resolutions) + b"\n]\n"


def _json_lines(resolutions: Sequence[Resolution]) -> bytes:
    return "".join(f"{each.model_dump_json()}\n" for each in resolutions).encode()


def _akn(resolutions: Sequence[Resolution]) -> bytes:
    from unres.exports.akn import to_akn

    return to_akn(resolutions[0]).encode()


def _text(resolutions: Sequence[Resolution]) -> bytes:
    from unres.exports.text import to_text

    return "".join(map(to_text, resolutions)).encode("utf-8", "replace")


def _markdown(resolutions: Sequence[Resolution]) -> bytes:
    from unres.exports.markdown import to_markdown

    return "".join(map(to_markdown, resolutions)).encode("utf-8", "replace")


def _html(resolutions: Sequence[Resolution]) -> bytes:
    from unres.exports.html import to_html

    return to_html(resolutions[0]).encode("utf-8", "replace")


def _docx(resolutions: Sequence[Resolution]) -> bytes:
    from unres.exports.docx import to_docx

    return to_docx(resolutions[0])


def _bibtex(resolutions: Sequence[Resolution]) -> bytes:
    from unres.exports.citation import to_bibtex

    return to_bibtex(*resolutions).encode("utf-8", "replace")


def _csl(resolutions: Sequence[Resolution]) -> bytes:
    from unres.exports.citation import to_csl_json

    return to_csl_json(*resolutions).encode("utf-8", "replace")


def _chunks(resolutions: Sequence[Resolution]) -> bytes:
    pieces = (piece.as_dict() for resolution in resolutions for piece in resolution.chunks())
    return "".join(f"{json.dumps(piece, ensure_ascii=False)}\n" for piece in pieces).encode("utf-8", "surrogatepass")


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
for _each in (
    Format(
        "json",
        (".json",),
        "application/json",
        "all",
        _json,
        "everything; several are an array; `unres schema` prints the JSON Schema",
        "resolution.model_dump_json",
        data=True,
    ),
    Format(
        "jsonl",
        (".jsonl", ".ndjson"),
        "application/x-ndjson",
        "lines",
        _json_lines,
        "the same, a resolution a line",
        "resolution.model_dump_json",
        data=True,
    ),
    Format(
        "chunks",
        (".chunks.jsonl",),
        "application/x-ndjson",
        "lines",
        _chunks,
        "pieces for retrieval and language models, one a line",
        "resolution.chunks",
        data=True,
    ),
    Format(
        "akn",
        (".xml",),
        "application/akn+xml",
        "one",
        _akn,
        "Akoma Ntoso XML: everything but furniture; read back to the same blocks",
        "exports.akn.to_akn",
        read_back=True,
    ),
    Format(
        "text",
        (".txt",),
        "text/plain; charset=utf-8",
        "each",
        _text,
        "plain text: blocks and footnotes; parses back to the same blocks",
        "exports.text.to_text",
        read_back=True,
    ),
    Format(
        "markdown",
        (".md", ".markdown"),
        "text/markdown; charset=utf-8",
        "each",
        _markdown,
        "links, tables, footnotes as GitHub and Pandoc have them",
        "exports.markdown.to_markdown",
    ),
    Format(
        "html",
        (".html", ".htm"),
        "text/html; charset=utf-8",
        "one",
        _html,
        "a page that loads nothing, light and dark, made to be printed too",
        "exports.html.to_html",
    ),
    Format(
        "docx",
        (".docx",),
        _WORD,
        "one",
        _docx,
        "Word: footnotes, links, Arabic from right to left; nearly always read back to the same blocks",
        "exports.docx.to_docx",
        read_back=True,
    ),
    Format(
        "bibtex",
        (".bib",),
        "application/x-bibtex",
        "all",
        _bibtex,
        "an entry of a bibliography",
        "exports.citation.to_bibtex",
        data=True,
    ),
    Format(
        "csl",
        (".csl.json",),
        "application/vnd.citationstyles.csl+json",
        "all",
        _csl,
        "the same as CSL-JSON, for Zotero and Pandoc",
        "exports.citation.to_csl_json",
        data=True,
    ),
):
    register(_each)
