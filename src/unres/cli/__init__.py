"""The command line. Each command is a module of its own name, loaded when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from unres._version import __version__

_COMMANDS = {
    "parse": "Shows or writes what a resolution holds.",
    "refs": "Finds what files cite.",
    "diff": "Shows what changed from one resolution to another.",
    "graph": "Writes who cites whom.",
    "view": "Writes a page in which to read a resolution and check it.",
    "serve": "Serves the parser over HTTP.",
    "schema": "Prints the JSON Schema of a resolution.",
}


class _Lazy(click.Group):
    """A group whose commands are imported one by one, so that ``unres --help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  given by click
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  given by click
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"unres.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  given by click
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="unres")
def main() -> None:
    """Reads United Nations resolutions, in Arabic and English.

    \b
    Examples:
      unres parse resolution.pdf                    an outline in the terminal
      unres parse --format json resolution.docx     everything, as JSON
      cat text.txt | unres parse -                  from standard input
    """
