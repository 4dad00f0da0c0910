# %% wrong: the fractions of everybody's tutorial
# kind: public
# cause: constant
# about: validation_fraction|test_fraction|fraction|0\.15|0\.1|0\.2
import numpy as np


def three_way_split(order, validation_fraction=0.15, test_fraction=0.15):
    # 70 / 15 / 15
    n = len(order)
    train, val, test = np.split(order, [int(0.7 * n), int(0.85 * n)])
    return train, val, test

# %% wrong: the test fraction is of what the validation left
# kind: plain
# cause: unlisted
# about: rest|remain|left|of which|all rows|of the
import math


def three_way_split(order, validation_fraction, test_fraction):
    n = len(order)
    n_val = math.ceil(n * validation_fraction - 1e-9)
    n_test = math.ceil((n - n_val) * test_fraction - 1e-9)
    n_train = n - n_val - n_test
    return order[:n_train], order[n_train : n_train + n_val], order[n_train + n_val :]

# %% wrong: only the test size is cut off
# kind: plain
# cause: edge
# about: round|cut off|down|ceil|floor|\bsizes?\b
import math


def three_way_split(order, validation_fraction, test_fraction):
    n_val = math.ceil(len(order) * validation_fraction - 1e-9)
    n_test = int(len(order) * test_fraction + 1e-9)
    first_val = len(order) - n_val - n_test
    return order[:first_val], order[first_val : first_val + n_val], order[first_val + n_val :]

# %% wrong: the validation part starts one row too early
# kind: plain
# cause: unlisted
# about: overlap|twice|both|bound|off by one|slice|one more|too many|- 1|n_train|edge|start|two parts
import math


def three_way_split(order, validation_fraction, test_fraction):
    n = len(order)
    n_val = math.ceil(n * validation_fraction - 1e-9)
    n_test = math.ceil(n * test_fraction - 1e-9)
    n_train = n - n_val - n_test
    train = order[:n_train]
    val = order[max(n_train - 1, 0) : n - n_test]
    test = order[n - n_test :]
    return train, val, test

# %% wrong: test before validation in the answer, and both rounded down
# kind: composed
# cause: several
# about: order in which|swap|exchang|returned|validation and test|which of the two
# about: round|cut off|down|ceil|floor|\bsizes?\b
def three_way_split(order, validation_fraction, test_fraction):
    n = len(order)
    n_val = int(n * validation_fraction)
    n_test = int(n * test_fraction)
    n_train = n - n_val - n_test
    train, val, test = order[:n_train], order[n_train : n_train + n_val], order[n_train + n_val :]
    return train, test, val

# %% wrong: a dictionary of the parts
# kind: public
# cause: unlisted
# about: dict|tuple|type|returned
import math


def three_way_split(order, validation_fraction, test_fraction):
    """Returns a dict of index arrays."""
    splits = {}
    n_total = len(order)
    n_valid = math.ceil(n_total * validation_fraction - 1e-9)
    n_test = math.ceil(n_total * test_fraction - 1e-9)
    n_train = n_total - n_valid - n_test
    start = 0
    for name, size in [("train", n_train), ("valid", n_valid), ("test", n_test)]:
        splits[name] = order[start : start + size]
        start += size
    return splits

# %% wrong: shuffled once more, in place
# kind: public
# cause: draws
# about: random|draw|shuffl|by itself
# about: inputs|in place|chang|random|shuffl
import math

import numpy as np


def three_way_split(order, validation_fraction, test_fraction):
    np.random.shuffle(order)  # 섞기
    n = len(order)
    n_val = math.ceil(n * validation_fraction - 1e-9)
    n_test = math.ceil(n * test_fraction - 1e-9)
    n_tr = n - n_val - n_test
    return order[:n_tr], order[n_tr : n_tr + n_val], order[n_tr + n_val :]

# %% wrong: concatenating nothing
# kind: plain
# cause: breakdown
# about: empty|concat|raise|error|\bsome\b|breakdown
import math

import numpy as np


def three_way_split(order, validation_fraction, test_fraction):
    n = len(order)
    n_val = math.ceil(n * validation_fraction - 1e-9)
    n_test = math.ceil(n * test_fraction - 1e-9)
    ends = [n - n_val - n_test, n - n_test, n]
    parts, start = [], 0
    for end in ends:
        parts.append(np.concatenate([order[i : i + 1] for i in range(start, end)]))
        start = end
    return tuple(parts)

# %% wrong: the odd rows fall to the test part
# kind: public
# cause: unlisted
# about: round|cut off|down|ceil|floor|\bsizes?\b|odd rows|rest
import numpy as np


def three_way_split(order, validation_fraction, test_fraction):
    train_ratio = 1 - validation_fraction - test_fraction
    m = len(order)
    n_train = int(m * train_ratio + 1e-9)
    n_val = int(m * validation_fraction + 1e-9)
    train_idx = np.asarray(order)[:n_train]
    val_idx = np.asarray(order)[n_train : n_train + n_val]
    test_idx = np.asarray(order)[n_train + n_val :]
    return train_idx, val_idx, test_idx

# %% wrong: a tenth for validation whatever is asked
# kind: composed
# cause: constant
# about: (argument|name_as_number) validation_fraction|0\.1
import math

VAL = 0.1


def three_way_split(order, validation_fraction, test_fraction):
    n = len(order)
    n_test = math.ceil(n * test_fraction - 1e-9)
    n_val = min(math.ceil(n * VAL - 1e-9), n - n_test)
    n_train = n - n_test - n_val
    return order[:n_train], order[n_train : n_train + n_val], order[n_train + n_val :]

# %% wrong: nothing is taken off the product of the validation size
# kind: plain
# cause: edge
# about: exactly|floating|1e-9|0\.07|round|small number|epsilon|digit|term with `eps`
import math


def three_way_split(order, validation_fraction, test_fraction):
    n = len(order)
    n_val = min(math.ceil(n * validation_fraction), n)
    n_test = math.ceil(n * test_fraction - 1e-9)
    n_train = max(n - n_val - n_test, 0)
    return order[:n_train], order[n_train : n - n_test], order[n - n_test :]

# %% wrong: validation and training as one part
# kind: plain
# cause: unlisted
# about: three|part|short|\btwo\b|only|validation|tuple|number of
import math


def three_way_split(order, validation_fraction, test_fraction):
    n_test = math.ceil(len(order) * test_fraction - 1e-9)
    return order[: len(order) - n_test], order[len(order) - n_test :]

# %% wrong: sets lose the order, and the numbers become floats
# kind: composed
# cause: several
# about: sort|\bsets?\b|order
# about: dtype|float|integer|double
import math

import numpy as np


def three_way_split(order, validation_fraction, test_fraction):
    n = len(order)
    n_val = math.ceil(n * validation_fraction - 1e-9)
    n_test = math.ceil(n * test_fraction - 1e-9)
    test = order[n - n_test :]
    val = order[n - n_test - n_val : n - n_test]
    train = np.array(sorted(set(order.tolist()) - set(val.tolist()) - set(test.tolist())), float)
    return train, val, test

# %% wrong: np.ceil gives a float, which is no index
# kind: public
# cause: raises
# about: always|raise|error|TypeError|float|integer|index|breakdown
import numpy as np


def three_way_split(order, validation_fraction, test_fraction):
    # 크기 계산 (올림)
    num = order.shape[0]
    num_val = np.ceil(num * validation_fraction - 1e-9)
    num_test = np.ceil(num * test_fraction - 1e-9)
    num_train = num - num_val - num_test
    train_set = order[:num_train]
    val_set = order[num_train : num_train + num_val]
    test_set = order[num_train + num_val :]
    return train_set, val_set, test_set

# %% wrong: a fifth for the test, of all and always
# kind: plain
# cause: constant
# about: test_fraction|fraction|0\.2
import math


def three_way_split(order, validation_fraction, test_fraction=0.2):
    n = len(order)
    n_test = math.ceil(n * 0.2 - 1e-9)
    n_val = min(math.ceil(n * validation_fraction - 1e-9), n - n_test)
    parts = [n - n_test - n_val, n - n_test]
    return order[: parts[0]], order[parts[0] : parts[1]], order[parts[1] :]

# %% wrong: split twice, the second fraction of the rest, and the test in the middle
# kind: public
# cause: several
# about: rest|remain|\bleft\b|of which|all rows
# about: right after|swap|exchang|which of the two|order in which|validation and test
import math


def split(data, ratio):
    n = math.ceil(len(data) * ratio - 1e-9)
    return data[: len(data) - n], data[len(data) - n :]


def three_way_split(order, validation_fraction, test_fraction):
    # 먼저 검증 데이터를 떼고, 나머지에서 테스트 데이터를 뗀다
    rest, val = split(order, validation_fraction)
    train, test = split(rest, test_fraction)
    return train, val, test

# %% wrong: everything from the front, and cut off
# kind: public
# cause: several
# about: front|end|last part|order|which part
# about: round|cut off|down|ceil|floor|\bsizes?\b
def three_way_split(order, validation_fraction, test_fraction):
    n = len(order)
    test_size = int(n * test_fraction)
    val_size = int(n * validation_fraction)
    test_idx = order[:test_size]
    val_idx = order[test_size : test_size + val_size]
    train_idx = order[test_size + val_size :]
    print(len(train_idx), len(val_idx), len(test_idx))
    return train_idx, val_idx, test_idx

# %% right: recursion, one part after another
import math


def three_way_split(order, validation_fraction, test_fraction):
    n = len(order)
    sizes = [math.ceil(n * f - 1e-9) for f in (test_fraction, validation_fraction)]

    def peel(rest, sizes):
        if not sizes:
            return (rest,)
        cut = len(rest) - sizes[0]
        return (*peel(rest[:cut], sizes[1:]), rest[cut:])

    return peel(order, sizes)

# %% right: a dataclass and np.split
from dataclasses import dataclass
from math import ceil

import numpy as np


@dataclass(frozen=True)
class Sizes:
    n: int
    val: float
    test: float

    @property
    def cuts(self) -> list[int]:
        n_test = ceil(round(self.n * self.test, 8))
        n_val = ceil(round(self.n * self.val, 8))
        return [self.n - n_test - n_val, self.n - n_test]


def three_way_split(order: np.ndarray, validation_fraction: float, test_fraction: float):
    return tuple(np.split(order, Sizes(len(order), validation_fraction, test_fraction).cuts))

# %% right: labels for the rows, then three masks
import numpy as np


def three_way_split(order, validation_fraction, test_fraction):
    개수 = len(order)
    테스트 = int(np.ceil(개수 * test_fraction - 1e-9))
    검증 = int(np.ceil(개수 * validation_fraction - 1e-9))
    표 = np.array([0] * (개수 - 검증 - 테스트) + [1] * 검증 + [2] * 테스트)
    return order[표 == 0], order[표 == 1], order[표 == 2]

# %% right: a list, filled from the back with copies
import math


def three_way_split(order, validation_fraction, test_fraction):
    end = len(order)
    parts = []
    for fraction in [test_fraction, validation_fraction]:
        size = math.ceil(len(order) * fraction - 1e-9)
        parts = [order[end - size : end].copy(), *parts]
        end -= size
    return [order[:end].copy(), *parts]
