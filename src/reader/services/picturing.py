"""Pictures from the sites, for terminals that show them."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Final

from reader.domain.errors import CannotUnderstand
from reader.domain.picture import Picture
from reader.net.web import Web
from reader.text.pictures import bounded

_KEPT: Final = 16
"""Pictures kept in memory; none is kept on disk."""


class Picturing:
    """Fetches pictures, and makes them fit for a terminal.

    They are decoded beside the desk, one at a time: a large one may take seconds and a
    hundred megabytes, and an article that is opened meanwhile is not to wait for it.

    Args:
        web: The way to the sites.
    """

    def __init__(self, web: Web) -> None:
        self._web = web
        self._decoding = asyncio.Lock()
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
        async with self._decoding:
            picture = await asyncio.to_thread(bounded, page.body)
        self._kept[url] = picture
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return picture
