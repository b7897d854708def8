"""``unres schema``: the JSON Schema of what ``unres parse --format json`` writes."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Prints the JSON Schema (draft 2020-12) of a resolution.

    \b
    Examples:
      unres schema > resolution.schema.json
    """
    from unres.exports.schema import to_json

    click.echo(to_json(), nl=False)
