"""How the modules may be built: what stages hand each other, and what imports what."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import networkx

import unres

SOURCE = Path(unres.__file__).parent
_PRIVATE = re.compile(r"_[a-z][a-z_]*")


@cache
def parsed() -> dict[str, ast.Module]:
    """Every module of the package by its path."""
    paths = sorted(SOURCE.rglob("*.py"))
    return {path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8")) for path in paths}


def modules(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """Every module of the folders, or of the whole package, by its path."""
    return ((name, tree) for name, tree in parsed().items() if not folders or name.startswith(folders))


def untyped(tree: ast.AST) -> set[str]:
    """What says nothing of what it holds: `Any`, modules handed on, private keys of mappings."""
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in ("Any", "ModuleType")}
    for node in ast.walk(tree):
        keys: list[ast.expr | None] = []
        if isinstance(node, ast.Subscript):
            keys = [node.slice]
        elif isinstance(node, ast.Dict):
            keys = list(node.keys)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            keys = list(node.args[:1]) if node.func.attr in ("get", "pop", "setdefault") else []
        for key in keys:
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and _PRIVATE.fullmatch(key.value):
                found.add(key.value)
    return found


def test_what_stages_hand_each_other_has_a_type():
    found = {name: sorted(said) for name, tree in modules("parsers/", "references/") if (said := untyped(tree))}
    assert found == {}


def test_untyped_values_are_found():
    assert untyped(ast.parse("def light(lamp: dict[str, Any]) -> None: ...")) == {"Any"}
    assert untyped(ast.parse("lamp['_side'] = lamp.get('_height')")) == {"_side", "_height"}
    assert not untyped(ast.parse("lamp['side'] = _height(lamps[_first])"))


def imports(tree: ast.AST, name: str) -> Iterator[tuple[str, str]]:
    """Each import of a module of the package as dotted name and kind: "on load", "for types" or "when called"."""
    package = ["unres", *name.removesuffix(".py").split("/")]

    def look(node: ast.AST, kind: str) -> Iterator[tuple[str, str]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{'.'.join(package)} imports by dots"
                module = child.module or ""
                yield from ((f"{module}.{each.name}", kind) for each in child.names)
            elif isinstance(child, ast.Import):
                yield from ((each.name, kind) for each in child.names)
            elif isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING"):
                yield from look(child, "for types")
            elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from look(child, "when called")
            else:
                yield from look(child, kind)

    return look(tree, "on load")


def circles(kinds: frozenset[str]) -> list[list[str]]:
    """Modules that import each other, by imports of these kinds. The face of the package, which loads all, is none."""
    known = {name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): name for name, _ in modules()}
    graph = networkx.DiGraph()
    for name, tree in modules():
        module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for dotted, kind in imports(tree, name):
            parts = dotted.split(".")[1:] if dotted.startswith("unres.") else []
            target = ".".join(parts) if ".".join(parts) in known else ".".join(parts[:-1])
            if kind in kinds and target in known and target != module:
                graph.add_edge(module, target)
    return sorted(sorted(found) for found in networkx.strongly_connected_components(graph) if len(found) > 1)


def test_no_circle_of_imports():
    assert circles(frozenset({"on load", "for types", "when called"})) == []


_DOCUMENTED = frozenset({"_asdict", "_exit", "_fields", "_make", "_replace"})
"""Names with an underscore that the standard library documents."""


def private_names(tree: ast.AST) -> set[str]:
    """Names of libraries that begin with an underscore: imported, or read from what was imported."""
    found: set[str] = set()
    imported: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            if module.split(".")[0] in ("unres", "__future__"):
                continue
            for each in node.names:
                imported.add((each.asname or each.name).split(".")[0])
                dotted = f"{module}.{each.name}".strip(".")
                if any(part.startswith("_") and not part.startswith("__") for part in dotted.split(".")):
                    found.add(dotted)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
            root: ast.expr = node
            while isinstance(root, ast.Attribute):
                root = root.value
            if isinstance(root, ast.Name) and root.id in imported - {"unres"} and node.attr not in _DOCUMENTED:
                found.add(ast.unparse(node))
    return found


def test_no_private_name_of_a_library():
    assert {name: names for name, tree in modules() if (names := private_names(tree))} == {}


def test_private_names_are_found():
    assert private_names(ast.parse("from lamps._oil import light\nimport tower\ntower._height.top()")) == {
        "lamps._oil.light",
        "tower._height",
    }
    assert not private_names(ast.parse("import os\nfrom unres.lamps import _light\nos._exit(0)\nself._height"))
