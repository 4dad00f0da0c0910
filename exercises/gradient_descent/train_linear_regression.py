r"""# 선형 회귀 학습: 배치, 미니 배치, 확률적 경사 하강법

학습 반복문 하나로 세 가지를 모두 할 수 있습니다. 에폭(epoch)마다 행의 순서를 배치로 나누고, 배치마다 자기 기울기로 한 걸음씩 옮깁니다. 모든 행이 한 배치이면 경로가 매끄럽고, 한 행씩이면 이리저리 흔들리며, 미니 배치(mini-batch)는 그 중간입니다.

    w ← w - η (2/|B|) X_Bᵀ (X_B w - y_B)   (에폭의 배치 B마다)

`train_linear_regression(X, y, w0, lr, batch_size, orders)` 함수를 완성하세요.

- `X`의 모양(shape)은 `(n, d)`, `y`는 `(n,)`, `w0`은 `(d,)`입니다. 모두 float32이거나 모두 float64이고 n, d ≥ 1입니다. `lr`(η)은 0보다 큰 파이썬 숫자입니다.
- `orders`는 모양이 `(epochs, n)`인 정수 배열입니다. e번째 행이 e번째 에폭에서 데이터의 행을 방문하는 순서입니다. 에폭이 없을 수도 있습니다.
- `batch_size`는 1 이상의 int이며 n보다 클 수도 있습니다. 배치는 순서를 앞에서부터 이어서 자른 것이고, 마지막 배치는 짧을 수 있습니다.
- 에폭이 끝날 때마다의 가중치를 `w0`부터 차례로 담아 돌려줍니다. 모양이 `(epochs + 1, d)`인 배열 하나이며 dtype은 입력과 같습니다. 에폭이 없으면 모양은 `(1, d)`입니다.
- 입력은 하나도 바꾸지 않습니다. 같은 `w0`에서 다시 학습할 수 있어야 합니다.

규칙. 걸음마다 자기 배치의 평균을 씁니다. 짧은 마지막 배치도 실제로 들어 있는 행의 개수로 나눕니다. 짧은 배치를 버리거나, 그대로 `batch_size`로 나누는 프로그램도 있습니다. 그러면 다른 경로가 나옵니다. 손실에는 `linear_regression_gradient`에서처럼 1/2이 없습니다.

손으로 해 보기. 열이 하나인 X = (1,1,2), y = (0,0,2), w_0 = 1, η = 0.25, `batch_size = 2`, 순서 (0,1,2)입니다. 첫 배치는 오차가 (1,1), 기울기가 (2/2) (1 + 1) = 2이므로 w = 1 - 0.25·2 = 0.5입니다. 둘째 배치는 행이 하나이고 오차가 2·0.5 - 2 = -1, 기울기가 (2/1) (2·(-1)) = -4이므로 w = 0.5 + 0.25·4 = 1.5입니다. 결과는 [[1],[1.5]]입니다. (마지막 걸음에서 2로 나누면 1.0이 됩니다.)

강의에서(13): 배치 경사 하강법은 안정적이고, 확률적 경사 하강법은 데이터에 따라 진행 방향이 크게 달라지며, 미니 배치는 중간 특징을 가집니다. 그림에서 같은 시작점에서 출발한 셋을 비교해 보세요. 흔들리는 대신 얻는 것도 있습니다. 배치가 한 걸음 옮기는 동안 여러 걸음을 옮깁니다.

확인: autograder check train_linear_regression

------------------------------------------------------------------------------

# Training a linear regression: batch, mini-batch, stochastic

One training loop does all three: an epoch cuts its order of the rows into batches, and each batch takes one step with its own gradient. With all rows in one batch the path is smooth, with one row at a time it goes to and fro, and mini-batches lie between.

    w ← w - η (2/|B|) X_Bᵀ (X_B w - y_B)   for each batch B of the epoch

Write `train_linear_regression(X, y, w0, lr, batch_size, orders)`.

- `X` has the shape `(n, d)`, `y` the shape `(n,)` and `w0` the shape `(d,)`; all are float32 or all are float64, and n, d ≥ 1. `lr` (η) is a positive Python number.
- `orders` is an integer array of shape `(epochs, n)`: row e is the order in which epoch e visits the rows of the data. There may be no epochs.
- `batch_size` is an int of at least 1 and may exceed n. The batches are consecutive pieces of the order; the last may be short.
- Return the weights after each epoch, `w0` first: one array of shape `(epochs + 1, d)`, of the dtype of the inputs. Without epochs its shape is `(1, d)`.
- Change none of the inputs: one has to be able to train from the same `w0` again.

Convention. Each step uses the mean over its own batch, so the short last batch divides by the number of its own rows. Some programs drop the short batch, or divide by `batch_size` all the same; those give other paths. The loss has no factor 1/2, as in `linear_regression_gradient`.

By hand. One column X = (1,1,2), y = (0,0,2), w_0 = 1, η = 0.25, `batch_size = 2`, order (0,1,2). The first batch has the errors (1,1) and the gradient (2/2) (1 + 1) = 2, so w = 1 - 0.25·2 = 0.5. The second has one row, the error 2·0.5 - 2 = -1 and the gradient (2/1) (2·(-1)) = -4, so w = 0.5 + 0.25·4 = 1.5. The result is [[1],[1.5]]. (Divided by 2, the last step would end at 1.0.)

From the lecture (13): batch gradient descent is steady; the direction of stochastic gradient descent changes much with the data; a mini-batch lies between. The picture shows the three from one start. What the noisy ones get in return: they take many steps in an epoch where the batch takes one.

Check: autograder check train_linear_regression
"""

import numpy as np


def train_linear_regression(X, y, w0, lr, batch_size, orders):
    """Fit a linear regression by mini-batch gradient descent.

    For each batch B of an epoch: w <- w - lr * 2/|B| * X_B.T @ (X_B @ w - y_B)

    Args:
        X: data, a float array of shape (n, d), with n and d at least 1.
        y: targets, a float array of shape (n,).
        w0: weights to start from, a float array of shape (d,).
        lr: learning rate, a number above 0.
        batch_size: rows per batch, an int of at least 1; it may exceed n.
        orders: the order of the rows in each epoch, an integer array of shape (epochs, n);
            there may be no epochs.

    Returns:
        The weights after each epoch, a float array of shape (epochs + 1, d) that begins with w0,
        of the dtype of the inputs.

    Source: Bottou, Curtis and Nocedal, "Optimization Methods for Large-Scale Machine Learning",
    2018, section 3.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
