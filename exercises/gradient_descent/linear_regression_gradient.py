r"""# 선형 회귀의 기울기

선형 회귀(linear regression)는 Xw로 예측하고, 오차의 제곱의 평균으로 평가합니다. 기울기(gradient)는 가중치마다 그 값에 따라 손실이 어떻게 변하는지를 알려 줍니다. 행마다 오차에 그 행의 값을 곱하고, 모든 행에 대해 평균한 것입니다.

    L(w) = (1/n) Σ(i=1..n) (x_iᵀ w - y_i)²   ∇L(w) = (2/n) Xᵀ (Xw - y)

`linear_regression_gradient(w, X, y)` 함수를 완성하세요.

- `w`의 모양(shape)은 `(d,)`, `X`는 한 행에 표본 하나씩 `(n, d)`, `y`는 `(n,)`입니다. 모두 float32이거나 모두 float64이고 n, d ≥ 1입니다.
- 기울기를 돌려줍니다. 모양은 `(d,)`이고 dtype은 입력과 같습니다.
- 절편(bias)은 없습니다. 입력은 하나도 바꾸지 않습니다.

규칙. 손실은 제곱의 평균이고 앞에 1/2이 없습니다. `torch.nn.functional.mse_loss`와 같습니다. 그래서 기울기에 2가 있습니다. 2가 없어지도록 합 앞에 1/2n을 두는 책도 많고, 평균 대신 합을 쓰는 곳도 있습니다. 그런 기울기는 방향은 같지만 길이가 달라서, 학습률이 같으면 다른 걸음을 옮깁니다.

손으로 해 보기. w = (1,2), 두 행이 (1,0)과 (1,1), y = (0,1)이면 예측은 (1,3), 오차는 (1,2)이므로 ∇L = (2/2) (1·1 + 1·2, 0·1 + 1·2) = (3,2)입니다.

강의에서(13): 배치 경사 하강법은 이것을 전체 데이터로 계산하고, 미니 배치는 나눠진 데이터로 계산합니다. 평균이기 때문에 둘의 크기가 비슷하고, 한쪽에 맞는 학습률이 다른 쪽에서도 터무니없지는 않습니다.

확인: autograder check linear_regression_gradient

------------------------------------------------------------------------------

# The gradient of a linear regression

A linear regression predicts Xw and is judged by the mean of the squared errors. Its gradient says, for each weight, how the loss changes with it: the errors of all rows, each multiplied by that row's entry, averaged.

    L(w) = (1/n) Σ(i=1..n) (x_iᵀ w - y_i)²   ∇L(w) = (2/n) Xᵀ (Xw - y)

Write `linear_regression_gradient(w, X, y)`.

- `w` has the shape `(d,)`, `X` the shape `(n, d)` with one sample in each row, and `y` the shape `(n,)`; all are float32 or all are float64, and n, d ≥ 1.
- Return the gradient, an array of shape `(d,)` of the same dtype.
- There is no intercept. Change none of the inputs.

Convention. The loss is the mean of the squares, without a factor 1/2, as in `torch.nn.functional.mse_loss`; so there is a 2 in the gradient. Many texts put 1/2n before the sum so that the 2 cancels, and some take the sum instead of the mean. Those gradients point the same way but have another length, and with the same learning rate they take other steps.

By hand. With w = (1,2), rows (1,0) and (1,1), and y = (0,1): the predictions are (1,3), the errors (1,2), and so ∇L = (2/2) (1·1 + 1·2, 0·1 + 1·2) = (3,2).

From the lecture (13): batch gradient descent computes this from all of the data, a mini-batch from a part of it. Because the gradient is a mean, both are of about the same size, and a learning rate that suits the one is not absurd for the other.

Check: autograder check linear_regression_gradient
"""

import numpy as np


def linear_regression_gradient(w, X, y):
    """Gradient of the mean squared error of a linear regression.

    L(w) = mean((X @ w - y)**2)
    grad L(w) = 2/n * X.T @ (X @ w - y)

    Args:
        w: weights, a float array of shape (d,).
        X: data, a float array of shape (n, d), one sample a row; n and d are at least 1.
        y: targets, a float array of shape (n,).

    Returns:
        The gradient at w, a float array of shape (d,), of the dtype of the inputs.

    Source: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009,
    section 3.2.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
