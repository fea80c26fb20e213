"""Undoing compression without ever making more than was asked for."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, Final, Protocol

_GZIP: Final = b"\x1f\x8b"
"""How a gzip file begins (RFC 1952)."""


class Undecodable(Exception):
    """The bytes are not what their header says they are."""


class TooLarge(Exception):
    """There is more than was allowed."""


class Decoder(Protocol):
    """Undoes one kind of compression, a piece at a time."""

    ended: bool
    """Whether what comes now is behind the end, and of no use."""

    def some(self, piece: bytes, most: int) -> tuple[bytes, bytes, bool]:
        """Decompress some of a piece.

        Args:
            piece: The next bytes.
            most: How many to make of them, give or take a block.

        Returns:
            What they make; the bytes that are left to come again; and whether
            more will come even if none are left.

        Raises:
            Exception: They are not compressed in this way.
        """


class Body:
    """Collects an answer's bytes, decompressed and up to a limit.

    Args:
        encoding: The `Content-Encoding` header.
        limit: The most bytes it may come to, before and after decompression.

    Raises:
        Undecodable: The encoding is not one we asked for.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        self._limit = limit
        self._came = 0
        self._collected = bytearray()
        self._decoder: Decoder | None = None
        name = encoding.strip().lower()
        if name not in ("", "identity"):
            if name not in _DECODERS:
                raise Undecodable
            self._decoder = _DECODERS[name]()

    def add(self, piece: bytes) -> None:
        """Take the next bytes as they came.

        Raises:
            TooLarge: It has grown beyond the limit; what is allowed was kept.
            Undecodable: It is not compressed as its header says.
        """
        if not self._came and self._decoder is None and piece.startswith(_GZIP):
            # A file that is compressed itself: no page and no feed begins so.
            self._decoder = _Gzip()
        self._came += len(piece)
        if self._decoder is None:
            self._keep(piece)
            return
        if self._came > self._limit:
            raise TooLarge
        more = True
        while (piece or more) and not self._decoder.ended:
            room = self._limit - len(self._collected) + 1
            try:
                made, piece, more = self._decoder.some(piece, room)
            except Exception as error:  # each library has its own
                raise Undecodable from error
            self._keep(made)

    def value(self) -> bytes:
        """What has come so far."""
        return bytes(self._collected)

    def _keep(self, piece: bytes) -> None:
        room = self._limit - len(self._collected)
        self._collected += piece[:room]
        if len(piece) > room:
            raise TooLarge


class _Gzip:
    def __init__(self) -> None:
        self.ended = False
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)

    def some(self, piece: bytes, most: int) -> tuple[bytes, bytes, bool]:
        made = self._inflate.decompress(piece, most)
        self.ended = self._inflate.eof
        return made, self._inflate.unconsumed_tail, False


class _Deflate(_Gzip):
    """With its header or, as some servers mean it, without."""

    def __init__(self) -> None:
        super().__init__()
        self._inflate = zlib.decompressobj()
        self._fresh = True

    def some(self, piece: bytes, most: int) -> tuple[bytes, bytes, bool]:
        fresh, self._fresh = self._fresh, False
        try:
            return super().some(piece, most)
        except zlib.error:
            if not fresh:
                raise
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        return super().some(piece, most)


class _Brotli:
    def __init__(self) -> None:
        import brotli

        self.ended = False
        self._decompressor: Any = brotli.Decompressor()

    def some(self, piece: bytes, most: int) -> tuple[bytes, bytes, bool]:
        made = self._decompressor.process(piece, output_buffer_limit=most)
        self.ended = self._decompressor.is_finished()
        return made, b"", not self._decompressor.can_accept_more_data()


class _Zstandard:
    def __init__(self) -> None:
        self.ended = False
        self._decompressor = _zstd().ZstdDecompressor()

    def some(self, piece: bytes, most: int) -> tuple[bytes, bytes, bool]:
        made = self._decompressor.decompress(piece, most)
        rest = b""
        if self._decompressor.eof:
            # There may be several frames, one behind the other.
            rest = self._decompressor.unused_data
            self._decompressor = _zstd().ZstdDecompressor()
            return made, rest, False
        return made, rest, not self._decompressor.needs_input


def _zstd() -> Any:
    try:
        from compression import zstd
    except ImportError:
        from backports import zstd
    return zstd


def _has(*names: str) -> bool:
    """Whether one of some modules is there, without loading it."""
    for name in names:
        try:
            if find_spec(name) is not None:
                return True
        except ModuleNotFoundError:
            continue
    return False


_DECODERS: Final[dict[str, Callable[[], Decoder]]] = {
    "gzip": _Gzip,
    "x-gzip": _Gzip,
    "deflate": _Deflate,
}
if _has("brotli"):
    _DECODERS["br"] = _Brotli
if _has("compression.zstd", "backports.zstd"):
    _DECODERS["zstd"] = _Zstandard


def accepted() -> str:
    """The value of `Accept-Encoding`."""
    return ", ".join(name for name in _DECODERS if name != "x-gzip")
