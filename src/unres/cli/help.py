"""What the program says of itself: ``unres help`` (with the page of the manual), ``completion`` and ``schema``."""

from __future__ import annotations

import inspect
import re
from importlib.resources import files
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from unres._version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDING = ".txt"
_AS_IT_STANDS = "\b"
"""What click puts before a paragraph that is not to be filled."""


def topics() -> dict[str, str]:
    """The name of each topic → its first line."""
    found = sorted(entry.name for entry in (files("unres.cli") / "topics").iterdir() if entry.name.endswith(_ENDING))
    return {name.removesuffix(_ENDING): topic(name.removesuffix(_ENDING)).partition("\n")[0] for name in found}


def topic(name: str) -> str:
    """The text of a topic."""
    text = (files("unres.cli") / "topics" / f"{name}{_ENDING}").read_text("utf-8")
    return text.replace("{formats}", _formats())


def _formats() -> str:
    from unres.exports.formats import FORMATS

    return "".join(f"  {form.name:<10} {form.ending:<10} {form.about}\n" for form in FORMATS.values())


class _About(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions alone
    """The name of a command or of a topic."""

    name = "topic"

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,
        incomplete: str,
    ) -> list[CompletionItem]:
        """Commands and topics that begin so."""
        return [CompletionItem(name) for name in _all_names(ctx) if name.startswith(incomplete)]


def _all_names(ctx: click.Context) -> list[str]:
    return [*_main().list_commands(ctx), *topics()]


def _main() -> click.Group:
    """The group of all commands."""
    from unres.cli import main

    return main


@click.command()
@click.argument("about", metavar="[TOPIC]", required=False, type=_About())
@click.option("--man", is_flag=True, help="Print all of it as a page of the manual (for man, in roff).")
@click.pass_context
def help(ctx: click.Context, about: str | None, *, man: bool) -> None:  # noqa: A001  the command's name
    """Explains a command or a TOPIC; without one, lists both.

    \b
    Examples:
      unres help formats
      unres help parse
      unres help --man > ~/.local/share/man/man1/unres.1    then: man unres
    """
    main = _main()
    above = ctx.parent or ctx
    if man:
        click.echo(to_man(main, above), nl=False)
    elif about is None:
        click.echo(main.get_help(above))
        click.echo("\nTopics (unres help TOPIC):")
        for name, title in topics().items():
            click.echo(f"  {name:<11} {title}")
    elif about in topics():
        click.echo(topic(about), nl=False)
    elif (command := main.get_command(above, about)) is not None:
        with click.Context(command, info_name=about, parent=above) as inner:
            click.echo(command.get_help(inner))
    else:
        raise click.UsageError(_unknown(about, _all_names(above)))


def _unknown(about: str, names: list[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(about, names)
    said = f"there is no command and no topic {about!r}."
    return f"{said} Did you mean {' or '.join(close)}?" if close else f"{said} There are: {', '.join(names)}."


# The page of the manual, in roff.


def to_man(main: click.Group, ctx: click.Context) -> str:
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
        if command is None:
            continue
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


SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Prints the completion script for SHELL.

    \b
    Examples:
      unres completion bash > ~/.local/share/bash-completion/completions/unres
      unres completion zsh > ~/.zfunc/_unres        (with fpath+=~/.zfunc in ~/.zshrc)
      unres completion fish > ~/.config/fish/completions/unres.fish
      eval "$(unres completion bash)"               for this session alone
    """
    from click.shell_completion import ShellComplete, get_completion_class

    from unres.cli import main

    kind = get_completion_class(shell)
    if kind is None:  # a click that knows fewer shells
        raise click.ClickException(f"the installed click completes nothing for {shell}")
    # the script itself, without the question which version of the shell is installed here
    click.echo(ShellComplete.source(kind(main, {}, "unres", "_UNRES_COMPLETE")))


@click.command()
def schema() -> None:
    """Prints the JSON Schema (draft 2020-12) of a resolution.

    \b
    Examples:
      unres schema > resolution.schema.json
    """
    from unres.exports.formats import json_schema

    click.echo(json_schema(), nl=False)
