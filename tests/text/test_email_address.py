"""What is wrong with an e-mail address, in plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.email_address import email_problem


@pytest.mark.parametrize(
    "address",
    [
        "ada@example.org",
        " ada@example.org ",
        "ada.moreno+news@mail.example.co.uk",
        "ada@printer.local",
        "ada@news.test",
        "jürgen@bücher.example",
        "漢字@例え.jp",
        "o'brien@example.org",
        f"ada@{'a' * 63}.example",
    ],
)
def test_an_address_that_can_be_one_has_no_problem(address: str) -> None:
    assert email_problem(address) is None


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ada", "must have an @"),
        ("ada@", "something after the @"),
        ("@example.org", "something before the @"),
        ("ada@localhost", "should have a period"),
        ("ada@example..org", "two periods in a row"),
        ("ada moreno@example.org", "SPACE"),
        ("Ada <ada@example.org>", "display name"),
        ("ada@[127.0.0.1]", "not allowed"),
        ("ada@-example.org", "hyphen"),
        (f"ada@{'a' * 64}.org", "too many"),
        ("", "must have an @"),
    ],
)
def test_what_is_wrong_is_said(address: str, words: str) -> None:
    problem = email_problem(address)
    assert problem is not None
    assert words in problem
    assert "is not an e-mail address" in problem


def test_a_long_wrong_address_is_not_repeated_whole() -> None:
    problem = email_problem("x" * 5000)
    assert problem is not None
    assert len(problem) < 200


@given(st.text(max_size=80))
def test_whatever_is_typed_the_sentence_is_clean(address: str) -> None:
    problem = email_problem(address)
    if problem is not None:
        assert all(one >= " " for one in problem)
        assert "\x9b" not in problem
