"""Looking at a site for a comment that was handed to it."""

from __future__ import annotations

from reader.domain.delivery import Delivery, Seen
from reader.domain.errors import CannotReach
from reader.domain.exchange import Page
from reader.net.web import Web
from reader.services.desk import Desk
from reader.sites.comments.system import Sighting
from reader.sites.comments.systems import posting_of


async def look_for(web: Web, desk: Desk, delivery: Delivery, *seen: Seen) -> Sighting:
    """Look where a comment may stand, one place after the other, the best first.

    Args:
        web: The way to the site.
        desk: Where its answers are understood.
        delivery: The comment.
        seen: What ends the search.

    Returns:
        The first sighting that is one of those; an empty one if none is.
    """
    posting = posting_of(delivery.draft.form)
    for look in () if posting is None else posting.looks_for(delivery):
        answer: Page | CannotReach
        try:
            answer = await web.fetch(look.url)
        except CannotReach as error:
            answer = error
        sighting = await desk.run(look.find, answer)
        if sighting.seen in seen:
            return sighting
    return Sighting()
