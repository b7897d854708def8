"""What the service builds on of uvicorn's own classes, which uvicorn does not document: each release is held to it."""

from __future__ import annotations

import ast
import asyncio
import inspect
import textwrap

import pytest
import uvicorn
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from unres.service import connection, server


def built_on(cls: type, parent: type) -> dict[str, set[str]]:
    """Of a class of ours: what it overrides, and what it reads that it does not have itself."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    own = set(vars(cls)) | set(vars(cls).get("__annotations__", {}))
    assigned = {
        target.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        for target in (target.elts if isinstance(target, ast.Tuple) else [target])
        if isinstance(target, ast.Attribute)
    }
    read = {
        node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "self"
    }
    overridden = {name for name in own & set(dir(parent)) if inspect.isfunction(vars(cls).get(name))}
    return {"overridden": overridden - set(dir(object)), "read": read - own - assigned}


def of_connections() -> H11Protocol:
    async def app(scope, receive, send):
        """Nothing is asked of it."""

    config = Config(app, http=H11Protocol, ws="none", log_config=None)
    config.load()
    loop = asyncio.new_event_loop()
    loop.close()
    return H11Protocol(config, ServerState(), {}, loop)


def of_server() -> uvicorn.Server:
    return uvicorn.Server(Config("nowhere:app", log_config=None))


@pytest.mark.parametrize(
    ("cls", "make", "overridden", "read"),
    [
        (
            connection.Connection,
            of_connections,
            {"connection_lost", "connection_made", "data_received", "on_response_complete", "send_400_response"},
            {"conn", "connections", "cycle", "loop", "transport"},
        ),
        (vars(server)["_Server"], of_server, {"capture_signals", "startup"}, {"server_state", "started"}),
    ],
)
def test_uvicorn_has_what_is_overridden_and_read(cls, make, overridden, read):
    parent = make()
    found = built_on(cls, type(parent))
    assert found["overridden"] == overridden
    assert found["read"] >= read
    assert [name for name in sorted(found["read"]) if not hasattr(parent, name)] == []
    for name in overridden:
        theirs, ours = (inspect.signature(getattr(each, name)).parameters for each in (type(parent), cls))
        assert list(theirs) == list(ours), name


def test_what_is_read_of_a_parent_is_found():
    class Lamp:
        def trim(self):
            """Overridden below."""

    class Tower(Lamp):
        height = 3

        def trim(self):
            self.lit = self.height + self.oil

    found = built_on(Tower, Lamp)
    assert found == {"overridden": {"trim"}, "read": {"oil"}}
