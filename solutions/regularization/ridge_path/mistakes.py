import numpy as np

from autograder import mistake


def _solve(X, y, strength):
    """The right weights for the sum of squares, with this on the diagonal."""
    return np.linalg.solve(X.T @ X + strength * np.eye(X.shape[1], dtype=X.dtype), X.T @ y)


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
    X, y = X - np.mean(X, axis=0), y - np.mean(y)
    return np.array([_solve(X, y, len(y) * lam) for lam in lams])


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
