import numpy as np

from autograder import mistake


@mistake(
    ko="오차의 제곱을 미분하면 앞에 무엇이 나오나요? 이 손실에는 1/2이 없습니다.",
    en="What comes to the front when a square is differentiated? This loss has no 1/2.",
)
def factor_of_the_square_left_out(w, X, y):
    return X.T @ (X @ w - y) / len(y)


@mistake(
    ko="같은 데이터를 두 번 이어 붙이면 기울기도 두 배가 되나요? 평균이라면 그대로여야 합니다.",
    en="Does the gradient double when every row is there twice? A mean would stay the same.",
)
def summed_over_the_rows(w, X, y):
    return 2 * (X.T @ (X @ w - y))


@mistake(
    ko="오차의 부호를 확인하세요. w에 따라 변하는 것은 예측인가요, 정답인가요?",
    en="Check the sign of the error. Which of prediction and target depends on w?",
)
def error_turned_round(w, X, y):
    return 2 / len(y) * (X.T @ (y - X @ w))


@mistake(
    ko="무엇의 개수로 나누나요? 평균은 열이 아니라 행에 대해 구합니다.",
    en="Divided by the number of what? The mean is over the rows, not over the columns.",
)
def divided_by_the_columns(w, X, y):
    return 2 / X.shape[1] * (X.T @ (X @ w - y))


@mistake(
    ko="w의 원소마다 미분값이 하나씩 있습니다. 평균을 모든 축에 대해 구하지 않았나요?",
    en="There is one derivative for each entry of w. Was the mean taken over every axis?",
)
def averaged_over_every_axis(w, X, y):
    return 2 * np.mean(X * (X @ w - y)[:, None])


@mistake(
    ko="(n, 1)에서 (n,)을 빼면 모양이 어떻게 되나요? 브로드캐스팅(broadcasting)을 조심하세요.",
    en="What shape is (n, 1) minus (n,)? Mind the broadcasting.",
)
def column_minus_row(w, X, y):
    residual = X @ w[:, None] - y
    return 2 / len(y) * (X.T @ residual)


@mistake(
    ko="제곱 오차의 기울기는 오차가 클수록 커집니다. 오차의 부호만 쓰고 있지 않나요?",
    en="The gradient of squared errors grows with the errors. Are their signs alone in use?",
)
def absolute_errors(w, X, y):
    return X.T @ np.sign(X @ w - y) / len(y)


@mistake(
    ko="y에 오차를 덮어쓰면 다음에 부를 때의 정답이 달라집니다.",
    en="With the errors written over y, the next call has other targets.",
)
def targets_overwritten(w, X, y):
    y -= X @ w
    return -2 / len(y) * (X.T @ y)


@mistake(
    ko="float32를 받으면 float32를 돌려줍니다. 어디에서 float64가 되었나요?",
    en="float32 in, float32 out: where did it become float64?",
)
def result_in_double_precision(w, X, y):
    grad = np.zeros(len(w))
    for row, target in zip(X, y, strict=True):
        grad += 2 / len(y) * (row @ w - target) * row
    return grad


@mistake(
    ko="손실을 제곱의 합의 절반으로 보았습니다. 여기의 손실은 무엇의 평균인가요?",
    en="The loss is taken for half the sum of the squares. What is it the mean of here?",
)
def gradient_of_half_the_sum(w, X, y):
    return X.T @ (X @ w - y)


@mistake(
    ko="제곱근을 씌운 손실(RMSE)의 기울기입니다. 여기의 손실에는 제곱근이 없습니다.",
    en="This is the gradient of the root of the loss, the RMSE. Is there a root in this loss?",
)
def gradient_of_the_root(w, X, y):
    residual = X @ w - y
    return X.T @ residual / len(y) / np.sqrt(np.mean(residual**2))


@mistake(
    ko="이것은 손실의 값입니다. 기울기에는 가중치마다 원소가 하나씩 있습니다.",
    en="This is the loss itself. A gradient has an entry for each weight.",
)
def loss_instead_of_gradient(w, X, y):
    return np.mean((X @ w - y) ** 2)


@mistake(
    ko="절편(bias)에 대한 미분입니다. 가중치가 예측을 바꿀 때 무엇이 곱해지나요?",
    en="This is the derivative by an intercept. What does a weight meet on its way out?",
)
def derivative_by_an_intercept(w, X, y):
    return 2 * np.mean(X @ w - y)


@mistake(
    ko="행마다 기울기가 하나씩 남았습니다. 손실의 기울기가 되려면 무엇이 더 필요한가요?",
    en="There is one gradient for each row. What is missing until it is that of the loss?",
)
def one_gradient_for_each_row(w, X, y):
    return 2 * (X @ w - y)[:, None] * X
