r"""# 한 에폭을 미니 배치로 나누기

에폭(epoch) 하나는 미리 섞어 둔 순서대로 모든 데이터를 한 번씩 봅니다. 미니 배치(mini-batch)는 이 순서를 나눈 조각입니다. 앞에서부터 `batch_size`개씩 떼어 내고, 남는 행이 없을 때까지 계속합니다. 이 크기 하나로 경사 하강법의 종류가 정해집니다.

    B_k = order [k b, k b + 1, …, min((k + 1) b, n) - 1]   k = 0, 1, …, ⌈n/b⌉ - 1

`minibatches(order, batch_size)` 함수를 완성하세요.

- `order`는 원소가 하나 이상인 1차원 정수 NumPy 배열이며, 방문할 순서대로 행 번호가 들어 있습니다. 0부터 n - 1까지가 아닐 수도 있습니다. 학습 데이터는 전체의 일부일 때가 많기 때문입니다.
- `batch_size`(b)는 1 이상의 int입니다. 1이면 배치마다 한 행(확률적), n 이상이면 배치가 하나(배치 경사 하강법)입니다.
- 1차원 정수 배열의 리스트를 돌려줍니다. `order`의 뷰(view)여도 됩니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. 마지막 배치는 짧을 수 있습니다. 남는 행을 버리지도, 다른 행으로 채우지도 않고, 크기를 고르게 맞추지도 않습니다. PyTorch의 `DataLoader`도 기본값에서는 이렇게 합니다. `drop_last=True`를 주면 남는 행을 버리고, `np.array_split`은 크기를 고르게 맞춥니다. 그러면 다른 배치가 나옵니다. 여기서는 섞지도 않습니다. `order`가 이미 섞은 순서입니다.

손으로 해 보기. `order = [3, 0, 4, 1, 2]`, `batch_size = 2`이면 `[3, 0]`, `[4, 1]`, `[2]`입니다.

강의에서(13): 경사 하강법은 데이터 배치 크기에 따라 분류합니다. 배치의 원래 의미는 전체 데이터이고, 미니 배치는 나눠진 데이터입니다. 다만 라이브러리에서는 더 느슨하게 써서, `batch_size`가 미니 배치의 크기를 뜻합니다.

확인: autograder check minibatches

------------------------------------------------------------------------------

# Cutting an epoch into mini-batches

An epoch goes through all the data once, in an order that has been shuffled before. A mini-batch is a piece of this order: its first `batch_size` rows, then the next ones, until none are left. The size alone decides which kind of gradient descent it is.

    B_k = order [k b, k b + 1, …, min((k + 1) b, n) - 1]   k = 0, 1, …, ⌈n/b⌉ - 1

Write `minibatches(order, batch_size)`.

- `order` is a 1-D NumPy array of integers with at least one entry: the row numbers as they are to be visited. They need not be 0 to n - 1; a training set is often only a part of the data.
- `batch_size` (b) is an int of at least 1. With 1 there is one row in each batch (stochastic), with n or more there is one batch (batch gradient descent).
- Return a list of 1-D integer arrays. Views of `order` are fine.
- Change none of the inputs.

Convention. The last batch may be short: nothing is dropped, nothing is filled up, and the sizes are not evened out. PyTorch's `DataLoader` does the same by default; with `drop_last=True` it leaves the rest away, and `np.array_split` evens the sizes out. Those give other batches. And nothing is shuffled here: `order` is the shuffle.

By hand. `order = [3, 0, 4, 1, 2]` with `batch_size = 2` gives `[3, 0]`, `[4, 1]`, `[2]`.

From the lecture (13): kinds of gradient descent are told apart by the size of the batch. A batch, in the word's first sense, is all of the data; a mini-batch is a part of it. Libraries are looser: their `batch_size` is the size of a mini-batch.

Check: autograder check minibatches
"""

import numpy as np


def minibatches(order, batch_size):
    """Cut the order of an epoch into batches.

    Batch k holds the entries k*batch_size up to (k + 1)*batch_size of the order.

    Args:
        order: row numbers in the order in which they are visited, a 1-D integer array with at
            least one entry.
        batch_size: rows per batch, an int of at least 1; it may exceed len(order).

    Returns:
        A list of 1-D integer arrays, which together are the order; only the last may be shorter.

    Source: Bottou, Curtis and Nocedal, "Optimization Methods for Large-Scale Machine Learning",
    2018, section 3.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
