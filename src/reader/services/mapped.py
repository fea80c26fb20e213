"""From a list of sitemaps to the one that has what is new."""

from __future__ import annotations

from dataclasses import replace

from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Freshness, Page
from reader.net.web import Web
from reader.services.desk import Desk


async def newest_list(web: Web, desk: Desk, answer: Page) -> Page:
    """What lists the articles: the answer itself or, of a list of sitemaps, one of them.

    A site begins another sitemap each month or each thousand posts; which is the
    newest is asked each time anew, whatever has changed in the list of them.

    Args:
        web: The way to the site.
        desk: Where the list is read.
        answer: What the source's address answered.

    Raises:
        CannotReach: The sitemap did not come.
        CannotUnderstand: The list is empty, or leads to another list.
    """
    from reader.sites.sitemap import best_of, is_index

    if not is_index(answer):
        return answer
    best = await desk.run(best_of, answer)
    if best is None:
        raise CannotUnderstand("This list of sitemaps is empty.")
    page = await web.fetch(best)
    # What keeps it from being sent again belongs to another address than the source's.
    return replace(page, freshness=Freshness(), moved=answer.moved)
