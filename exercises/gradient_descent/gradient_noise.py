r"""# 미니 배치 기울기의 노이즈

미니 배치(mini-batch)의 기울기는 전체 기울기의 추정값일 뿐입니다. 얼마나 빗나가는지가 노이즈(noise)입니다. 배치가 전체 데이터이면 없고, 한 행이면 가장 큽니다. "안정적이지 않다"는 말을 숫자로 재는 것입니다.

    noise = (1/K) Σ(k=1..K) ‖g_B_k - g‖_2²   g_B = (2/|B|) X_Bᵀ (X_B w - y_B)   g = (2/n) Xᵀ (Xw - y)

`gradient_noise(w, X, y, batch_size, order)` 함수를 완성하세요.

- `w`의 모양(shape)은 `(d,)`, `X`는 `(n, d)`, `y`는 `(n,)`입니다. 모두 float32이거나 모두 float64이고 n, d ≥ 1입니다.
- `order`는 0부터 n - 1까지를 섞은 순열이며 모양이 `(n,)`인 정수 배열입니다. K개의 배치는 이것을 앞에서부터 `batch_size`개씩 자른 것입니다. 마지막 배치는 짧을 수 있고, `batch_size`는 n보다 클 수도 있습니다.
- 숫자 하나를 돌려줍니다. 파이썬 float, NumPy 숫자, 축이 없는 배열 모두 됩니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. 거리는 전체 기울기로부터 재고, 거리의 제곱을 씁니다. 좌표에 대해서는 평균이 아니라 합입니다. 평균은 배치에 대해 구하며, 짧은 배치도 똑같이 한 번만 셉니다. 배치 기울기들의 평균 둘레의 분산이나 크기로 가중한 평균은 배치의 크기가 모두 같을 때만 같은 값입니다. 손실에는 `linear_regression_gradient`에서처럼 1/2이 없습니다.

손으로 해 보기. 열이 하나인 X = (1,2), y = (0,0), w = 1이면 행별 기울기는 2·1·1 = 2와 2·2·2 = 8, 전체 기울기는 5입니다. `batch_size = 1`이면 노이즈는 (1/2) (3² + 3²) = 9이고, `batch_size = 2`이면 0입니다.

강의에서(13): 배치 경사 하강법은 안정적이고, 확률적 경사 하강법은 데이터에 따라 진행 방향이 크게 달라지며, 미니 배치는 중간입니다. 그림에서 배치를 둘씩 합칠 때마다 노이즈가 어떻게 줄어드는지 보세요.

확인: autograder check gradient_noise

------------------------------------------------------------------------------

# The noise of a mini-batch gradient

The gradient of a mini-batch is only an estimate of the full gradient. How far it misses is its noise: none if the batch is all of the data, and largest if it is a single row. This number measures what "unsteady" means.

    noise = (1/K) Σ(k=1..K) ‖g_B_k - g‖_2²   g_B = (2/|B|) X_Bᵀ (X_B w - y_B)   g = (2/n) Xᵀ (Xw - y)

Write `gradient_noise(w, X, y, batch_size, order)`.

- `w` has the shape `(d,)`, `X` the shape `(n, d)` and `y` the shape `(n,)`; all are float32 or all are float64, and n, d ≥ 1.
- `order` is a permutation of 0 to n - 1, an integer array of shape `(n,)`. The K batches are its consecutive pieces of `batch_size` rows; the last may be short, and `batch_size` may exceed n.
- Return one number: a Python float, a NumPy number or an array without axes.
- Change none of the inputs.

Convention. The distance is from the full gradient, and it is squared and summed over the coordinates (no mean over them). The mean is over the batches, and each counts once, the short one too. A variance around the mean of the batches' gradients, or a mean weighted by their sizes, is the same only where all batches are equally long. The loss has no factor 1/2, as in `linear_regression_gradient`.

By hand. One column X = (1,2), y = (0,0), w = 1: the rows' gradients are 2·1·1 = 2 and 2·2·2 = 8, the full one is 5. With `batch_size = 1` the noise is (1/2) (3² + 3²) = 9; with `batch_size = 2` it is 0.

From the lecture (13): batch gradient descent is steady, the direction of stochastic gradient descent depends much on the data, and mini-batches lie between. The picture shows how the noise falls when batches are joined two by two.

Check: autograder check gradient_noise
"""

import numpy as np


def gradient_noise(w, X, y, batch_size, order):
    """How far the gradients of the mini-batches lie from the full gradient.

    noise = mean over the batches B of ||g_B - g||**2,
    with g_B = 2/|B| * X_B.T @ (X_B @ w - y_B), and g the same over all rows

    Args:
        w: weights, a float array of shape (d,).
        X: data, a float array of shape (n, d), with n and d at least 1.
        y: targets, a float array of shape (n,).
        batch_size: rows per batch, an int of at least 1; it may exceed n.
        order: the order of the rows, a permutation of 0..n-1, an integer array of shape (n,).

    Returns:
        The noise, one number.

    Source: Bottou, Curtis and Nocedal, "Optimization Methods for Large-Scale Machine Learning",
    2018, section 4.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
