"""Messages on a pipe: whole, half, too long, and none."""

from __future__ import annotations

import os
import struct
import threading

import numpy as np
import pytest

from autograder.sandbox.codec import MAX_BYTES, DoorError
from autograder.sandbox.frames import HEADER, frame, read_message, unframe_length, write_message


@pytest.fixture
def pipe():
    """A pipe's two ends; closed afterwards where they are still open."""
    ends = os.pipe()
    yield ends
    for fd in ends:
        try:
            os.close(fd)
        except OSError:
            continue


def test_a_message_crosses(pipe):
    """What is written is read."""
    reading, writing = pipe
    write_message(writing, {"a": [1, None]})
    assert read_message(reading) == {"a": [1, None]}


def test_messages_cross_one_by_one(pipe):
    """Each read takes one message and leaves the next."""
    reading, writing = pipe
    for number in range(3):
        write_message(writing, number)
    assert [read_message(reading) for _ in range(3)] == [0, 1, 2]


def test_a_message_larger_than_the_pipe(pipe):
    """It is written and read in parts."""
    reading, writing = pipe
    array = np.arange(1 << 20)
    writer = threading.Thread(target=write_message, args=(writing, array))
    writer.start()
    assert read_message(reading).tolist() == array.tolist()
    writer.join()


def test_the_header_is_the_length():
    """Four bytes, then as many as they say."""
    framed = frame("text")
    assert unframe_length(framed[:HEADER]) == len(framed) - HEADER


@pytest.mark.parametrize("length", [MAX_BYTES + 1, 2**31, 2**32 - 1])
def test_a_header_that_promises_too_much(length):
    """It is refused before anything is read."""
    with pytest.raises(DoorError, match="size"):
        unframe_length(struct.pack(">I", length))


def test_a_header_may_promise_all_there_may_be():
    """The bound itself is allowed."""
    assert unframe_length(struct.pack(">I", MAX_BYTES)) == MAX_BYTES


@pytest.mark.parametrize("sent", [b"", b"\0", b"\0\0\0", b"\0\0\0\5", frame("text")[:-1]])
def test_the_other_side_hangs_up(pipe, sent):
    """Nothing, half a header or half a message, and then the end."""
    reading, writing = pipe
    os.write(writing, sent)
    os.close(writing)
    with pytest.raises(EOFError):
        read_message(reading)


def test_bytes_that_are_no_message(pipe):
    """They are read to the end, and refused."""
    reading, writing = pipe
    os.write(writing, struct.pack(">I", 2) + b"\xc1\xc1")
    with pytest.raises(DoorError, match="garbage"):
        read_message(reading)


def test_what_may_not_cross_is_not_framed():
    """Nothing of it is written."""
    with pytest.raises(DoorError, match="type"):
        frame(object())
