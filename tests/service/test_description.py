"""The description of the service is true: requests made from it get answers that it allows."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

from schemathesis.checks import load_all_checks  # noqa: E402  after it is known to be there

load_all_checks()
CHECKS = [
    schemathesis.checks.CHECKS.get_one(name)
    for name in (
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
    )
]


def test_answers_are_those_that_are_described(server):
    description = schemathesis.openapi.from_url(server.url + "/openapi.json")
    operations = [found.ok() for found in description.get_all_operations()]
    assert len(operations) >= 10
    for operation in operations:

        @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy())
        def holds(case):
            case.call_and_validate(checks=CHECKS)

        holds()
