"""What stands above a copied post, in the ways it may be written."""

from __future__ import annotations

import pytest

from reader.domain.article import Neighbour
from reader.text.plain import post_in

BODY = """
“We have waited,” said Ada Moreno, who runs the harbour and has done so for years.

The council added: “No.”
"""
PARAGRAPHS = (
    "“We have waited,” said Ada Moreno, who runs the harbour and has done so for years.",
    "The council added: “No.”",
)
EARLIER = ("Ferry late", "2020-06-04")
LATER = ("Bells to be recast next spring", "2020-06-26")


@pytest.mark.parametrize(
    ("head", "previous", "following"),
    [
        ("{0}\nJune 4, 2020\n{1}\nJune 26, 2020\nThe vote", EARLIER, LATER),
        ("\n{0}\n\nJune 4, 2020\n\n{1}\n\nJune 26, 2020\n\nThe vote", EARLIER, LATER),
        ("{1}\nJune 26, 2020\n{0}\nJune 4, 2020\nTHE VOTE", EARLIER, LATER),
        ("{0}\nJune 4, 2020\n{1}\nJune 26, 2020", EARLIER, LATER),
        ("← {0} (June 4, 2020)\n{1} (June 26, 2020) →\nThe vote", EARLIER, LATER),
        (
            "Previous: {0}\n4 June 2020\nNext: {1}\n26 June 2020\nThe vote",
            EARLIER,
            LATER,
        ),
        (
            "Previous Post\n{0}\nNext Post\n{1}\nThe vote",
            (EARLIER[0], None),
            (LATER[0], None),
        ),
        ("{0}\n04/06/2020\n{1}\n26/06/2020\nThe vote", EARLIER, LATER),
        ("{0}\n2020-06-04\nThe vote", EARLIER, None),
        ("Next →\n{1}\nJune 26, 2020\nThe vote", None, LATER),
        ("The vote", None, None),
        ("", None, None),
    ],
)
def test_the_neighbours_are_told_by_place_and_date(
    head: str,
    previous: tuple[str, str | None] | None,
    following: tuple[str, str | None] | None,
) -> None:
    """The earlier one is the previous; with neither date nor label there is none."""
    post = post_in(f"The vote\n{head.format(EARLIER[0], LATER[0])}\n{BODY}")

    assert post.title == "The vote"
    assert post.paragraphs == PARAGRAPHS
    assert (said(post.previous), said(post.next)) == (previous, following)


@pytest.mark.parametrize(
    "head",
    [
        "June 4, 2020",
        "By Ada Moreno\nJune 4, 2020",
        "Posted on June 4, 2020 by Ada Moreno",
    ],
)
def test_a_posts_own_date_names_no_neighbour(head: str) -> None:
    """It stands under the title without a title of its own."""
    post = post_in(f"The vote\n{head}\n{BODY}")

    assert post.published is not None
    assert post.published.iso == "2020-06-04"
    assert (post.previous, post.next) == (None, None)
    assert post.paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Posted on June 4, 2020 by Ada Moreno", "Ada Moreno"),
        ("By Ada Moreno", "Ada Moreno"),
        ("Veröffentlicht am 4. Juni 2020 von Ada Moreno", "Ada Moreno"),
        ("June 4, 2020", None),
    ],
)
def test_whoever_wrote_a_post_may_stand_behind_its_date(
    line: str, name: str | None
) -> None:
    """Themes write both into one line, in either order."""
    assert post_in(f"The vote\n{line}\n{BODY}").byline == name


def test_a_sentence_that_asks_for_comments_stays() -> None:
    """Only the form's own words end a post."""
    text = f"The vote\n{BODY}\nLeave a comment below if you were there.\n"

    assert post_in(text).paragraphs[-1] == "Leave a comment below if you were there."


def test_a_closing_quotation_in_guillemets_is_no_arrow() -> None:
    """Its marks look like those of a link to a neighbour."""
    post = post_in(
        "Le vote\n\nLe conseil a voté lundi soir.\n\n« Enfin », dit-elle.\n\n« Non. »\n"
    )

    assert post.paragraphs[-1] == "« Non. »"
    assert post.next is None


def said(neighbour: Neighbour | None) -> tuple[str, str | None] | None:
    if neighbour is None:
        return None
    day = neighbour.published
    return neighbour.title, None if day is None else day.iso
