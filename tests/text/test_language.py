"""Which language a text is in."""

from __future__ import annotations

import pytest

from reader.text.language import detect, tag


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council said that it was not going to pay for the pier.", "en"),
        ("Der Rat sagte, dass er nicht für die Brücke zahlen werde.", "de"),
        ("La mairie a dit que le pont ne sera pas payé par les habitants.", "fr"),
        ("El ayuntamiento dijo que no va a pagar el puente de los vecinos.", "es"),
        ("A prefeitura disse que não vai pagar a ponte dos moradores.", "pt"),
        ("Il comune ha detto che non pagherà il ponte della città.", "it"),
        ("De gemeente zegt dat zij de brug niet zal betalen voor het dorp.", "nl"),
        ("قالت البلدية إنها لن تدفع ثمن الجسر.", "ar"),
        ("העירייה אמרה שלא תשלם על הגשר.", "he"),
        ("町は橋の費用を払わないと言った。", "ja"),
        ("镇政府说不会支付这座桥的费用。", "zh"),
        ("시의회는 다리 비용을 내지 않겠다고 말했다.", "ko"),
        ("Город сказал, что не будет платить за мост.", "ru"),
        ("", None),
        ("1234 5678", None),
        ("Xyzzy plugh", None),
    ],
)
def test_a_language_is_told_from_the_text(text: str, language: str | None) -> None:
    """By script, or by its commonest words; None where it could be any."""
    assert detect(text) == language


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("en", "en"),
        ("en_US", "en-US"),
        ("pt-br", "pt-BR"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("de_DE.utf8", "de-DE"),
        ("x-default", None),
        ("und", None),
        ("", None),
        (None, None),
    ],
)
def test_a_tag_is_written_as_it_should_be(
    written: str | None, expected: str | None
) -> None:
    """Pages write them in every way."""
    assert tag(written) == expected
