"""The service inside an application of somebody else, and as other programs see it."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

pytest.importorskip("fastapi", reason="the extra http is not installed")

from unres.service import Settings, create_app

_OUTER = """
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from unres.service import Settings, create_app

    if __name__ == "__main__":
        outer = FastAPI()
        outer.mount("/lamps", create_app(Settings(workers=1, slow_workers=1)))
        with TestClient(outer) as client:
            text = "The General Assembly,\\n\\n1. Decides that lamps shall burn."
            answer = client.post("/lamps/v1/parse", content=text, headers={"content-type": "text/plain"})
            print(answer.status_code, answer.json()["organ"], client.get("/lamps/health/ready").status_code)
            print(*(client.get(f"/lamps/{name}").status_code for name in ("docs", "redoc", "openapi.json")))
"""


def test_a_mounted_service_works_and_ends_with_the_process(tmp_path):
    script = tmp_path / "outer.py"
    script.write_text(textwrap.dedent(_OUTER), "utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=240, check=False)
    assert done.stdout.splitlines() == ["200 general_assembly 200", "200 200 200"], done.stderr
    assert done.returncode == 0


def test_the_page_of_the_description_loads_nothing(server):
    answer = server.client.get("/docs")
    assert answer.headers["content-type"].startswith("text/html")
    assert "POST /v1/parse" in answer.text
    assert "style-src 'unsafe-inline'" in answer.headers["content-security-policy"]  # its style stands within it
    assert "src=" not in answer.text
    assert "<link" not in answer.text


def test_every_body_has_a_content_type_that_makers_of_clients_know():
    paths = create_app(Settings(workers=1)).openapi()["paths"]
    kinds = {
        kind
        for operations in paths.values()
        for operation in operations.values()
        for kind in operation.get("requestBody", {}).get("content", {})
    }
    assert kinds == {"multipart/form-data", "application/json", "application/octet-stream"}
