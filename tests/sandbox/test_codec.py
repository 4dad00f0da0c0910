"""The grammar of the door: what crosses unchanged, what is refused and why, and what bytes do."""

from __future__ import annotations

import collections
import datetime
import decimal
import enum
import fractions
import itertools
import math
import struct
import tracemalloc
import types

import msgspec
import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.sandbox import codec
from autograder.sandbox.codec import MAX_BYTES, MAX_DEPTH, MAX_ITEMS, DoorError, decode, encode
from tests.compare.strategies import arrays, plain
from tests.sampling import sampled

REASONS = {"type", "dtype", "depth", "count", "size", "integer", "text", "key", "garbage"}
DTYPES = ["?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]


def identical(one, other):
    """Equal in type, structure, dtype, shape, and bit by bit in value."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        same = (one.dtype, one.shape) == (other.dtype, other.shape)
        return same and one.tobytes() == other.tobytes()
    if isinstance(one, float):
        return struct.pack("d", one) == struct.pack("d", other)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(identical, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(identical(one[key], other[key]) for key in one)
    return one == other


def is_plain(value, depth=0):
    """Whether a value is in the grammar, by exact type and within all bounds."""
    kind = type(value)
    if depth > MAX_DEPTH:
        return False
    if kind is np.ndarray:
        owned = value.flags.owndata or value.base.flags.owndata
        return value.dtype in map(np.dtype, DTYPES) and value.flags.writeable and owned
    if kind is int:
        return -(2**63) <= value < 2**63
    if kind in (list, tuple):
        return all(is_plain(part, depth + 1) for part in value)
    if kind is dict:
        texts = all(type(key) is str for key in value)
        return texts and all(is_plain(part, depth + 1) for part in value.values())
    return value is None or kind in (bool, float, str)


def refusal_of(work, value):
    """The reason of the DoorError that it raises."""
    with pytest.raises(DoorError) as caught:
        work(value)
    assert len(caught.value.detail) <= 80
    return caught.value.reason


def nested(depth):
    """A list in a list in a list ..."""
    value = []
    for _ in range(depth):
        value = [value]
    return value


def cyclic_list():
    """A list that contains itself."""
    value = []
    value.append(value)
    return value


def cyclic_dict():
    """A dict that contains itself, many times."""
    value = {}
    value.update({str(n): value for n in range(10)})
    return value


def pretending(shape, dtype="f8"):
    """An array that says it has this shape, in eight bytes of memory."""
    return np.lib.stride_tricks.as_strided(np.zeros(1, dtype), shape, (0,) * len(shape))


class Array(np.ndarray):
    """A subclass of an array, and as such refused."""


class Float(float):
    """A subclass of a float."""

    def __eq__(self, other):
        return True

    __hash__ = None


class Int(int):
    """A subclass of an int."""


class Text(str):
    """A subclass of a text."""


class List(list):
    """A list that says it is empty."""

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


class Tuple(tuple):
    """A tuple that says it holds something else."""

    def __iter__(self):
        return iter((7,))


class Dict(dict):
    """A dict that says it holds something else."""

    def items(self):
        return [("b", 7)]

    __iter__ = keys = values = __len__ = None


Pair = collections.namedtuple("Pair", "w v")


class Double(np.float64):
    """A subclass of a NumPy scalar."""


class Level(enum.IntEnum):
    """An int with a name."""

    ONE = 1


class Liar:
    """An object that says it is a list."""

    @property
    def __class__(self):
        return list


@given(plain)
def test_round_trip(value):
    """Whatever is in the grammar crosses unchanged, to the bit and the order of keys."""
    assert identical(decode(encode(value)), value)


@pytest.mark.parametrize(
    ("value", "contained"),
    [
        (Pair(1.0, [2]), (1.0, [2])),
        (collections.defaultdict(list, a=[1]), {"a": [1]}),
        (collections.OrderedDict(b=1, a=2), {"b": 1, "a": 2}),
        (List([1, 2]), [1, 2]),
        (Tuple((1, 2)), (1, 2)),
        (Dict(a=1), {"a": 1}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_container_of_another_class_is_what_it_contains(value, contained):
    """Whatever its own methods say."""
    assert identical(decode(encode(value)), contained)


@given(plain)
def test_what_is_decoded_is_plain(value):
    """The predicate of the fuzz tests accepts the grammar."""
    assert is_plain(decode(encode(value)))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3), (2, 0, 3), (1,) * MAX_DEPTH])
def test_round_trip_of_arrays(dtype, shape):
    """Every dtype in shapes with and without axes and entries."""
    array = np.arange(math.prod(shape)).reshape(shape).astype(dtype)
    assert identical(decode(encode(array)), array)


@pytest.mark.parametrize(
    "value",
    [
        -(2**63),
        2**63 - 1,
        math.nan,
        -math.inf,
        -0.0,
        5e-324,
        "",
        "가\0\n\U0001f600",
        {"": None, "a": ()},
        nested(MAX_DEPTH),
        [None] * (MAX_ITEMS - 1),
        ["l"],
        ("t", "a"),
        ["a", "<f8", [1], "x"],
    ],
    ids=lambda value: repr(value)[:20],
)
def test_round_trip_of_the_limits(value):
    """The last values that still cross, and lists that look like the wire."""
    assert identical(decode(encode(value)), value)


def test_round_trip_of_the_largest_array():
    """An array of almost all the bytes there may be."""
    array = np.arange(MAX_BYTES // 8 - 8)
    assert identical(decode(encode(array)), array)


@pytest.mark.parametrize(
    ("value", "array"),
    [
        (1 + 2j, np.array(1 + 2j)),
        (np.float64(0.1), np.array(0.1)),
        (np.float32(0.5), np.array(0.5, "f4")),
        (np.int8(-3), np.array(-3, "i1")),
        (np.bool_(True), np.array(True)),
        (np.complex64(1j), np.array(1j, "c8")),
    ],
)
def test_scalars_of_numpy_become_arrays(value, array):
    """They cross as what they are: arrays without axes."""
    assert identical(decode(encode(value)), array)


@pytest.mark.parametrize(
    "array",
    [
        np.arange(6.0).reshape(2, 3).T,
        np.arange(10)[::-2],
        np.broadcast_to(np.arange(3), (4, 3)),
        np.asfortranarray(np.ones((2, 3))),
        np.arange(3, dtype=">f8"),
        np.arange(3, dtype=">i2"),
        np.frombuffer(bytes(8)),
    ],
)
def test_layout_does_not_cross(array):
    """Strides, byte order and read-only memory stay behind; dtype, shape and values cross."""
    crossed = decode(encode(array))
    assert crossed.shape == array.shape
    assert crossed.dtype == array.dtype.newbyteorder("=")
    assert crossed.tolist() == array.tolist()
    assert is_plain(crossed)


def test_decoded_arrays_are_ones_own():
    """Changing one changes no other, nor the message."""
    data = encode([np.zeros(2), np.zeros(2)])
    first, second = decode(data)
    first += 1
    assert second.tolist() == decode(data)[0].tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (Float(1.0), "type"),
        (Int(1), "type"),
        (Text("a"), "type"),
        (np.zeros(2).view(Array), "type"),
        (np.ma.array([1.0]), "type"),
        (Double(1.0), "type"),
        (Level.ONE, "type"),
        (Liar(), "type"),
        (object(), "type"),
        (len, "type"),
        (int, "type"),
        (np, "type"),
        (np.float64, "type"),
        (np.dtype("f8"), "type"),
        (types.SimpleNamespace(), "type"),
        ({1}, "type"),
        (b"bytes", "type"),
        (bytearray(), "type"),
        (memoryview(b""), "type"),
        (range(3), "type"),
        (iter([]), "type"),
        (decimal.Decimal(1), "type"),
        (fractions.Fraction(1), "type"),
        (datetime.datetime(2000, 1, 1), "type"),
        (msgspec.Raw(b"\xc0"), "type"),
        (msgspec.msgpack.Ext(1, b""), "type"),
        (Ellipsis, "type"),
        (ValueError(), "type"),
        (np.array([None]), "dtype"),
        (np.array([{}, []], object), "dtype"),
        (np.array("text"), "dtype"),
        (np.array(b"bytes"), "dtype"),
        (np.zeros(2, "f8,i4"), "dtype"),
        (np.rec.array([(1, 2.0)])[0], "dtype"),
        (np.array("2000-01-01", "M8[D]"), "dtype"),
        (np.timedelta64(1, "s"), "dtype"),
        (np.zeros(2, "V4"), "dtype"),
        (np.zeros(2, np.longdouble), "dtype"),
        (np.zeros(2, np.clongdouble), "dtype"),
        (np.longdouble(1), "dtype"),
        (np.str_("a"), "dtype"),
        (np.array("a", np.dtypes.StringDType()), "dtype"),
        (2**63, "integer"),
        (-(2**63) - 1, "integer"),
        (10**5000, "integer"),
        ("\ud800", "text"),
        ({"\udfff": 1}, "text"),
        ({1: 1}, "key"),
        ({None: 1}, "key"),
        ({Text("a"): 1}, "key"),
        ({("a",): 1}, "key"),
        ({b"a": 1}, "key"),
        (nested(MAX_DEPTH + 1), "depth"),
        (nested(10_000), "depth"),
        (cyclic_list(), "depth"),
        (cyclic_dict(), "depth"),
        (np.zeros((1,) * (MAX_DEPTH + 1)), "depth"),
        ([None] * MAX_ITEMS, "count"),
        ([[0] * 1000] * 1000, "count"),
        ([np.zeros((1,) * 9)] * (MAX_ITEMS // 10 + 1), "count"),
        (np.zeros(MAX_BYTES // 8 + 1), "size"),
        ("a" * (MAX_BYTES + 1), "size"),
        ("가" * (MAX_BYTES // 2), "size"),
        ({"a" * (MAX_BYTES + 1): 1}, "size"),
        ([np.zeros(MAX_BYTES // 16)] * 3, "size"),
        (np.zeros((MAX_BYTES + 1, 0)), "size"),
    ],
    ids=lambda value: f"{type(value).__name__} {str(type(value))[:1]}",
)
def test_refused(value, reason):
    """Everything else is refused, by the rule that it breaks, also deep inside of a value."""
    assert refusal_of(encode, value) == reason
    if reason not in ("depth", "count"):
        assert refusal_of(encode, {"a": ([0, value],)}) == reason


@pytest.mark.parametrize(
    "array",
    [
        pretending((10**10,)),
        pretending((10**5,) * 3, "u1"),
        pretending((2**62,), "?"),
        np.broadcast_to(np.zeros(()), (10**10,)),
        np.broadcast_to(np.array(1, ">f8"), (10**10,)),
        np.broadcast_to(np.zeros((1, 1), "c16"), (10**5, 10**5)),
    ],
)
def test_size_is_judged_before_anything_is_copied(array):
    """Strides can pretend to any size; refusing them takes no memory."""
    tracemalloc.start()
    try:
        assert refusal_of(encode, array) == "size"
        assert refusal_of(encode, [array]) == "size"
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


def test_long_keys_again_and_again_are_counted():
    """A long key takes little memory here and much on the wire: it is counted before that."""
    rows = [{"k" * (1 << 20): 0}] * 1000
    tracemalloc.start()
    try:
        assert refusal_of(encode, rows) == "size"
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()


@given(st.lists(plain | st.binary() | st.dates() | st.sets(st.integers()), max_size=3))
def test_encoding_refuses_in_one_way(value):
    """Bytes that decode to the same, or a DoorError with a known reason."""
    try:
        data = encode(value)
    except DoorError as error:
        assert error.reason in REASONS  # noqa: PT017
    else:
        assert identical(decode(data), value)


def decoded_or_refused(data):
    """Decode bytes that may be anything, and hold the result to the grammar."""
    try:
        value = decode(data)
    except DoorError as error:
        assert error.reason in REASONS  # noqa: PT017
        assert len(error.detail) <= 80  # noqa: PT017
    else:
        assert is_plain(value)


wire = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=4)
    | st.binary(max_size=16)
    | st.sampled_from(["l", "t", "a", "<f8", "|b1", "|O", ">f8", "<M8[s]", "<U4"])
    | st.builds(msgspec.msgpack.Ext, st.integers(-128, 127), st.binary(max_size=4))
    | st.datetimes(timezones=st.just(datetime.UTC)),
    lambda parts: st.one_of(
        st.lists(parts, max_size=5),
        st.lists(parts, max_size=4).map(lambda rest: ["l", *rest]),
        st.lists(parts, max_size=4).map(lambda rest: ["a", *rest]),
        st.dictionaries(
            st.text(max_size=3) | st.integers(0, 5) | st.binary(max_size=3), parts, max_size=3
        ),
    ),
    max_leaves=12,
)
"""What msgpack can say, close to the grammar and not."""

array_wire = st.tuples(
    st.just("a"),
    st.sampled_from(["|b1", "|i1", "<i8", "<f2", "<f8", "<c16", "|O", "|S1", "f8", ">f8", ""]),
    st.lists(st.integers(-2, 4) | st.sampled_from([2**24, 2**24 + 1, 2**63]), max_size=20),
    st.binary(max_size=64),
)


@given(st.binary(max_size=200))
@example(b"")
@example(b"\xc1")
@example(b"\xd4\x05a")
@example(b"\xd6\xff\0\0\0\0")
@example(b"\x81\x90\xc0")
@example(b"\x81\x80\xc0")
@example(b"\xa1\xff")
def test_fuzz_bytes(data):
    """Any bytes are a value of the grammar or a DoorError, and nothing else."""
    decoded_or_refused(data)


@given(plain, st.data())
def test_fuzz_mutated_messages(value, data):
    """So are messages that were changed, cut or lengthened somewhere."""
    message = bytearray(encode(value))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(message)))
        cut = data.draw(st.integers(0, 3))
        message[at : at + cut] = data.draw(st.binary(max_size=4))
    decoded_or_refused(bytes(message))


@given(wire)
def test_fuzz_structures(structure):
    """So is everything else that msgpack can say."""
    decoded_or_refused(msgspec.msgpack.encode(structure))


@given(array_wire)
@example(("a", "<f8", [2**24, 2**24, 2**24, 0], b""))
@example(("a", "<f8", [0] * 16, b""))
@example(("a", "<f8", [0] * 17, b""))
@example(("a", "<f8", [], b"12345678"))
@example(("a", "|b1", [1], b"\x02"))
@example(("a", "<f8", [True], b"12345678"))
def test_fuzz_arrays(structure):
    """So are arrays of any dtype, shape and data."""
    decoded_or_refused(msgspec.msgpack.encode(structure))


@given(arrays, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4))
def test_a_shape_that_the_data_do_not_fill(array, shape):
    """The shape cannot promise other data than there are."""
    assume(math.prod(shape) != array.size)
    message = ["a", array.dtype.str, list(shape), array.tobytes()]
    assert refusal_of(decode, msgspec.msgpack.encode(message)) == "garbage"


@pytest.mark.parametrize(
    ("structure", "reason"),
    [
        (2**63, "integer"),
        (b"bytes", "garbage"),
        ([], "garbage"),
        ([1, 2], "garbage"),
        ([["l"], "l"], "garbage"),
        (["x"], "garbage"),
        (["a"], "garbage"),
        (["a", "<f8", [1]], "garbage"),
        (["a", "|O", [1], b"12345678"], "dtype"),
        (["a", "<U1", [1], b"1234"], "dtype"),
        (["a", "<f16", [1], b"1" * 16], "dtype"),
        (["a", ["<f8"], [1], b"12345678"], "dtype"),
        (["a", "<f8", 1, b"12345678"], "garbage"),
        (["a", "<f8", [1.0], b"12345678"], "garbage"),
        (["a", "<f8", [-1], b""], "garbage"),
        (["a", "<f8", [2**62], b""], "garbage"),
        (["a", "<f8", [1], "12345678"], "garbage"),
        (["a", "<f8", [1], b"1234567"], "garbage"),
        (["a", "|b1", [1], b"\2"], "garbage"),
        (["a", "<f8", [2**24, 2**24, 2**24, 0], b""], "garbage"),
        ({1: 2}, "key"),
        ({b"a": 2}, "key"),
        ({"a": {2: 3}}, "key"),
        (["l", b"bytes"], "garbage"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_messages_refused(structure, reason):
    """Each rule of the decoder, by its name."""
    assert refusal_of(decode, msgspec.msgpack.encode(structure)) == reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "garbage"),
        (b"\xc0\xc0", "garbage"),
        (b"\xa5abc", "garbage"),
        (b"\xa1\xff", "garbage"),
        (b"\x92\xa1l", "garbage"),
        (b"\xdd\xff\xff\xff\xff", "garbage"),
        (b"\xdf\xff\xff\xff\xff", "garbage"),
        (b"\xc6\xff\xff\xff\xff", "garbage"),
        (b"\x91" * 100_000, "garbage"),
        (b"\x92\xa1l" * (MAX_DEPTH + 1) + b"\xc0", "depth"),
        (b"\x81\x90\xc0", "key"),
        (bytes(MAX_BYTES + 1), "size"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_bytes_refused(data, reason):
    """Cut, overlong, deep or oversized, each is refused."""
    assert refusal_of(decode, data) == reason


@pytest.mark.parametrize(
    "token",
    sampled(
        [b"\x90", b"\x81\xa0\xc0", b"\xa1a", b"\xc4\x00", b"\xcb" + bytes(8), b"\xc7\x00\x05"], 0.3
    ),
)
@pytest.mark.no_cover  # the same
def test_small_tokens_are_refused_before_they_are_built(token, monkeypatch):
    """A message may not grow to a hundred times its size in being read."""

    def build(data):
        raise AssertionError("it is being built")

    count = (MAX_BYTES - 5) // len(token)
    message = b"\xdd" + struct.pack(">I", count) + token * count
    monkeypatch.setattr(msgspec.msgpack, "decode", build)
    assert refusal_of(decode, message) in ("count", "garbage")


@pytest.mark.parametrize(
    "around", [b"", b"\x92\xa1l", b"\x82\xa1a\xa1b\xa1c"], ids=["", "list", "dict"]
)
def test_a_dict_of_tuples_that_are_hashed_alike_is_never_built(around, monkeypatch):
    """It would take ten seconds for half a megabyte, and longer by the square of the size."""

    def build(data):
        raise AssertionError("it is being built")

    keys = itertools.islice(itertools.product((b"\xff", b"\xfe"), repeat=15), 2000)
    entries = b"".join(b"\x9f" + b"".join(key) + b"\xc0" for key in keys)
    message = around + b"\xde" + struct.pack(">H", 2001) + b"\xa1a\xc0" + entries
    monkeypatch.setattr(msgspec.msgpack, "decode", build)
    assert refusal_of(decode, message) == "key"


def has_list_as_key(structure):
    """Whether there is one somewhere; msgspec makes a tuple of it."""
    if isinstance(structure, list):
        return any(map(has_list_as_key, structure))
    if isinstance(structure, dict):
        return any(isinstance(key, tuple) for key in structure) or any(
            map(has_list_as_key, structure.values())
        )
    return False


@given(
    st.recursive(
        st.none() | st.integers(-9, 9) | st.text(max_size=40),
        lambda parts: (
            st.lists(parts, max_size=20)
            | st.dictionaries(
                st.text(max_size=2) | st.tuples(st.integers(0, 3)), parts, max_size=20
            )
        ),
        max_leaves=60,
    )
)
def test_lists_as_keys_are_found_wherever_they_are(structure):
    """And where there is none nothing is refused."""
    message = msgspec.msgpack.encode(structure)
    assert codec._has_list_as_key(message) == has_list_as_key(structure)


def tokens_in(structure):
    """How many tokens of msgpack say it."""
    if isinstance(structure, list):
        return 1 + sum(map(tokens_in, structure))
    if isinstance(structure, dict):
        return 1 + sum(tokens_in(key) + tokens_in(part) for key, part in structure.items())
    return 1


@given(wire)
def test_tokens_are_counted_as_msgpack_reads_them(structure):
    """The count never loses its way in a message."""
    message = msgspec.msgpack.encode(structure)
    tokens = tokens_in(structure)
    try:
        assert not codec._has_more_tokens(message, tokens)
        assert codec._has_more_tokens(message, tokens - 1)
    except DoorError as error:
        assert error.detail == "an extension"  # noqa: PT017


@pytest.mark.no_cover  # it takes several times as long, and others cover the same lines
def test_as_many_values_as_there_may_be_cross():
    """The count that the encoder allows, the decoder allows too, however it is spent."""
    for value in ({str(n): np.zeros(()) for n in range(MAX_ITEMS - 1)},):
        assert len(decode(encode(value))) == len(value)
