"""``unres help``: a command, a topic, or all of it as a page of the manual."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import click
from click.shell_completion import CompletionItem

_ENDING = ".txt"


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
        param: click.Parameter,  # noqa: ARG002  given by click
        incomplete: str,
    ) -> list[CompletionItem]:
        """Commands and topics that begin so."""
        return [CompletionItem(name) for name in _all_names(ctx) if name.startswith(incomplete)]


def _all_names(ctx: click.Context) -> list[str]:
    return [*_main().list_commands(ctx), *topics()]


def _main() -> Any:  # noqa: ANN401  the group, which mypy takes for a function
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
        from unres.cli.man import to_man

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
