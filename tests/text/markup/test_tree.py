"""Taking a tree apart without losing a word of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml.html import tostring

from reader.text.markup.tree import drop, drop_all, fragment_tree, unwrap_all

PARTS = ["one ", "two ", "<b>x</b>", "<i>y<b>z</b>tail </i>", "<b></b>", "<u>kept</u>"]


@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_dropped_together_elements_leave_what_they_leave_one_by_one(
    parts: list[str],
) -> None:
    together = fragment_tree("".join(parts))
    one_by_one = fragment_tree("".join(parts))
    drop_all(together.iter("b", "i"))
    for element in list(one_by_one.iter("b", "i")):
        drop(element)
    assert tostring(together) == tostring(one_by_one)


@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_unwrapped_elements_leave_their_words(parts: list[str]) -> None:
    root = fragment_tree("".join(parts))
    words = root.text_content()
    unwrap_all(list(root))
    assert len(root) == 0
    assert (root.text or "") == words
