"""A clock that charges others only for time in which this process would have noticed an answer."""

from __future__ import annotations

import time

__all__ = ["TURN", "Turns"]

TURN = 0.1
"""Seconds: how often whoever waits looks at the clock."""

_LONGEST = 0.5
"""Seconds that one turn may charge. Whoever waits wakes up every `TURN`; where more time has
passed, this process was stopped, or had no processor, and nobody could have answered it."""


class Turns:
    """Seconds of waiting, counted turn by turn.

    Attributes:
        seconds: that were charged.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self._last = time.monotonic()

    def turn(self) -> float:
        """Charge the time since the last turn, as far as it was this process that waited.

        Returns:
            The seconds that were charged so far.
        """
        now = time.monotonic()
        self.seconds += min(now - self._last, _LONGEST)
        self._last = now
        return self.seconds
