"""The command line. Commands stand in modules that are loaded when they are called."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from unres._version import __version__

_COMMANDS = {
    "parse": "Shows or writes what a resolution holds.",
    "convert": "Reads many files and writes one data set.",
    "refs": "Finds what files cite.",
    "fetch": "Fetches documents by their symbols from the United Nations.",
    "diff": "Shows what changed from one resolution to another.",
    "graph": "Writes who cites whom.",
    "view": "Writes a page in which to read a resolution and check it.",
    "serve": "Serves the parser over HTTP.",
    "mcp": "Serves the files of a folder to a language model.",
    "align": "Puts Arabic and English side by side, and says where they disagree.",
    "terms": "Counts how verbs were rendered in the other language.",
    "schema": "Prints the JSON Schema of a resolution.",
    "completion": "Prints what a shell needs to complete commands.",
    "help": "Explains a command, or a topic.",
}


_STANDS_IN = {"schema": "help", "completion": "help"}
"""Commands that stand in the module of another."""


class _Lazy(click.Group):
    """A group whose commands are imported one by one, so that ``unres --help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"unres.cli.{_STANDS_IN.get(cmd_name, cmd_name)}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; a mistyped one is answered with those that are spelt like it."""
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            ctx.fail(f"{_unknown(name)} `unres help` lists what there is.")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _unknown(name: str) -> str:
    """What is said to a command that is not there; a file is what people forget the command for."""
    from difflib import get_close_matches
    from pathlib import Path

    if Path(name).exists():
        return f"{name!r} is a file, and no command. Did you mean `unres parse {name}`?"
    close = get_close_matches(name, _COMMANDS)
    return f"{name!r} is no command." + (f" Did you mean {' or '.join(close)}?" if close else "")


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="unres")
def main() -> None:
    """Reads United Nations resolutions, in Arabic and English.

    \b
    Examples:
      unres parse resolution.pdf                    an outline in the terminal
      unres parse resolution.docx -o page.html      a page to read and to print
      unres parse --format json resolution.docx     everything, as JSON
      cat text.txt | unres parse -                  from standard input
      unres help arabic                             if Arabic looks wrong in your terminal
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # Arabic must come out whole whatever the machine's locale is
            reconfigure(encoding="utf-8", errors="replace")
