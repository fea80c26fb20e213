"""`reader comments`, against a real site."""

from __future__ import annotations

import json

from cli.conftest import Reader
from servers.wordpress import WordPress


def test_the_comments_under_an_article_are_printed_as_they_answer_each_other(
    reader: Reader, wordpress: WordPress
) -> None:
    printed = reader("comments", wordpress.article("before"))
    assert printed.code == 0, printed.err
    first, second, third = (
        line for line in printed.out.splitlines() if "· 2020-06-0" in line
    )
    assert first.endswith("Tom Fairley · 2020-06-05")
    assert second.startswith("    ")
    assert third.startswith("        ")
    assert "    A shed has no swimmers." in printed.out


def test_the_comments_under_an_article_are_told_to_scripts(
    reader: Reader, wordpress: WordPress
) -> None:
    printed = reader("comments", wordpress.article("before"), "--json")
    first, second, _ = json.loads(printed.out)
    assert (first["author"], first["parent"], first["held"]) == (
        "Tom Fairley",
        None,
        False,
    )
    assert second["parent"] == first["id"]


def test_comments_of_nothing_in_particular_are_a_wrong_use(reader: Reader) -> None:
    assert reader("comments").code == 2
    assert reader("comments", "x", "--mine").code == 2


def test_what_has_no_address_has_no_comments(reader: Reader) -> None:
    printed = reader("comments", "99")
    assert printed.code == 1
    assert "no article with an address" in printed.err
