"""Writes the pages that say what the code already says: models, actions, diagnostics, formats, columns, commands.

    python docs/generate.py         writes the pages of PAGES anew

A test fails when one of them is not current.
"""

from __future__ import annotations

import ast
import inspect
import re
import types
import typing
from pathlib import Path

import click
from pydantic import BaseModel

from unres import diagnostics, examples, models
from unres.cli import main
from unres.exports import columns, formats
from unres.models import vocabulary

if typing.TYPE_CHECKING:
    import enum

HERE = Path(__file__).parent
NOTICE = "<!-- Written by docs/generate.py from the code: change the docstrings, not this page. -->\n\n"
ORDER = """
Resolution Block Verb FootnoteMark Annex Footnote Span ResolutionNumber AgendaItem Basis Vote MastheadLine Furniture
Diagnostic ReferenceBase ResolutionReference DocumentReference TreatyReference OfficialRecordReference
PublicationReference InternalReference IbidReference ArticleReference CharterReference Pinpoint Alternative
""".split()
INTRODUCTION = (
    "All models are frozen and refuse unknown fields. `Resolution.model_validate_json(r.model_dump_json()) == r` "
    "holds for every resolution `r`. A field that a document leaves open is `None`, or an empty list.\n"
)
CODEBOOK = """\
The tables that `unres.to_frame(…, of=…)`, `unres.tables` and `unres convert` to CSV and Parquet make, column by column.
`unres convert --of` takes the names of the tables. A cell without a value is missing (`<NA>`, null, an empty field of
CSV); a list can be empty. Arrow tables, CSV and XLSX have `source`, the file, before these, and Arrow tables
`position`, the place of the resolution in it. The examples are of one of the resolutions that come with the package.
"""
_ROLE = re.compile(r":(?:attr|class|func|meth):`~?([^`]+)`")


def prose(text: str | None) -> str:
    """A docstring as Markdown on one line."""
    plain = _ROLE.sub(r"`\1`", inspect.cleandoc(text or "")).replace("``", "`")
    return " ".join(plain.split()).replace("|", "\\|")


def paragraphs(text: str | None) -> str:
    """A docstring as Markdown, its paragraphs kept."""
    return "\n\n".join(prose(part).replace("\\|", "|") for part in inspect.cleandoc(text or "").split("\n\n"))


def type_name(annotation: object) -> str:
    """A type as a user would write it, without module names."""
    if annotation is type(None):
        return "None"
    if isinstance(annotation, type) and not typing.get_args(annotation):
        return annotation.__name__
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return union_name(arguments[0])
    if origin is typing.Literal:
        return " | ".join(f'"{value}"' for value in arguments)
    if origin in {typing.Union, types.UnionType}:
        return union_name(annotation)
    inner = ", ".join(type_name(argument) for argument in arguments)
    return f"{getattr(origin, '__name__', origin)}[{inner}]"


def union_name(annotation: object) -> str:
    """A union; that of all references goes by its own name."""
    members = typing.get_args(annotation)
    references = [m for m in members if isinstance(m, type) and issubclass(m, models.ReferenceBase)]
    if len(references) > 1:
        rest = [type_name(m) for m in members if m not in references]
        return " | ".join(["Reference", *rest])
    return " | ".join(type_name(member) for member in members)


def model_page() -> str:
    """Every model, field by field."""
    exported = {name: getattr(models, name) for name in models.__all__}
    classes = {n: c for n, c in exported.items() if isinstance(c, type) and issubclass(c, BaseModel)}
    missing = set(classes) ^ set(ORDER)
    if missing:
        raise SystemExit(f"docs/generate.py: put into ORDER, or take out of it: {sorted(missing)}")
    parts = [
        "# The model, field by field\n",
        INTRODUCTION,
    ]
    for name in ORDER:
        cls = classes[name]
        parts.append(f"## {name}\n\n{paragraphs(cls.__doc__)}\n")
        base = cls.__mro__[1]
        own = [f for f in cls.model_fields if f not in getattr(base, "model_fields", {})]
        if base is models.ReferenceBase:
            parts.append("The fields of [ReferenceBase](#referencebase), and:\n")
        parts.append("| field | type | meaning |\n|---|---|---|")
        for field in own:
            info = cls.model_fields[field]
            kind = type_name(info.annotation).replace("|", "\\|")
            parts.append(f"| `{field}` | {kind} | {prose(info.description)} |")
        parts.append("")
        parts.extend(members(cls))
    parts.append(organ_section())
    return NOTICE + "\n".join(parts)


def members(cls: type[BaseModel]) -> list[str]:
    """The methods and properties that a model defines itself."""
    lines = []
    for name, member in vars(cls).items():
        if name.startswith(("_", "model_")) or name in cls.model_fields:
            continue
        if isinstance(member, property):
            lines.append(f"- `.{name}`: {prose(member.__doc__)}")
        elif inspect.isfunction(member):
            lines.append(f"- `.{name}()`: {prose(member.__doc__)}")
    return [*lines, ""] if lines else []


def organ_section() -> str:
    """The closed vocabulary of organs."""
    values = ", ".join(f"`{organ.value}`" for organ in vocabulary.Organ)
    return f"## Organ\n\n{paragraphs(vocabulary.Organ.__doc__)}\n\n{values}\n"


def docstrings_of_members(cls: type[enum.Enum]) -> dict[str, str]:
    """The docstring that stands under each member of an enumeration."""
    tree = ast.parse(inspect.getsource(cls)).body[0]
    found, last = {}, None
    for node in tree.body if isinstance(tree, ast.ClassDef) else []:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            last = node.targets[0].id
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and last:
            found[last] = str(node.value.value)
    return found


def actions_page() -> str:
    """Every action of a clause."""
    told = docstrings_of_members(models.Action)
    rows = [f"| `{action.value}` | {prose(told.get(action.name))} |" for action in models.Action]
    head = f"# Actions\n\n{paragraphs(models.Action.__doc__)}\n\n| action | covers |\n|---|---|\n"
    return NOTICE + head + "\n".join(rows) + "\n"


def diagnostics_page() -> str:
    """Every code that a diagnostic can carry."""
    head = (
        "# Diagnostics\n\n"
        "What the parser has to say about a document stands in `resolution.diagnostics`. Codes are stable: "
        "a new one may be added in any version, an old one goes only with a new major version.\n\n"
        "| code | severity | meaning |\n|---|---|---|\n"
    )
    rows = [f"| `{code}` | {told.severity} | {prose(told.meaning)} |" for code, told in diagnostics.CODES.items()]
    return NOTICE + head + "\n".join(rows) + "\n"


def formats_table() -> str:
    """Every format that is written."""
    rows = [
        f"| `{form.name}` | {', '.join(map('`{}`'.format, form.endings))} | `{form.function}` | {prose(form.about)} |"
        for form in formats.FORMATS.values()
    ]
    return "| format | ending | in Python | what it is |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"


def formats_page() -> str:
    """The formats by themselves, to be looked up."""
    head = (
        "# Formats\n\n"
        "`unres parse --format`, `unres convert --format` and `POST /v1/parse?format=` take these names; files are\n"
        "written in the format that their ending tells. [What is written](exports.md) says more of each.\n\n"
    )
    return NOTICE + head + formats_table()


def codebook_page() -> str:
    """Every column of every table."""
    example = examples.load("improving-coordination", "en")
    parts = ["# Codebook\n", CODEBOOK]
    for name, table in columns.TABLES.items():
        rows = list(table.rows(example))
        parts.append(f"## {name}\n\n{table.about}\n")
        parts.append("| column | type | meaning | example |\n|---|---|---|---|")
        for column in table.columns:
            shown = next((row[column.name] for row in rows if row[column.name] not in (None, [])), None)
            cell = (
                "" if shown is None else f"`{shortened('; '.join(shown) if isinstance(shown, list) else str(shown))}`"
            )
            parts.append(f"| `{column.name}` | {column.kind} | {prose(column.about)} | {cell} |")
        parts.append("")
    return NOTICE + "\n".join(parts)


def commands_page() -> str:
    """Every command with its arguments, its options and what each means."""
    parts = ["# Commands and options\n", "What `--help` of each command says. `unres` alone lists the commands.\n"]
    for name in main.list_commands(click.Context(main)):
        command = main.get_command(click.Context(main), name)
        context = click.Context(command)
        words = [each.make_metavar(context) for each in command.params if isinstance(each, click.Argument)]
        about = inspect.cleandoc(command.help or "").partition("\n\n")[0]
        parts += [f"## unres {name}\n", f"`{' '.join(['unres', name, '[OPTIONS]', *words])}`\n", f"{prose(about)}\n"]
        parts += ["| option | meaning | default |", "|---|---|---|"]
        options = [each for each in command.params if isinstance(each, click.Option) and not each.hidden]
        parts += [option_row(each, context) for each in options] + [""]
    return NOTICE + "\n".join(parts)


def option_row(option: click.Option, context: click.Context) -> str:
    """An option with the values that it takes; its default where ``--help`` shows it."""
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if choices := option.type.get_metavar(option, context):
        names += " " + " ".join(f"`{choice}`" for choice in choices.strip("[]").split("|"))
    elif not option.is_flag and not option.count:
        names += f" {option.metavar or option.type.name.upper().partition(' ')[0]}"
    default = option.default if option.show_default and not callable(option.default) else None
    shown = f"`{default}`" if isinstance(default, (str, int, float)) and not isinstance(default, bool) else ""
    return f"| {names} | {prose(option.help)} | {shown} |"


def shortened(text: str) -> str:
    """The beginning of a value, on one line."""
    longest = 40
    plain = " ".join(text.split()).replace("|", "\\|")
    return plain if len(plain) <= longest else f"{plain[:longest].rstrip()} …"


PAGES = {
    "codebook.md": codebook_page,
    "commands.md": commands_page,
    "formats.md": formats_page,
    "model.md": model_page,
    "actions.md": actions_page,
    "diagnostics.md": diagnostics_page,
    "resolution.schema.json": formats.json_schema,
}


def write() -> None:
    """Writes the pages."""
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), "utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    write()
