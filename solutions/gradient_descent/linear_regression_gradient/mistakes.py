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


@mistake(
    ko="예측에 시그모이드가 있습니다(로지스틱 회귀). 선형 회귀의 예측은 무엇인가요?",
    en="There is a sigmoid in the prediction: logistic regression. What does a linear one predict?",
    factor=[1, 2],
)
def logistic_regression(w, X, y, *, factor):
    return factor / len(y) * (X.T @ (1 / (1 + np.exp(-(X @ w))) - y))


@mistake(
    ko="가중치의 패널티(ridge)가 들어 있습니다. 이 손실은 오차만 보지 않나요?",
    en="A penalty on the weights is in it, as in ridge. Is this loss not of errors alone?",
    lam=[0.01, 0.02, 0.1, 0.2, 1, 2],
)
def penalty_added(w, X, y, *, lam):
    return 2 / len(y) * (X.T @ (X @ w - y)) + lam * w


@mistake(
    ko="큰 오차를 잘라서 썼습니다(Huber). 제곱 오차의 기울기는 어디까지 커지나요?",
    en="Large errors are cut off, as by Huber's loss. How far does a square's gradient grow?",
    factor=[1, 2],
)
def errors_clipped(w, X, y, *, factor):
    return factor / len(y) * (X.T @ np.clip(X @ w - y, -1, 1))


@mistake(
    ko="절편의 미분까지 돌려주었습니다. 이 모델에 절편이 있나요?",
    en="The derivative by an intercept comes along. Does this model have one?",
    first=[True, False],
)
def intercept_as_well(w, X, y, *, first):
    ones = np.ones((len(y), 1), dtype=X.dtype)
    columns = np.hstack([ones, X] if first else [X, ones])
    return 2 / len(y) * (columns.T @ (X @ w - y))


@mistake(
    ko="절편의 미분과 짝을 지어 돌려주었습니다. 이 모델에 절편이 있나요?",
    en="It comes back in a pair with the derivative by an intercept. Does this model have one?",
)
def pair_with_an_intercept(w, X, y):
    residual = X @ w - y
    return 2 / len(y) * (X.T @ residual), 2 * np.mean(residual)


@mistake(
    ko="손실이 가장 작은 가중치를 바로 구했습니다. 묻는 것은 지금의 w에서의 기울기입니다.",
    en="These are the best weights, solved for at once. What is asked for at the present w?",
    way_to_them=[False, True],
)
def best_weights(w, X, y, *, way_to_them):
    return np.linalg.pinv(X) @ (X @ w - y if way_to_them else y)


@mistake(
    ko="예측에 대한 미분입니다. 예측에서 가중치까지 한 단계가 더 남지 않았나요?",
    en="This is the derivative by the predictions. Is there not one more step to the weights?",
)
def gradient_by_the_predictions(w, X, y):
    return 2 / len(y) * (X @ w - y)


@mistake(
    ko="오차의 평균과 열의 평균을 곱했습니다. 곱의 평균과 평균의 곱은 같은가요?",
    en="The mean error meets the mean of a column. Is that the mean of their products?",
)
def means_multiplied(w, X, y):
    return 2 * np.mean(X @ w - y) * np.mean(X, axis=0)


@mistake(
    ko="행의 수와 열의 수를 곱한 것으로 나누었습니다. 제곱 오차는 모두 몇 개인가요?",
    en="It is divided by rows times columns. How many squared errors are there?",
)
def divided_by_all_entries(w, X, y):
    return 2 / X.size * (X.T @ (X @ w - y))


@mistake(
    ko="기울기를 길이 1로 맞추었습니다. 오차가 커지면 기울기는 어떻게 되어야 하나요?",
    en="The gradient is made one unit long. What should larger errors do to it?",
)
def made_one_unit_long(w, X, y):
    gradient = X.T @ (X @ w - y)
    return gradient / np.sqrt(np.sum(gradient * gradient))


@mistake(
    ko="기울기를 잘랐습니다(clipping). 손실의 미분에 그런 한계가 있나요?",
    en="The gradient is clipped. Has the derivative of the loss such a bound?",
    bound=[1, 5],
)
def gradient_clipped(w, X, y, *, bound):
    return np.clip(2 / len(y) * (X.T @ (X @ w - y)), -bound, bound)


@mistake(
    ko="마지막 행의 기울기만 남았습니다. 앞의 행들은 어디에 더해지나요?",
    en="Only the gradient of the last row is left. To what are the rows before it added?",
    factor=[1, 0],
)
def last_row_alone(w, X, y, *, factor):
    share = 1 if factor else len(y)
    return 2 / share * (X[-1] @ w - y[-1]) * X[-1]


@mistake(
    ko="데이터에서 평균을 먼저 뺐습니다. 주어진 X와 y의 손실인가요?",
    en="The data are centred first. Is that the loss of the X and y that were given?",
)
def data_centred(w, X, y):
    columns = X - np.mean(X, axis=0)
    return 2 / len(y) * (columns.T @ (columns @ w - (y - np.mean(y))))


@mistake(
    ko="걸음까지 마친 가중치입니다. 묻는 것은 기울기 자체입니다.",
    en="These are the weights after a step. Is it the gradient itself that is asked for?",
    lr=[0.01, 0.1],
)
def weights_after_a_step(w, X, y, *, lr):
    return w - lr * 2 / len(y) * (X.T @ (X @ w - y))
