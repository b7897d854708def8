"""The page of the manual, in roff, made from what ``--help`` says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from unres._version import __version__
from unres.cli.help import topic, topics

if TYPE_CHECKING:
    from collections.abc import Iterator

_AS_IT_STANDS = "\b"
"""What click puts before a paragraph that is not to be filled."""


def to_man(main: Any, ctx: click.Context) -> str:  # noqa: ANN401  the group of all commands
    """The whole page: the program, each command with its options, each topic."""
    lines = [
        '.\\" made by: unres help --man',
        f'.TH UNRES 1 "" "unres {__version__}" "User Commands"',
        ".SH NAME",
        "unres \\- reads United Nations resolutions, in Arabic and English",
        ".SH SYNOPSIS",
        ".B unres\n\\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIFILE\\fR ...]",
        ".SH DESCRIPTION",
        *_prose(main.help or ""),
        ".SH COMMANDS",
    ]
    for name in main.list_commands(ctx):
        command = main.get_command(ctx, name)
        with click.Context(command, info_name=name, parent=ctx) as inner:
            usage = " ".join(command.collect_usage_pieces(inner))
            lines += [f".SS unres {name} {_plain(usage)}", *_prose(command.help or ""), *_options(command, inner)]
            lines += _prose(command.epilog or "")
    for name, title in topics().items():
        lines += [f".SH {_plain(title.upper())}", ".nf", *_rest(topic(name)), ".fi"]
    return "\n".join(lines) + "\n"


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None and record[1]:
            yield ".TP"
            yield f".B {_plain(record[0])}"
            yield _plain(" ".join(record[1].split()))


def _prose(text: str) -> Iterator[str]:
    """Paragraphs; those that are not to be filled are kept line by line."""
    import inspect

    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(text).partition("\f")[0]):
        kept = paragraph.lstrip().startswith(_AS_IT_STANDS)
        yield ".PP"
        if kept:
            yield ".nf"
            yield from (_plain(line) for line in paragraph.replace(_AS_IT_STANDS, "").strip("\n").splitlines())
            yield ".fi"
        else:
            yield _plain(" ".join(paragraph.split()))


def _rest(text: str) -> Iterator[str]:
    """A topic without its title."""
    for line in text.partition("\n")[2].strip("\n").splitlines():
        yield _plain(line)


def _plain(text: str) -> str:
    """Text in which nothing means anything to roff."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
