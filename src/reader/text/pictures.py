"""Pictures from anywhere, made small PNG files that a terminal may be given."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Final

from reader.domain.errors import CannotUnderstand
from reader.domain.picture import CLEAR, Picture, Raster

if TYPE_CHECKING:
    from PIL.Image import Image as Decoded
    from PIL.ImageFile import ImageFile

LARGEST: Final = 960, 640
"""Pixels across and down that a picture is brought down to."""

MOST_PIXELS: Final = 25_000_000
"""Of a picture that is decoded at all: a hundred megabytes."""

MOST_BYTES: Final = 12 * 1024 * 1024
LEAST: Final = 16
"""Pixels; what is smaller counts its readers, or parts the text."""

MOST_COLOURS: Final = CLEAR
"""That a raster can tell apart."""

_FEW: Final = 32
"""Colours; of fewer, a face is made of dots that lie between each other."""

_FORMATS: Final = "PNG", "JPEG", "GIF", "WEBP", "AVIF"
_SIDEWAYS: Final = frozenset({5, 6, 7, 8})
"""Orientations, as cameras note them, of which the width is the height."""


def can_be_decoded() -> bool:
    """Whether the library is installed that knows pictures."""
    return find_spec("PIL") is not None


def bounded(body: bytes) -> Picture | None:
    """Decode a picture, and encode it anew with nothing in it but its pixels.

    Of a moving one it is the first frame. A large one takes seconds.

    Args:
        body: The file, of any kind and origin.

    Returns:
        None if it is too small to be one for readers.

    Raises:
        CannotUnderstand: It is no picture, not one that can be decoded, or too large;
            the message says so.
    """
    from PIL import Image, UnidentifiedImageError

    if len(body) > MOST_BYTES:
        raise CannotUnderstand(f"It is larger than {MOST_BYTES // 1024**2} MB.")
    # Ours is the narrower limit, and theirs would be told on standard error.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(BytesIO(body), formats=_FORMATS) as image:
            across, down = image.size
            if min(across, down) < LEAST:
                return None
            if across * down <= MOST_PIXELS:
                return _made_small(image)
    except UnidentifiedImageError as error:
        raise CannotUnderstand(
            "It is a drawing (SVG), which only a browser shows."
            if b"<svg" in body[:2000].lower()
            else "It is no picture of a kind that is known here."
        ) from error
    except Exception as error:
        # A file made to break its decoder breaks it in any way it likes.
        raise CannotUnderstand("The file is damaged.") from error
    raise CannotUnderstand(f"It has too many pixels: {across} × {down}.")


def _made_small(image: ImageFile) -> Picture:
    """Decode a picture that was opened."""
    from PIL import Image, ImageOps

    sideways = image.getexif().get(0x0112) in _SIDEWAYS
    room = LARGEST[::-1] if sideways else LARGEST
    image.draft("RGB", room)
    kind = "RGBA" if image.has_transparency_data else "RGB"
    small: Image.Image = image
    if image.mode != kind:
        small = image.convert(kind)
        # There is to be one copy of all its pixels at a time.
        image.close()
    small.thumbnail(room)
    small = ImageOps.exif_transpose(small)
    written = BytesIO()
    small.save(written, "PNG", icc_profile=b"")
    return Picture(width=small.width, height=small.height, png=written.getvalue())


def rastered(picture: Picture, width: int, height: int, colours: int) -> Raster:
    """Bring a picture to the pixels and the colours that there are for it.

    It keeps its proportions, and stands in the upper left corner. Takes some tens of
    milliseconds.

    Args:
        picture: The picture.
        width: Pixels there are across.
        height: Pixels there are down.
        colours: How many there are, up to `MOST_COLOURS`.
    """
    from PIL import Image

    scale = min(width / picture.width, height / picture.height)
    across = max(1, min(round(picture.width * scale), width))
    down = max(1, min(round(picture.height * scale), height))
    with Image.open(BytesIO(picture.png), formats=["PNG"]) as image:
        scaled = image.convert("RGBA").resize((across, down))
    numbered = _numbered(scaled.convert("RGB"), colours)
    solid = scaled.getchannel("A").point(lambda alpha: 255 * (alpha > 127))
    pixels = Image.new("L", (width, height), CLEAR)
    pixels.paste(Image.frombytes("L", scaled.size, numbered.tobytes()), mask=solid)
    palette = bytes(numbered.getpalette() or ())
    return Raster(width=width, height=height, palette=palette, pixels=pixels.tobytes())


def _numbered(image: Decoded, colours: int) -> Decoded:
    """A picture in so many colours of its own."""
    from PIL import Image

    numbered = image.quantize(colours, Image.Quantize.MEDIANCUT)
    if colours >= _FEW:
        return numbered
    return image.quantize(palette=numbered, dither=Image.Dither.FLOYDSTEINBERG)
