"""How the terminal and the settings want pages set."""

from __future__ import annotations

import pytest

from reader.domain.preferences import Bidi, Preferences, Spacing
from reader.ui.manner import manner_of
from reader.ui.ordering import orders_text


@pytest.mark.parametrize(
    ("environment", "orders"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"VTE_VERSION": "7200"}, True),
        ({"VTE_VERSION": "5202"}, False),
        ({"KONSOLE_VERSION": "230800"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, True),
        ({"TERM_PROGRAM": "WezTerm"}, False),
    ],
)
def test_terminals_that_order_text_are_known(
    environment: dict[str, str],
    orders: bool,  # noqa: FBT001
) -> None:
    assert orders_text(environment) is orders


def test_a_setting_goes_before_the_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VTE_VERSION", "7200")
    assert manner_of(Preferences(bidi=Bidi.READER)).ordered
    assert not manner_of(Preferences()).ordered
    assert manner_of(Preferences(spacing=Spacing.OPEN)).open


def test_what_is_heard_stands_as_it_is_written() -> None:
    manner = manner_of(Preferences(bidi=Bidi.READER, plain=True))
    assert manner.plain
    assert not manner.ordered
