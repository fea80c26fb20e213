"""Forms of verbs, spelled out from stems and endings as a table's words are.

Words are parted by white space, and those of one cue joined by underscores.
"""

from __future__ import annotations


def forms(stems: str, endings: str) -> str:
    """Put every ending behind every stem; `-` stands for none."""
    return " ".join(
        f"{stem}{'' if ending == '-' else ending}"
        for stem in stems.split()
        for ending in endings.split()
    )


def behind(auxiliaries: str, participles: str) -> str:
    """Put every participle behind every auxiliary."""
    return " ".join(
        f"{auxiliary}_{participle}"
        for auxiliary in auxiliaries.split()
        for participle in participles.split()
    )
