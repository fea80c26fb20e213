"""Who speaks in a story, all its quotations weighed together.

A novel names its speakers once and lets them go on in turn. Each quotation
gives some evidence (a name beside it, a pronoun, what somebody does in the
sentence before, whom it calls by name), and each pair of neighbours some
more: speakers take turns. The most likely sequence of speakers is sought as a
whole, so that a name further down also settles who spoke before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from reader.text.story.character import Character

MOST_STATES = 24
"""How many ways the dialogue may have gone so far are kept at each step."""

NEVER = -30.0
"""The weight of what the text rules out."""


UNREACHED = float("-inf")


class Link(Enum):
    """How a quotation goes on from the one before."""

    SAME = auto()
    """It is the rest of the same sentence: “…,” she said, “…”."""

    GOES_ON = auto()
    """It stands in the same paragraph, as all that one person says does."""

    MAY_GO_ON = auto()
    """A sentence says who spoke, and then there is more: “…,” she said. “…”

    Paragraphs were lost, so that it may be the answer as well.
    """

    ASKED = auto()
    """The same behind a question: “…?” she said. “…”"""

    TURN = auto()
    """Nothing stands between, or a new paragraph begins."""

    OPEN = auto()
    """The narrator says something between."""

    APART = auto()
    """So much stands between that it is another scene."""


_CHANGES = {
    Link.SAME: (0.0, NEVER),
    Link.GOES_ON: (0.0, -6.0),
    Link.MAY_GO_ON: (0.0, -3.0),
    Link.ASKED: (0.0, 0.0),
    Link.TURN: (-6.0, 0.0),
    Link.OPEN: (0.0, -0.3),
    Link.APART: (0.0, 0.0),
}
"""What it weighs that the speaker stays, and that the speaker changes."""

TAKES_TURNS = 2.0
"""What it weighs that a speaker who changes is the one before the last."""

ANSWERS = 3.0
"""What it weighs that whoever was called by name speaks next."""


@dataclass(frozen=True, slots=True)
class Line:
    """One quotation of a dialogue and what speaks for each who may have said it."""

    link: Link
    weights: Mapping[Character, float]
    calls: frozenset[Character] = frozenset()
    """Whoever it calls by name."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Who speaks a line, and by how much that outweighs anybody else."""

    who: Character | None
    margin: float


_State = tuple[Character, Character | None]


def speakers_of(lines: Sequence[Line]) -> list[Weighed]:
    """Find the most likely speaker of every line.

    Args:
        lines: The story's quotations, in order.

    Returns:
        A speaker a line, None where nobody may have said it.
    """
    heard: list[Weighed] = []
    lines = _with_calls_carried(lines)
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end].weights and lines[end - 1].weights:
            end += 1
        scene = lines[at:end]
        heard += (
            _settled(scene) if scene[0].weights else [Weighed(None, 0.0)] * len(scene)
        )
        at = end
    return heard


def _with_calls_carried(lines: Sequence[Line]) -> list[Line]:
    """Let whom somebody calls be called by the rest of what they say too."""
    carried: list[Line] = []
    for line in lines:
        goes_on = carried and line.link in (Link.SAME, Link.GOES_ON, Link.MAY_GO_ON)
        calls = line.calls | carried[-1].calls if goes_on else line.calls
        carried.append(replace(line, calls=calls))
    return carried


def _settled(lines: Sequence[Line]) -> list[Weighed]:
    """The speakers of lines each of which somebody may have said."""
    forward: list[dict[_State, float]] = []
    steps: list[list[tuple[_State, _State, float]]] = []
    for index, line in enumerate(lines):
        if not index:
            forward.append(
                {(who, None): weight for who, weight in line.weights.items()}
            )
            continue
        reached: dict[_State, float] = {}
        taken: list[tuple[_State, _State, float]] = []
        for state, score in forward[-1].items():
            for who, weight in line.weights.items():
                step = weight + _change(lines[index - 1], line, state, who)
                then = (who, state[1] if who is state[0] else state[0])
                taken.append((state, then, step))
                if score + step > reached.get(then, UNREACHED):
                    reached[then] = score + step
        kept = sorted(reached, key=reached.__getitem__, reverse=True)[:MOST_STATES]
        forward.append({state: reached[state] for state in kept})
        steps.append([one for one in taken if one[1] in forward[-1]])
    return _read_back(forward, steps)


def _read_back(
    forward: Sequence[dict[_State, float]],
    steps: Sequence[Sequence[tuple[_State, _State, float]]],
) -> list[Weighed]:
    """Weigh every speaker of every line in the light of what follows."""
    behind: dict[_State, float] = dict.fromkeys(forward[-1], 0.0)
    heard: list[Weighed] = []
    for index in range(len(forward) - 1, -1, -1):
        best: dict[Character, float] = {}
        for state, score in forward[index].items():
            whole = score + behind.get(state, UNREACHED)
            best[state[0]] = max(best.get(state[0], UNREACHED), whole)
        ranked = sorted(best, key=best.__getitem__, reverse=True)
        margin = best[ranked[0]] - best[ranked[1]] if len(ranked) > 1 else -NEVER
        heard.append(Weighed(ranked[0], margin))
        if index:
            before: dict[_State, float] = {}
            for state, then, step in steps[index - 1]:
                whole = step + behind.get(then, UNREACHED)
                if whole > before.get(state, UNREACHED):
                    before[state] = whole
            behind = before
    heard.reverse()
    return heard


def _change(before: Line, line: Line, state: _State, who: Character) -> float:
    """What it weighs that somebody speaks after a state of the dialogue."""
    stays, changes = _CHANGES[line.link]
    if who is state[0]:
        return stays
    weight = changes
    if line.link is not Link.APART:
        if who is state[1]:
            weight += TAKES_TURNS if line.link is Link.TURN else TAKES_TURNS / 4
        if who in before.calls and line.link not in (Link.GOES_ON, Link.MAY_GO_ON):
            weight += ANSWERS
    return weight
