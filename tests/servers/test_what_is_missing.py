"""A machine that lacks what a real server needs is told so."""

from __future__ import annotations

import pytest

from servers.fixtures import say_why_not
from servers.packages import CannotStart, need


def test_a_program_that_is_missing_is_named_with_what_installs_it() -> None:
    with pytest.raises(CannotStart, match=r"no-such-php.*install\.sh"):
        need("sh", "no-such-php")


def test_a_person_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="there is no php"):
        say_why_not(CannotStart("there is no php"))


def test_in_ci_a_server_that_cannot_run_is_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="there is no php"):
        say_why_not(CannotStart("there is no php"))
