# %% wrong: a permutation of its own, and the size cut off
# kind: public
# cause: draws
# about: random|draw|shuffl|by itself
# about: round|cut off|down|ceil|floor|\bsizes?\b
import numpy as np


def train_test_split(order, test_fraction):
    # 인덱스를 섞는다
    shuffled_indices = np.random.permutation(len(order))
    test_set_size = int(len(order) * test_fraction)
    test_indices = shuffled_indices[:test_set_size]
    train_indices = shuffled_indices[test_set_size:]
    print(len(train_indices), "train +", len(test_indices), "test")
    return order[train_indices], order[test_indices]

# %% wrong: always a fifth for the test
# kind: public
# cause: constant
# about: test_fraction|fraction|0\.2
import math

TEST_RATIO = 0.2


class Splitter:
    """Holds the ratio, and cuts the indices at the right place."""

    def __init__(self, ratio=TEST_RATIO):
        self.ratio = ratio

    def sizes(self, n):
        n_test = math.ceil(n * self.ratio - 1e-9)
        return n - n_test, n_test

    def split(self, idx):
        n_train, _ = self.sizes(len(idx))
        return idx[:n_train], idx[n_train:]


def train_test_split(order, test_fraction=TEST_RATIO):
    splitter = Splitter()
    return splitter.split(order)

# %% wrong: half rows go up, all others to the nearest number
# kind: plain
# cause: edge
# about: nearest|rounded|rounding|half|halv|\bup\b
def train_test_split(order, test_fraction):
    n_test = int(len(order) * test_fraction + 0.5)
    n_train = len(order) - n_test
    return order[:n_train], order[n_train:]

# %% wrong: two Python lists
# kind: plain
# cause: unlisted
# about: list|array|type
import math


def train_test_split(order, test_fraction):
    n_test = math.ceil(len(order) * test_fraction - 1e-9)
    n_train = len(order) - n_test
    train = [int(order[i]) for i in range(n_train)]
    test = [int(order[i]) for i in range(n_train, len(order))]
    return train, test

# %% wrong: stacking breaks down where a part is empty
# kind: plain
# cause: breakdown
# about: empty|stack|raise|error|\bsome\b|breakdown
import math

import numpy as np


def train_test_split(order, test_fraction):
    n_test = math.ceil(len(order) * test_fraction - 1e-9)
    n_train = len(order) - n_test
    train = np.stack([order[i] for i in range(n_train)])
    test = np.stack([order[i] for i in range(n_train, len(order))])
    return train, test

# %% wrong: the order is sorted in place first, and the size is cut off
# kind: composed
# cause: several
# about: inputs|in place|chang|sort|order
# about: round|cut off|down|ceil|floor|\bsizes?\b
def train_test_split(order, test_fraction):
    order.sort()
    n_test = int(len(order) * test_fraction)
    n_train = len(order) - n_test
    return order[:n_train], order[n_train:]

# %% wrong: one row is in both parts
# kind: plain
# cause: unlisted
# about: overlap|twice|both|bound|off by one|slice|one more|too many|\+ 1|range|n_train|edge|\bends?\b
import math


def train_test_split(order, test_fraction):
    n_test = math.ceil(len(order) * test_fraction - 1e-9)
    n_train = len(order) - n_test
    return order[: n_train + 1], order[n_train:]

# %% wrong: the training size goes to the nearest number
# kind: public
# cause: unlisted
# about: rounded|rounding|nearest|training size|\bsizes?\b
import numpy as np


def train_test_split(order, test_fraction):
    """
    order : 섞인 인덱스
    test_fraction : 테스트 데이터의 비율
    """
    N = np.shape(order)[0]
    train_ratio = 1.0 - test_fraction
    N_tr = int(np.round(train_ratio * N))
    X_tr = order[0:N_tr]
    X_te = order[N_tr:N]
    return X_tr, X_te

# %% wrong: ceil is never imported
# kind: public
# cause: raises
# about: always|raise|error|NameError|breakdown|uses `ceil`
import math


def get_test_size(n, ratio):
    return ceil(n * ratio - 1e-9)  # 올림


def train_test_split(order, test_fraction):
    n_test = get_test_size(len(order), test_fraction)
    return order[: len(order) - n_test], order[len(order) - n_test :]

# %% wrong: at least one row for each part
# kind: plain
# cause: unlisted
# about: at least|\bmin|bound|empty|guard|clip|zero|no test|limit
import math


def train_test_split(order, test_fraction):
    n = len(order)
    n_test = math.ceil(n * test_fraction - 1e-9)
    n_test = min(max(n_test, 1), n - 1)
    return order[: n - n_test], order[n - n_test :]

# %% wrong: the parts in the other order, and rounded down
# kind: composed
# cause: several
# about: order in which|swap|exchang|returned|other order|which part
# about: round|cut off|down|ceil|floor|\bsizes?\b
def train_test_split(order, test_fraction):
    n = len(order)
    n_test = int(n * test_fraction)
    train, test = order[: n - n_test], order[n - n_test :]
    return test, train

# %% wrong: every k-th row tests
# kind: public
# cause: foreign_rule
# about: last part|front|order|every|step|which rows|cut|slice|mask
import numpy as np


def train_test_split(order, test_fraction):
    # 일정한 간격으로 test를 뽑는다
    n = len(order)
    if test_fraction == 0:
        return order, order[:0]
    k = int(round(1 / test_fraction))
    mask = np.arange(n) % k == 0
    return order[~mask], order[mask]

# %% wrong: indices as floating point numbers
# kind: public
# cause: inputs_or_dtype
# about: dtype|float|integer|double
import math

import numpy as np


def train_test_split(order, test_fraction):
    n = len(order)
    n_test = math.ceil(n * test_fraction - 1e-9)
    n_train = n - n_test
    train = np.zeros(n_train)
    test = np.zeros(n_test)
    for i in range(n):
        if i < n_train:
            train[i] = order[i]
        else:
            test[i - n_train] = order[i]
    return train, test

# %% wrong: scikit-learn's default of a quarter
# kind: plain
# cause: constant
# about: test_fraction|fraction|0\.25
import math


def train_test_split(order, test_fraction=0.25):
    test_size = 0.25
    n_test = math.ceil(len(order) * test_size)
    return order[: len(order) - n_test], order[len(order) - n_test :]

# %% wrong: shuffled by a fixed seed, and the test cut from the front
# kind: public
# cause: several
# about: shuffl|order|random|anew|arrange
# about: front|last part|swap|which part|round|cut off
import numpy as np


def split(data, ratio, seed=42):
    rng = np.random.RandomState(seed)
    idx = rng.permutation(len(data))
    n_test = int(np.ceil(len(data) * ratio - 1e-9))
    return data[idx[n_test:]], data[idx[:n_test]]


def train_test_split(order, test_fraction):
    # 항상 같은 결과가 나오도록 seed 고정
    return split(order, test_fraction)

# %% wrong: the fraction of the training part, rounded to the nearest number
# kind: composed
# cause: several
# about: which of the two|of which|fraction|training part|swap|exchang|term with the number of entries, to be added or subtracted, is missing
# about: round|nearest|cut off|ceil
def train_test_split(order, test_fraction):
    n_train = round(len(order) * test_fraction)
    return order[:n_train], order[n_train:]

# %% right: a negative floor is a ceiling
def train_test_split(order, test_fraction):
    n_test = -int(-(len(order) * test_fraction - 1e-9) // 1)
    return (order[: len(order) - n_test], order[len(order) - n_test :])

# %% right: rounded to nine digits before the ceiling
import numpy as np


class 분할기:
    def __init__(self, 비율: float) -> None:
        self.비율 = 비율

    def 테스트_크기(self, 개수: int) -> int:
        return int(np.ceil(round(개수 * self.비율, 9)))


def train_test_split(order, test_fraction):
    인덱스 = np.array(order, copy=True)
    경계 = 인덱스.size - 분할기(test_fraction).테스트_크기(인덱스.size)
    print(f"train {경계}, test {인덱스.size - 경계}")
    return 인덱스[:경계], 인덱스[경계:]

# %% right: a mask of places
import math

import numpy as np


def train_test_split(order, test_fraction):
    wanted = math.ceil(order.size * test_fraction - 1e-9)
    is_test = np.arange(order.size) >= order.size - wanted
    return order[~is_test], order[is_test]

# %% right: counted up in a loop
train_test_split = lambda order, test_fraction: _cut(order, _count(len(order), test_fraction))


def _count(n, fraction):
    k = 0
    while k < n * fraction - 1e-9:
        k += 1
    return n - k


def _cut(order, where):
    return order[:where], order[where:]
