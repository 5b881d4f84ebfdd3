"""What takes long is done one at a time, and whoever asks beside it is not kept for long."""

import threading
from contextlib import suppress

import pytest

from kurultai.gate.turns import Turns


def test_one_has_the_turn_and_the_next_gets_it_when_it_is_over() -> None:
    turns = Turns()
    with turns.taken(0), pytest.raises(TimeoutError), turns.taken(0.01):
        pass
    with turns.taken(0):
        pass


def test_a_turn_that_fails_is_over() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.taken(0):
        raise ZeroDivisionError
    with turns.taken(0):
        pass


def test_where_enough_wait_the_next_is_refused_at_once() -> None:
    turns, refused = Turns(), threading.Semaphore(0)

    def ask() -> None:
        try:
            with turns.taken(60):
                pass
        except TimeoutError:
            refused.release()

    asking = [threading.Thread(target=ask) for _ in range(8)]
    with turns.taken(0):
        for each in asking:
            each.start()
        assert all(refused.acquire(timeout=30) for _ in range(6))
    for each in asking:
        each.join(30)
    with suppress(TimeoutError), turns.taken(0):
        return
    pytest.fail("The turn is not over.")
