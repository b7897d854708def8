"""``unres completion``: what a shell needs to complete commands, options and files."""

from __future__ import annotations

import click

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
