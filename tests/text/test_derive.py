"""What is made of kept HTML."""

from __future__ import annotations

from reader.text.derive import derive


def test_kept_html_is_derived_the_same_again() -> None:
    """So that a better program can run over an old library."""
    fragment = '<p>“No,” <a href="/a">she</a> said.</p><p onclick="x()">(Source: <b>Council</b>)</p>'

    first = derive(
        fragment, url="https://lowfield.example/", language="en", title="Vote"
    )
    again = derive(first.html, url=None, language="en", title="Vote")

    assert again == first
    assert first.source_note == "Council"
    assert first.html == (
        '<p>“No,” <a href="https://lowfield.example/a">she</a> said.</p><p>(Source: <b>Council</b>)</p>'
    )


def test_the_title_is_not_said_again() -> None:
    """Feeds begin their text with it; a heading that says something else stays."""
    made = derive(
        "<h2>Vote!</h2><h2>Why</h2><p>x</p>", url=None, language=None, title="Vote"
    )

    assert [block.text for block in made.blocks] == ["Why", "x"]


def test_nothing_comes_of_nothing() -> None:
    """A feed may carry no text at all."""
    made = derive("", url=None, language=None, title="Vote")

    assert (made.blocks, made.markdown, made.html, made.quotations) == ((), "", "", ())
