"""Who speaks in a story, by its own telling."""

from __future__ import annotations

from reader.text.quotations import quotations_in

SCENE = (
    "Mrs Farrow had kept the inn at Slack Bridge since her husband died, and she knew every man who came over "
    "the moor by the way he shut the door. That evening there were three of them in the kitchen, and the rain "
    "was loud enough to stop talk. She had put more turf on the fire and had gone to the window twice, though "
    "there was nothing to be seen from it but her own lamp and her own face, and she did not care for either. "
    "When the latch went up she did not turn round. An old woman came in, with a sack over her head and a child "
    "by the hand, and stood dripping on the flags. The child was a girl of seven or so, and she looked at the "
    "fire as other children look at a dog that they have been told will not bite. Nobody moved to make room. "
    "Somewhere in the house a clock struck, slowly, as if it had to think of each stroke before it came. "
    "The men looked into their cups. One of them had a cough, and held it. It was warm there, and they had come a "
    "long way to be warm, and each of them hoped that it was somebody else who would have to get up for her.\n\n"
)


def speakers(dialogue: str) -> list[str | None]:
    return [one.speaker for one in quotations_in(SCENE + dialogue, language="en")]


def test_a_description_is_taken_back_to_whoever_it_first_described() -> None:
    dialogue = "“We have walked from Hagg,” said the old lady."
    assert speakers(dialogue) == ["An old woman"]


def test_a_dialogue_without_cues_goes_from_one_to_the_other() -> None:
    dialogue = (
        "“You are wet,” said Mrs Farrow.\n\n“We have walked from Hagg,” said the old woman.\n\n"
        "“In this?”\n\n“There was no other.”\n\n“Sit down, then.”"
    )
    assert speakers(dialogue) == [
        "Mrs Farrow",
        "An old woman",
        "Mrs Farrow",
        "An old woman",
        "Mrs Farrow",
    ]


def test_whoever_does_something_in_the_paragraph_speaks_it() -> None:
    dialogue = "Mrs Farrow put down the lamp. “Whose is the girl?”"
    assert speakers(dialogue) == ["Mrs Farrow"]


def test_whoever_says_their_name_has_it_before_too() -> None:
    dialogue = (
        "“Let us in,” said the old woman.\n\n“You are in,” said Mrs Farrow.\n\n"
        "The old woman threw back the sack. “My name is Judith Pell, and this was my house.”"
    )
    assert speakers(dialogue) == ["Judith Pell", "Mrs Farrow", "Judith Pell"]


def test_a_way_of_putting_it_is_nobodys_speech() -> None:
    dialogue = "She had never been what the men called “easy company” on a wet night."
    assert speakers(dialogue) == []
