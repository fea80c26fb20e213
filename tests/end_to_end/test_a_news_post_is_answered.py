"""The main job, by keys, in a terminal, against a real WordPress."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from end_to_end.program import Home, texts
from end_to_end.terminal import Terminal
from servers.wordpress import WordPress

REMARK = "The crossing would help: forty children in one morning."


@pytest.fixture(autouse=True)
def _answering(wordpress: WordPress) -> Iterator[None]:
    yield
    wordpress.start()


def test_a_post_is_read_and_answered_while_its_site_is_away(
    home: Home, terminal: Terminal, wordpress: WordPress
) -> None:
    """Add the site, walk the quotations, write offline, send when it is back."""
    home.open(terminal).wait_for("reads along")
    terminal.press("L").wait_for("add a site")
    terminal.press("+").wait_for("Add a site:")
    terminal.write(wordpress.url).press("Enter").wait_for("Courier is added")
    terminal.wait_for("1 of 4")
    terminal.press("j", "Enter").wait_for("Two schools")
    # Only the page itself, with its form, knows the post before.
    terminal.wait_for("< Swimming pool opens again")

    terminal.press("]").wait_for("1 of [0-9]+: Councillor Anneke Thorne")
    terminal.press("]", "]").wait_for("3 of [0-9]+: .*Council")
    terminal.press("[").wait_for("2 of [0-9]+: Councillor Anneke Thorne")

    wordpress.stop()
    terminal.press("C").wait_for("Leave a comment")
    terminal.wait_for("Required fields are marked")
    terminal.write(REMARK).wait_for("forty children")
    terminal.press("C-r").wait_for("Name is required")
    terminal.write("Ada Moreno").press("Tab").write("ada@example").press(
        "C-r"
    ).wait_for("not an e-mail address")
    terminal.write(".org").press("C-r").wait_for("w to the outbox")
    terminal.press("w").wait_for("in the outbox")
    assert texts(home.read("outbox")) == [REMARK]

    terminal.press("P").wait_for("queued")
    terminal.press("y").wait_for("Nobody answers")
    wordpress.start()
    assert wordpress.comments() == []
    terminal.press("y").wait_for("accepted")

    (stored,) = wordpress.comments()
    assert (stored["text"], stored["author"], stored["email"]) == (
        REMARK,
        "Ada Moreno",
        "ada@example.org",
    )
    (delivery,) = home.read("outbox")
    assert (delivery["state"], delivery["seen"]) == ("accepted", "public")
    terminal.press("Q")
    assert terminal.wait_for_the_end() == 0
