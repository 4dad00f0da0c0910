import numpy as np

from autograder import mistake


def _solve(X, y, strength):
    """The right weights for the sum of squares, with this on the diagonal."""
    return np.linalg.solve(X.T @ X + strength * np.eye(X.shape[1], dtype=X.dtype), X.T @ y)


def _share(y, summed):
    """What lam is multiplied by: the number of rows, or nothing where squares are summed."""
    return 1 if summed else len(y)


def _right(X, y, lams):
    return np.array([_solve(X, y, len(y) * lam) for lam in lams])


@mistake(
    ko="손실은 제곱의 합이 아니라 평균입니다. 그러면 lam 앞에 무엇이 붙나요?",
    en="The loss is the mean of the squares, not their sum. What does that do to lam?",
)
def sum_of_squares_instead_of_mean(X, y, lams):
    return np.array([_solve(X, y, lam) for lam in lams])


@mistake(
    ko="lam이 절반만 들어갑니다. 이 패널티에는 1/2이 없습니다.",
    en="Only half of lam arrives. There is no 1/2 in this penalty.",
)
def strength_halved(X, y, lams):
    return np.array([_solve(X, y, len(y) * lam / 2) for lam in lams])


@mistake(
    ko="lam을 행렬의 모든 칸에 더했습니다. 패널티는 어느 칸에만 나타나나요?",
    en="lam is added to the whole matrix. Where in it does the penalty appear?",
)
def strength_added_to_all_entries(X, y, lams):
    return np.array([np.linalg.solve(X.T @ X + len(y) * lam, X.T @ y) for lam in lams])


@mistake(
    ko="세기마다 처음부터 다시 시작하나요? 앞의 lam이 대각선에 남아 있습니다.",
    en="Does each strength start afresh? The earlier ones are still on the diagonal.",
)
def diagonal_keeps_growing(X, y, lams):
    matrix = X.T @ X
    path = []
    for lam in lams:
        matrix += len(y) * lam * np.eye(X.shape[1], dtype=X.dtype)
        path.append(np.linalg.solve(matrix, X.T @ y))
    return np.array(path)


@mistake(
    ko="첫 가중치에는 패널티가 없습니다. 여기의 X에는 절편(bias)의 열이 없습니다.",
    en="The first weight goes free. There is no column for an intercept in X.",
)
def first_weight_not_penalised(X, y, lams):
    diagonal = np.eye(X.shape[1], dtype=X.dtype)
    diagonal[0, 0] = 0
    return np.array([np.linalg.solve(X.T @ X + len(y) * lam * diagonal, X.T @ y) for lam in lams])


@mistake(
    ko="데이터에서 평균을 뺐습니다. 절편이 있는 모델이라면 맞지만 여기에는 절편이 없습니다.",
    en="The data are centred: right for a model with an intercept, but this one has none.",
)
def data_centred(X, y, lams):
    n, X, y = len(y), X - np.mean(X, axis=0), y - np.mean(y)
    return np.array([_solve(X, y, n * lam) for lam in lams])


@mistake(
    ko="모든 가중치를 같은 비율로 줄였습니다. 서로 닮은 입력의 가중치도 그렇게 줄어드나요?",
    en="All weights are scaled down alike. Do those of inputs that resemble each other shrink so?",
)
def least_squares_scaled_down(X, y, lams):
    best = np.linalg.pinv(X) @ y
    return np.array([best / (1 + lam) for lam in lams])


@mistake(
    ko="작은 lam부터 풀었습니다. 행의 순서는 누가 정하나요?",
    en="It solves from the smallest lam upwards. Who decides on the order of the rows?",
)
def strengths_sorted(X, y, lams):
    return np.array([_solve(X, y, len(y) * lam) for lam in sorted(lams)])


@mistake(
    ko="세기마다 한 행이어야 하는데 열에 들어 있습니다.",
    en="Each strength should have a row; here it has a column.",
)
def one_column_for_each_strength(X, y, lams):
    return np.stack([_solve(X, y, len(y) * lam) for lam in lams], axis=1)


@mistake(
    ko="float32로 들어온 데이터의 가중치가 float64로 나옵니다. 단위행렬은 어떤 형인가요?",
    en="Data in float32 get weights in float64. Of what type is the identity matrix?",
)
def single_precision_becomes_double(X, y, lams):
    identity = np.eye(X.shape[1])
    return np.array([np.linalg.solve(X.T @ X + len(y) * lam * identity, X.T @ y) for lam in lams])


@mistake(
    ko="X와 y를 그대로(in place) 나누면 다음에 부를 때는 다른 데이터입니다.",
    en="Divided in place, X and y are other data when it is called again.",
)
def changed_in_place(X, y, lams):
    root = len(y) ** 0.5
    X /= root
    y /= root
    return np.array([_solve(X, y, lam) for lam in lams])


@mistake(
    ko="손실 앞에 1/2이 있을 때의 식입니다. 여기의 손실 앞에는 무엇이 있나요?",
    en="This is right where a half stands before the loss. What stands before it here?",
)
def loss_halved(X, y, lams):
    return np.array([_solve(X, y, 2 * (len(y) * lam)) for lam in lams])


@mistake(
    ko="입력의 크기를 모두 1로 맞추었습니다. 그 가중치는 어떤 X에 곱해야 하나요?",
    en="The inputs are scaled to one size. Which X do these weights belong to?",
)
def data_standardised(X, y, lams):
    X = (X - np.mean(X, axis=0)) / np.maximum(np.std(X, axis=0), np.finfo(X.dtype).eps)
    return np.array([_solve(X, y - np.mean(y), len(y) * lam) for lam in lams])


@mistake(
    ko="1로 된 열을 붙였다가 그 가중치를 버렸습니다. 여기의 모델에 절편이 있나요?",
    en="A column of ones is added, and its weight thrown away. Does this model have an intercept?",
    summed=[False, True],
)
def intercept_added_and_dropped(X, y, lams, *, summed):
    with_ones = np.column_stack([np.ones(len(X), dtype=X.dtype), X])
    return np.array([_solve(with_ones, y, _share(y, summed) * lam)[1:] for lam in lams])


@mistake(
    ko="lam의 제곱이 대각선에 들어갑니다. X 아래에 이어 붙일 때는 무엇을 붙여야 하나요?",
    en="The square of lam arrives on the diagonal. What has to stand below X for lam itself?",
)
def strength_squared(X, y, lams):
    return np.array([_solve(X, y, len(y) * lam**2) for lam in lams])


@mistake(
    ko="lam이 달라져도 가중치가 그대로입니다. 패널티는 식의 어디에 들어가나요?",
    en="The weights are the same for every lam. Where does the penalty enter the equation?",
)
def least_squares_every_time(X, y, lams):
    return np.array([np.linalg.pinv(X) @ y for _ in lams])


@mistake(
    ko="모든 가중치에서 같은 크기를 빼고 0에서 멈췄습니다. 그렇게 줄이는 패널티는 어느 쪽인가요?",
    en="Every weight loses the same amount and stops at 0. Which of the penalties shrinks so?",
)
def least_squares_cut_off(X, y, lams):
    best = np.linalg.pinv(X) @ y
    return np.array([np.sign(best) * np.maximum(np.abs(best) - lam, 0) for lam in lams])


@mistake(
    ko="가중치가 하나 더 많습니다. X에 1로 된 열을 붙였나요?",
    en="There is one weight too many. Is a column of ones put beside X?",
    penalised=[True, False],
)
def intercept_among_the_weights(X, y, lams, *, penalised):
    X = np.column_stack([np.ones(len(X), dtype=X.dtype), X])
    diagonal = np.eye(X.shape[1], dtype=X.dtype)
    diagonal[0, 0] = penalised
    return np.array([np.linalg.solve(X.T @ X + len(y) * lam * diagonal, X.T @ y) for lam in lams])


@mistake(
    ko="lam을 행의 수로 나누거나 가중치의 수를 곱했습니다. lam 앞에는 무엇이 붙어야 하나요?",
    en="lam is divided by the rows, or multiplied by the columns. Which number goes with it?",
    number=["one_by_n", "d"],
)
def strength_times_another_number(X, y, lams, *, number):
    factor = X.shape[1] if number == "d" else 1 / len(y)
    return np.array([_solve(X, y, factor * lam) for lam in lams])


@mistake(
    ko="식의 한쪽에서만 평균을 냈습니다. XᵀX와 Xᵀy를 모두 n으로 나누었나요?",
    en="Only one side of the equation is averaged. Are X^T X and X^T y both divided by n?",
    side=["matrix", "vector"],
)
def mean_on_one_side_only(X, y, lams, *, side):
    n = len(y)
    if side == "matrix":
        return np.array([n * _solve(X, y, n * lam) for lam in lams])
    return np.array([_solve(X, y, lam) / n for lam in lams])


@mistake(
    ko="큰 lam부터 풀었습니다. 행의 순서는 누가 정하나요?",
    en="It solves from the largest lam downwards. Who decides on the order of the rows?",
)
def strengths_sorted_downwards(X, y, lams):
    return np.array([_solve(X, y, len(y) * lam) for lam in sorted(lams, reverse=True)])


@mistake(
    ko="첫 lam의 가중치만 나옵니다. 세기마다 한 행이어야 합니다.",
    en="Only the first lam gets its weights. Each strength should have a row.",
)
def first_strength_only(X, y, lams):
    return _solve(X, y, len(y) * lams[0])


@mistake(
    ko="모든 가중치를 같은 비율로 줄였습니다. 직교하는 입력이 아니어도 그렇게 줄어드나요?",
    en="All weights shrink alike, right for orthonormal inputs alone. What if inputs resemble?",
    rule=["rows", "rest"],
)
def shrunk_as_if_orthonormal(X, y, lams, *, rule):
    best = np.linalg.pinv(X) @ y
    return np.array(
        [best / (1 + len(y) * lam) if rule == "rows" else best * (1 - lam) for lam in lams]
    )


@mistake(
    ko="마지막 가중치에는 패널티가 없습니다. 여기의 X에는 절편(bias)의 열이 없습니다.",
    en="The last weight goes free. There is no column for an intercept in X.",
)
def last_weight_not_penalised(X, y, lams):
    diagonal = np.eye(X.shape[1], dtype=X.dtype)
    diagonal[-1, -1] = 0
    return np.array([np.linalg.solve(X.T @ X + len(y) * lam * diagonal, X.T @ y) for lam in lams])


@mistake(
    ko="y에서만 평균을 뺐습니다. 여기의 모델에 절편이 있나요?",
    en="The targets alone are centred. Does this model have an intercept?",
)
def targets_centred(X, y, lams):
    return np.array([_solve(X, y - np.mean(y), len(y) * lam) for lam in lams])


@mistake(
    ko="입력의 크기를 1로 맞추어 풀고 되돌렸습니다. 패널티를 받는 것은 어떤 가중치인가요?",
    en="The inputs are standardised and the weights scaled back. Which weights are penalised then?",
    summed=[False, True],
)
def standardised_and_scaled_back(X, y, lams, *, summed):
    size = np.maximum(np.std(X, axis=0), np.finfo(X.dtype).eps)
    Z = (X - np.mean(X, axis=0)) / size
    return np.array([_solve(Z, y - np.mean(y), _share(y, summed) * lam) / size for lam in lams])
