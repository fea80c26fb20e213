"""Pictures from anywhere, made small."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest

from reader.domain.errors import CannotUnderstand
from reader.text.pictures import LARGEST, LEAST, MOST_BYTES, bounded

Image = pytest.importorskip("PIL.Image")


def a_picture(width: int, height: int, kind: str = "PNG", **more: object) -> bytes:
    written = BytesIO()
    Image.new("RGB", (width, height), "teal").save(written, kind, **more)
    return written.getvalue()


def a_bomb() -> bytes:
    """A PNG of some bytes that says it is of 60,000 × 60,000 pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data))
            + name
            + data
            + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1_000_000))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", data)
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_becomes_a_small_png(kind: str) -> None:
    """In its own proportions, whatever it was."""
    picture = bounded(a_picture(1920, 480, kind))
    assert (picture.width, picture.height) == (960, 240)
    with Image.open(BytesIO(picture.png)) as again:
        assert again.format == "PNG"
        assert again.size == (960, 240)


def test_a_small_picture_stays_as_large_as_it_is() -> None:
    """It would not become any clearer."""
    picture = bounded(a_picture(120, 80))
    assert (picture.width, picture.height) == (120, 80)


def test_nothing_but_its_pixels_is_left_of_it() -> None:
    """Where it was taken, and with what, is nobody's business."""
    about = Image.Exif()
    about[0x010E] = "taken at home"
    body = a_picture(40, 40, "JPEG", exif=about, icc_profile=b"a profile")
    assert b"taken at home" in body
    png = bounded(body).png
    assert b"taken at home" not in png
    assert b"iCCP" not in png


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<html>Not found</html>", id="a page"),
        pytest.param(a_picture(300, 300)[:200], id="cut off"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\xff" * 900, id="garbage"),
        pytest.param(a_bomb(), id="a bomb"),
        pytest.param(a_picture(LEAST - 1, 300), id="a line"),
        pytest.param(b"P6 64 64 255 " + bytes(64 * 64 * 3), id="another format"),
        pytest.param(a_picture(40, 40) + bytes(MOST_BYTES), id="a large file"),
    ],
)
def test_what_is_no_picture_to_show_is_refused(body: bytes) -> None:
    """And costs next to nothing."""
    with pytest.raises(CannotUnderstand):
        bounded(body)


def test_no_picture_is_larger_than_the_largest() -> None:
    """Neither across nor down."""
    picture = bounded(a_picture(2000, 4000))
    assert picture.width <= LARGEST[0]
    assert picture.height <= LARGEST[1]
