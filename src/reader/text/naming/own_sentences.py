"""What the sentence that a quotation stands in says of who speaks it."""

from __future__ import annotations

from reader.text.naming.reading import Reading
from reader.text.quoted.marks import Marked
from reader.text.quoted.speech import Speech
from reader.text.saying import Attribution, How

NAMES_PASSED = 3
"""How many names between marks may stand in what follows a quotation."""


class OwnSentences:
    """Reads the sentences around an article's marks, one after the other."""

    def __init__(self, reading: Reading, speech: Speech) -> None:
        """Read an article.

        Args:
            reading: The article.
            speech: What tells speech from titles in it.
        """
        self._text = reading.veiled
        self._marks = reading.marks
        self._paragraphs = reading.paragraphs
        self._sentences = reading.sentences
        self._attributor = reading.attributor
        self._speech = speech
        self._starts: dict[int, int] = {}

    def attribution(self, index: int, mark: Marked) -> Attribution | None:
        """Find out what a quotation’s own sentence says of who speaks.

        Args:
            index: The number of its mark.
            mark: Its mark. Marks must be asked for in order.
        """
        start = self._sentence_start(index)
        before = self._attributor.before(start, mark.opening)
        if before is not None and before.beside and before.speaker is not None:
            lead = self._text[max(start, mark.opening - 3) : mark.opening].rstrip()
            if lead.endswith((":", ",")) or (
                before.how is How.BEFORE and not self._after_is_beside(index, mark)
            ):
                return before
        after = self._attributor.after(mark, self.search_end(index, mark))
        if after is not None and after.beside:
            if before is not None and (
                after.speaker is None
                or (before.speaker is not None and self._is_part(mark, before, after))
            ):
                return before
            return after
        if before is not None and before.speaker is None and after is not None:
            return after
        return before or after

    def _is_part(self, mark: Marked, before: Attribution, after: Attribution) -> bool:
        """Whether what leads up to a fragment says more of it than what follows.

        “China is bound to its ‘one country’ rule, while the police deny it”; “Mr
        Lund called it ‘a mess’, according to the Times”.
        """
        if before.cue is None or not self._sentences.text[mark.start].islower():
            return False
        if after.is_source:
            return before.describes
        ends = self._sentences.text[mark.end - 1 : mark.closing + 1]
        return not any(one in ends for one in ",.!?…")

    def _after_is_beside(self, index: int, mark: Marked) -> bool:
        after = self._attributor.after(mark, self.search_end(index, mark))
        return after is not None and after.beside and after.speaker is not None

    def search_end(self, index: int, mark: Marked) -> int:
        """Where what follows a quotation ends: the next mark, or the paragraph."""
        end = self._paragraphs.end_at(mark.closing)
        for following in self._marks[index + 1 : index + 1 + NAMES_PASSED]:
            if following.opening >= end:
                return end
            if not self._speech.may_name(following):
                return following.opening
        return end

    def _sentence_start(self, index: int) -> int:
        """Where the sentence starts that a quotation stands in."""
        mark = self._marks[index]
        paragraph = self._paragraphs.start_at(mark.opening)
        previous = self._marks[index - 1] if index else None
        least = paragraph
        if previous is not None and previous.closing > paragraph:
            least = previous.closing
        start = self._sentences.start_before(mark.opening, least)
        if start is None:
            start = least
            if previous is not None and least == previous.closing:
                between = self._text[least : mark.opening]
                ended = self._sentences.text[previous.end - 1] in ".!?…"
                if (
                    not ended
                    or between.strip()[:1].islower()
                    or between.strip()[:1] in (",", ";")
                ):
                    start = self._starts.get(index - 1, least)
        self._starts[index] = start
        return start

    def is_alone(self, mark: Marked) -> bool:
        """Whether a quotation is all its paragraph holds."""
        start = self._paragraphs.start_at(mark.opening)
        end = min(self._paragraphs.end_at(mark.closing), mark.closing + 8)
        after = self._text[mark.closing : end]
        return mark.opening == start and not after.strip(" .,;\u00a0")
