# %% wrong: the range ends one too early
# kind: plain
# cause: unlisted
# about: last|end|bound|range|one short|one less|off by|one_short
def minibatches(order, batch_size):
    return [order[i : i + batch_size] for i in range(0, len(order) - 1, batch_size)]

# %% wrong: the end of the slice is the batch size, wherever it starts
# kind: plain
# cause: unlisted
# about: slice|end|start|bound|empty
def minibatches(order, batch_size):
    batches = []
    for start in range(0, len(order), batch_size):
        batches.append(order[start:batch_size])
    return batches

# %% wrong: a last batch of a single row is left away
# kind: plain
# cause: edge
# about: last|drop|left over|short
def minibatches(order, batch_size):
    batches = [order[i : i + batch_size] for i in range(0, len(order), batch_size)]
    if len(batches) > 1 and len(batches[-1]) == 1:
        batches.pop()
    return batches

# %% wrong: batches of two, whatever the size
# kind: plain
# cause: constant
# about: batch_size|size|argument|constant
def minibatches(order, batch_size=2):
    size = 2
    starts = range(0, len(order), size)
    return [order[s : s + size] for s in starts]

# %% wrong: thirty-two rows in a batch, as a module-level constant
# kind: public
# cause: constant
# about: batch_size|size|argument|constant
import numpy as np

BATCH_SIZE = 32
SHUFFLE = False


def get_batches(data, size=BATCH_SIZE):
    """데이터를 배치로 나눈다"""
    n_batches = int(np.ceil(len(data) / size))
    for b in range(n_batches):
        yield data[b * size : (b + 1) * size]


def minibatches(order, batch_size):
    return list(get_batches(order))

# %% wrong: another shuffle, drawn from the global generator
# kind: public
# cause: draws
# about: shuffl|random|draw|order
import numpy as np


def minibatches(order, batch_size):
    # 매 에폭마다 데이터를 섞는다
    m = order.shape[0]
    permutation = list(np.random.permutation(m))
    shuffled = order[permutation]
    mini_batches = []
    k = 0
    while k < m:
        mini_batches.append(shuffled[k : k + batch_size])
        k += batch_size
    return mini_batches

# %% wrong: reshape, which needs batches of equal size
# kind: public
# cause: breakdown
# about: reshape|last|short|left over|divi|some|raise
import numpy as np


def minibatches(order, batch_size):
    n_batch = max(1, len(order) // batch_size)
    return list(order.reshape(n_batch, batch_size))

# %% wrong: the last one dropped, and lists of numbers in place of arrays
# kind: public
# cause: several
# about: last|drop|left over|short
# about: list|array
def minibatches(order, batch_size):
    num_complete_minibatches = len(order) // batch_size
    result = []
    for k in range(0, num_complete_minibatches):
        result.append(order[k * batch_size : (k + 1) * batch_size].tolist())
    return result

# %% wrong: sorted first, in the caller's array
# kind: composed
# cause: inputs_or_dtype
# about: sort|order|permut|arrange|shuffl
# about: in place|input|caller|changed
def minibatches(order, batch_size):
    order.sort()
    k = len(order) // batch_size
    batches = [order[i * batch_size : (i + 1) * batch_size] for i in range(k)]
    if len(order) % batch_size:
        batches.append(order[k * batch_size :])
    return batches

# %% wrong: as floats, and each batch from behind
# kind: composed
# cause: several
# about: dtype|float|integer|int
# about: revers|order|backward|from behind|permut|arrange
import numpy as np


def minibatches(order, batch_size):
    pieces = []
    for start in range(0, len(order), batch_size):
        piece = np.zeros(min(batch_size, len(order) - start))
        piece[:] = order[start : start + batch_size][::-1]
        pieces.append(piece)
    return pieces

# %% wrong: every k-th row, as one deals cards
# kind: public
# cause: foreign_rule
# about: every|deal|stride|interleav|consecutive|neighbo|piece|step|order|following
def minibatches(order, batch_size):
    n_batches = -(-len(order) // batch_size)
    return [order[b::n_batches] for b in range(n_batches)]

# %% wrong: a method that arrays do not have
# kind: plain
# cause: raises
# about: always|attribute|method|raise|error
def minibatches(order, batch_size):
    return order.split(batch_size)

# %% wrong: the batches together with their number
# kind: public
# cause: unlisted
# about: tuple|number|returns|list|one|type|part
import math


class DataLoader:
    def __init__(self, index, batch_size):
        self.index = index
        self.batch_size = batch_size
        self.max_iter = math.ceil(len(index) / batch_size)

    def all(self):
        return [
            self.index[i * self.batch_size : (i + 1) * self.batch_size] for i in range(self.max_iter)
        ]


def minibatches(order, batch_size):
    loader = DataLoader(order, batch_size)
    return loader.all(), loader.max_iter

# %% wrong: always ten batches
# kind: plain
# cause: constant
# about: number|count|constant|\b10\b|batch_size|empty|batches
def minibatches(order, batch_size):
    return [order[k * batch_size : (k + 1) * batch_size] for k in range(10)]

# %% wrong: neighbours share a row, and there is an empty batch where the division leaves nothing
# kind: composed
# cause: several
# about: neighbo|share|slice|end|one too
# about: empty|number of batches|last|count|change_range loop
def minibatches(order, batch_size):
    batches = []
    for k in range(len(order) // batch_size + 1):
        start = k * batch_size
        batches.append(order[start : start + batch_size + 1])
    return batches

# %% right: recursion
def minibatches(order, batch_size):
    if len(order) <= batch_size:
        return [order]
    return [order[:batch_size], *minibatches(order[batch_size:], batch_size)]

# %% right: an iterator that is turned into a list, Korean names
import numpy as np
from itertools import islice


def minibatches(order, batch_size):
    남은것 = iter(order)
    배치들 = []
    while 배치 := list(islice(남은것, batch_size)):
        배치들.append(np.array(배치, dtype=order.dtype))
    return 배치들

# %% right: a mask for the number of each batch
import numpy as np


def minibatches(order, batch_size):
    numbers = np.arange(order.size) // batch_size
    return [order[numbers == k] for k in range(numbers[-1] + 1)]

# %% right: np.array_split at bounds, and the empty pieces are thrown away
import numpy as np


def minibatches(order, batch_size):
    cuts = [batch_size * k for k in range(1, len(order) + 1)]
    return [part for part in np.array_split(order, cuts) if len(part)]
