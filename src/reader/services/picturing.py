"""Pictures from the sites, for terminals that show them."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from reader.domain.errors import CannotUnderstand
from reader.domain.picture import Picture
from reader.net.web import Web
from reader.services.desk import Desk
from reader.text.pictures import bounded

_KEPT: Final = 16
"""Pictures kept in memory; none is kept on disk."""


class Picturing:
    """Fetches pictures, and makes them fit for a terminal.

    Args:
        web: The way to the sites.
        desk: Where they are decoded.
    """

    def __init__(self, web: Web, desk: Desk) -> None:
        self._web = web
        self._desk = desk
        self._kept: OrderedDict[str, Picture | None] = OrderedDict()

    async def picture(self, url: str) -> Picture | None:
        """The picture at an address, asked for unless it was a moment ago.

        Args:
            url: http or https.

        Returns:
            None if it is none for readers: a single pixel that counts them, a line.

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: What it answered is no picture that can be shown.
        """
        if url in self._kept:
            self._kept.move_to_end(url)
            return self._kept[url]
        page = await self._web.fetch(url)
        if page.content_type.startswith("text/"):
            raise CannotUnderstand("The site answered with a page, not a picture.")
        picture = await self._desk.run(bounded, page.body)
        self._kept[url] = picture
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return picture
