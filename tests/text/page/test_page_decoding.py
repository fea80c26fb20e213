"""Bytes become text in whatever charset they are, said or not."""

from __future__ import annotations

import pytest

from reader.text.page.decoding import decode

RUSSIAN = (
    "Совет отложил решение о новом причале до весны. Во сколько это обойдётся,"
    " ещё не посчитали, сказала директор порта Анна Морозова. Жители ждут третий год."
)
JAPANESE = (
    "市議会は新しい桟橋についての決定を春まで延期した。「費用はまだ計算していない」と"
    "港湾局長は述べた。住民は三年前から返事を待っており、署名を集めているという。"
)
UNSAID = [
    ("windows-1251", RUSSIAN),
    ("koi8-r", RUSSIAN),
    (
        "cp1253",
        (
            "Το συμβούλιο ανέβαλε την απόφαση για τη νέα προβλήτα έως την άνοιξη, είπε η"
            " διευθύντρια του λιμανιού."
        ),
    ),
    (
        "cp1255",
        (
            "המועצה דחתה את ההחלטה על המזח החדש עד האביב, אמרה מנהלת הנמל. הרציף הישן"
            " פורק כבר בסתיו. התושבים מחכים לתשובה זה שלוש שנים ואוספים חתימות."
        ),
    ),
    ("cp1256", "أجل المجلس قراره بشأن الرصيف الجديد حتى الربيع، قالت مديرة الميناء."),
    ("cp932", JAPANESE),
    ("euc-jp", JAPANESE),
    (
        "gb18030",
        "市议会将新码头的决定推迟到春天。“我们还没有算出要花多少钱，”港口主任说。",
    ),
    (
        "big5",
        "市議會將新碼頭的決定推遲到春天。「我們還沒有算出要花多少錢，」港口主任說。",
    ),
    (
        "cp949",
        (
            "시의회는 새 부두에 대한 결정을 봄까지 연기했다. “아직 비용을 계산하지 않았다”고"
            " 항만 국장이 말했다."
        ),
    ),
]


@pytest.mark.parametrize(("charset", "words"), UNSAID)
def test_what_no_page_says_is_guessed(charset: str, words: str) -> None:
    """From the words, however much markup is around them."""
    page = f"<html><head><title>x</title><style>{'a{b:c}' * 500}</style></head><p class='post'>{words}</p>"
    assert decode(page.encode(charset)) == page


@pytest.mark.parametrize(
    "words",
    [
        "Der Rat hat „nichts“ über den Anleger beschlossen, sagte Käthe Größler. ",
        "Le conseil a reporté la décision à l’été : « Nous verrons », a déclaré Hélène. ",
        "Rådet sköt upp beslutet till våren, sade hamnchefen Åsa Öberg. ",
        "El año próximo decidirá el consejo, señaló la directora. ",
    ],
)
def test_a_few_accents_are_taken_for_western_europe(words: str) -> None:
    """Where nothing is said, as browsers do."""
    assert decode(words.encode("cp1252")) == words


@pytest.mark.parametrize("charset", ["euc-jp", "big5", "koi8-r"])
def test_a_broken_letter_does_not_spoil_what_is_declared(charset: str) -> None:
    """What is said holds for all the rest."""
    words = (RUSSIAN if charset == "koi8-r" else "市議會推遲決定。") * 20
    body = words.encode(charset) + b"\xff\xff<p>" + words.encode(charset)
    text = decode(body, charset)
    assert text.startswith(words)
    assert text.endswith(f"<p>{words}")
