"""``unres mcp``: the parser for language models, over standard input and output."""

from __future__ import annotations

import click

from unres.cli.console import InputFolder


@click.command()
@click.argument("folder", type=InputFolder())
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    help="Time for one answer.",
)
@click.option(
    "--memory", type=click.IntRange(min=64), default=1024, show_default=True, metavar="MB", help="Memory for reading."
)
def mcp(folder: str, seconds: float, memory: int) -> None:
    """Serves the resolutions of FOLDER to a language model (Model Context Protocol).

    A program that speaks the protocol starts this command and talks to it through standard input and output. It can
    list the files, parse, cut in pieces, align and compare them, and find what they cite. It reads no file outside
    FOLDER, whatever links say, and writes none. Extra: mcp.

    \b
    Example:
      unres mcp resolutions/                        started by hand, it waits for a client
    \b
    The same in a client's settings:
      {"mcpServers": {"unres": {"command": "unres", "args": ["mcp", "/home/me/resolutions"]}}}
    """
    from unres.errors import MissingExtraError
    from unres.integrations.mcp import server

    try:
        server(folder, seconds=seconds, memory=memory * 1024 * 1024).run()
    except MissingExtraError as error:
        raise click.ClickException(str(error)) from error
