"""Finding a comment among those that a site shows."""

from __future__ import annotations

from collections.abc import Iterable

from reader.domain.comment import Comment
from reader.domain.delivery import Delivery, Seen
from reader.sites.comments.likeness import is_like
from reader.sites.comments.system import Sighting


def among(
    comments: Iterable[Comment], delivery: Delivery, *, unsigned: str | None = None
) -> Sighting:
    """Look for a comment by its number, or by its words and whoever signed it.

    Args:
        comments: What the site shows.
        delivery: The comment.
        unsigned: How the site calls somebody who gave no name; None if that is
            not known, so that any name will do then.
    """
    draft, number = delivery.draft, delivery.comment_id
    name = draft.identity.name or unsigned
    for one in comments:
        same = (
            one.id == number
            if number is not None
            else is_like(one.text, draft.text)
            and (name is None or is_like(one.author, name))
        )
        if same:
            return Sighting(
                seen=Seen.HELD if one.held else Seen.PUBLIC,
                permalink=one.url,
                comment_id=one.id,
            )
    return Sighting()
