"""Pictures from anywhere, made small."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest

from reader.domain.errors import CannotUnderstand
from reader.domain.picture import CLEAR, Picture
from reader.text.pictures import LARGEST, LEAST, MOST_BYTES, bounded, rastered

Image = pytest.importorskip("PIL.Image")


def a_picture(width: int, height: int, kind: str = "PNG", **more: object) -> bytes:
    written = BytesIO()
    Image.new("RGB", (width, height), "teal").save(written, kind, **more)
    return written.getvalue()


def shown(body: bytes) -> Picture:
    picture = bounded(body)
    assert picture is not None
    return picture


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


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
def test_a_picture_becomes_a_small_png(kind: str) -> None:
    """In its own proportions, whatever it was."""
    picture = shown(a_picture(1920, 480, kind))
    assert (picture.width, picture.height) == (960, 240)
    with Image.open(BytesIO(picture.png)) as again:
        assert again.format == "PNG"
        assert again.size == (960, 240)


def test_a_small_picture_stays_as_large_as_it_is() -> None:
    """It would not become any clearer."""
    picture = shown(a_picture(120, 80))
    assert (picture.width, picture.height) == (120, 80)


def test_nothing_but_its_pixels_is_left_of_it() -> None:
    """Where it was taken, and with what, is nobody's business."""
    about = Image.Exif()
    about[0x010E] = "taken at home"
    body = a_picture(40, 40, "JPEG", exif=about, icc_profile=b"a profile")
    assert b"taken at home" in body
    png = shown(body).png
    assert b"taken at home" not in png
    assert b"iCCP" not in png


@pytest.mark.parametrize(
    ("body", "why"),
    [
        pytest.param(b"", "no picture", id="nothing"),
        pytest.param(b"<html>Not found</html>", "no picture", id="a page"),
        pytest.param(b"<?xml version='1.0'?>\n<svg/>", "a drawing", id="a drawing"),
        pytest.param(a_picture(300, 300)[:200], "damaged", id="cut off"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\xff" * 900, "no picture", id="garbage"),
        pytest.param(a_bomb(), "60000 × 60000", id="a bomb"),
        pytest.param(
            b"P6 64 64 255 " + bytes(64 * 64 * 3), "no picture", id="another format"
        ),
        pytest.param(
            a_picture(40, 40) + bytes(MOST_BYTES),
            "larger than 12 MB",
            id="a large file",
        ),
    ],
)
def test_what_is_no_picture_to_show_is_refused(body: bytes, why: str) -> None:
    """In words, and it costs next to nothing."""
    with pytest.raises(CannotUnderstand, match=why):
        bounded(body)


def test_what_counts_its_readers_is_no_picture() -> None:
    """Nor is a line that parts the text."""
    assert bounded(a_picture(1, 1)) is None
    assert bounded(a_picture(LEAST - 1, 300)) is None


def test_a_picture_taken_sideways_stands_upright() -> None:
    """As the camera has noted it, and as large as one that was taken upright."""
    about = Image.Exif()
    about[0x0112] = 6
    picture = shown(a_picture(1600, 800, "JPEG", exif=about))
    assert (picture.width, picture.height) == (320, 640)


def test_a_moving_picture_stands_still() -> None:
    """It is its first frame."""
    written = BytesIO()
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    with Image.open(BytesIO(shown(written.getvalue()).png)) as still:
        assert still.convert("RGB").getpixel((5, 5)) == (255, 0, 0)


def test_a_raster_has_the_picture_in_its_upper_left_corner() -> None:
    """In its own proportions; around it, and where the picture is clear, it is clear."""
    image = Image.new("RGBA", (40, 20), "red")
    image.paste((0, 0, 255, 0), (20, 0, 40, 20))
    written = BytesIO()
    image.save(written, "PNG")
    raster = rastered(shown(written.getvalue()), 8, 6, 16)
    rows = [raster.pixels[8 * y : 8 * y + 8] for y in range(6)]
    red = rows[0][0]
    assert raster.colour(red) == (255, 0, 0)
    assert rows[:4] == [bytes([red] * 4 + [CLEAR] * 4)] * 4
    assert rows[4:] == [bytes([CLEAR] * 8)] * 2


def test_no_picture_is_larger_than_the_largest() -> None:
    """Neither across nor down."""
    picture = shown(a_picture(2000, 4000))
    assert picture.width <= LARGEST[0]
    assert picture.height <= LARGEST[1]
