"""Undoing compression without ever making more than was asked for."""

from __future__ import annotations

import zlib
from typing import Final

ACCEPTED: Final = "gzip, deflate"
"""The value of `Accept-Encoding`."""


class Undecodable(Exception):
    """The bytes are not what their header says they are."""


class TooLarge(Exception):
    """There is more than was allowed."""


class Body:
    """Collects an answer's bytes, decompressed and up to a limit.

    Args:
        encoding: The `Content-Encoding` header.
        limit: The most bytes it may come to.

    Raises:
        Undecodable: The encoding is not one we asked for.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        self._limit = limit
        self._collected = bytearray()
        self._inflate: zlib._Decompress | None = None
        self._fresh = True
        match encoding.strip().lower():
            case "" | "identity":
                pass
            case "gzip" | "x-gzip":
                self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
            case "deflate":
                self._inflate = zlib.decompressobj()
            case _:
                raise Undecodable

    def add(self, piece: bytes) -> None:
        """Take the next bytes as they came.

        Raises:
            TooLarge: It has grown beyond the limit; what is allowed was kept.
            Undecodable: It is not compressed as its header says.
        """
        if self._inflate is None:
            self._keep(piece)
            return
        while piece:
            room = self._limit - len(self._collected) + 1
            self._keep(self._inflated(piece, room))
            if self._inflate.eof:
                # What follows the end of the stream is padding.
                return
            piece = self._inflate.unconsumed_tail

    def value(self) -> bytes:
        """What has come so far."""
        return bytes(self._collected)

    def _inflated(self, piece: bytes, room: int) -> bytes:
        assert self._inflate is not None
        try:
            return self._inflate.decompress(piece, room)
        except zlib.error:
            if not self._fresh:
                raise Undecodable from None
        finally:
            self._fresh = False
        # Some servers say “deflate” and mean it without its header.
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            return self._inflate.decompress(piece, room)
        except zlib.error:
            raise Undecodable from None

    def _keep(self, piece: bytes) -> None:
        room = self._limit - len(self._collected)
        self._collected += piece[:room]
        if len(piece) > room:
            raise TooLarge
