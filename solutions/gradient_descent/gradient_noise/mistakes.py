import numpy as np

from autograder import mistake


def _batches(order, batch_size):
    return [order[start : start + batch_size] for start in range(0, len(order), batch_size)]


def _gradient(w, X, y):
    return 2 / len(y) * (X.T @ (X @ w - y))


def _differences(w, X, y, batches):
    full = _gradient(w, X, y)
    return np.array([_gradient(w, X[batch], y[batch]) - full for batch in batches])


def _right(w, X, y, batch_size, order):
    differences = _differences(w, X, y, _batches(order, batch_size))
    return np.mean(np.sum(differences**2, axis=1))


@mistake(
    ko="배치의 크기를 가중치로 쓰고 있습니다. 짧은 배치도 다른 배치와 똑같이 한 번만 셉니다.",
    en="The batches are weighted by their sizes. A short one counts once, like all others.",
)
def weighted_by_batch_size(w, X, y, batch_size, order):
    batches = _batches(order, batch_size)
    squares = np.sum(_differences(w, X, y, batches) ** 2, axis=1)
    return np.average(squares, weights=[len(batch) for batch in batches])


@mistake(
    ko="거리의 제곱은 좌표별 제곱의 평균인가요, 합인가요?",
    en="Is a squared distance the mean of the squares over the coordinates, or their sum?",
)
def averaged_over_the_coordinates(w, X, y, batch_size, order):
    return np.mean(_differences(w, X, y, _batches(order, batch_size)) ** 2)


@mistake(
    ko="거리가 아니라 거리의 제곱을 평균합니다.",
    en="The mean is of the squared distances, not of the distances.",
)
def distance_not_squared(w, X, y, batch_size, order):
    differences = _differences(w, X, y, _batches(order, batch_size))
    return np.mean(np.linalg.norm(differences, axis=1))


@mistake(
    ko="평균을 먼저 구하면 서로 반대쪽으로 벗어난 것이 상쇄됩니다. 언제 제곱해야 할까요?",
    en="Averaged first, deviations to opposite sides cancel. When is the time to square?",
)
def averaged_before_squaring(w, X, y, batch_size, order):
    differences = _differences(w, X, y, _batches(order, batch_size))
    return np.sum(np.mean(differences, axis=0) ** 2)


@mistake(
    ko="무엇으로부터의 거리인가요? 배치 기울기들의 평균은 전체 기울기와 늘 같지는 않습니다.",
    en="The distance from what? The mean of the batches' gradients need not be the full gradient.",
)
def spread_around_the_mean_of_the_batches(w, X, y, batch_size, order):
    differences = _differences(w, X, y, _batches(order, batch_size))
    return np.sum(np.var(differences, axis=0))


@mistake(
    ko="나누어떨어지지 않을 때 남는 행도 배치 하나입니다.",
    en="The rows that are left over are a batch as well.",
)
def short_batch_dropped(w, X, y, batch_size, order):
    batches = [batch for batch in _batches(order, batch_size) if len(batch) == batch_size]
    if not batches:
        return 0.0
    return np.mean(np.sum(_differences(w, X, y, batches) ** 2, axis=1))


@mistake(
    ko="마지막 배치에는 행이 몇 개 있나요? 기울기는 실제로 들어 있는 행의 평균입니다.",
    en="How many rows are in the last batch? Its gradient is the mean over those that are there.",
)
def short_batch_divided_by_batch_size(w, X, y, batch_size, order):
    full = _gradient(w, X, y)
    squares = []
    for batch in _batches(order, batch_size):
        grad = 2 / batch_size * (X[batch].T @ (X[batch] @ w - y[batch]))
        squares.append(np.sum((grad - full) ** 2))
    return np.mean(squares)


@mistake(
    ko="데이터를 놓여 있는 순서대로 잘랐습니다. order를 썼나요?",
    en="The data are cut in the order in which they lie. Is order used?",
)
def order_ignored(w, X, y, batch_size, order):
    batches = _batches(np.arange(len(order)), batch_size)
    return np.mean(np.sum(_differences(w, X, y, batches) ** 2, axis=1))


@mistake(
    ko="제곱 오차를 미분할 때 나오는 상수를 확인하세요. 노이즈에는 그 제곱이 곱해집니다.",
    en="Look at the constant that differentiating a square brings; the noise has its square.",
)
def factor_of_the_square_left_out(w, X, y, batch_size, order):
    differences = _differences(w, X, y, _batches(order, batch_size))
    return np.mean(np.sum((differences / 2) ** 2, axis=1))


@mistake(
    ko="배치가 많을수록 값이 커집니다. 합이 아니라 배치에 대한 평균입니다.",
    en="The more batches, the larger this gets. It is a mean over the batches, not a sum.",
)
def summed_over_the_batches(w, X, y, batch_size, order):
    return np.sum(_differences(w, X, y, _batches(order, batch_size)) ** 2)


@mistake(
    ko="X와 y를 그 자리에서(in place) 섞으면 같은 계산을 다시 할 때 다른 데이터가 됩니다.",
    en="With X and y shuffled in place, the same question asked again meets other data.",
)
def data_shuffled_in_place(w, X, y, batch_size, order):
    X[:], y[:] = X[order], y[order]
    batches = _batches(np.arange(len(order)), batch_size)
    return np.mean(np.sum(_differences(w, X, y, batches) ** 2, axis=1))


@mistake(
    ko="마지막에 제곱근을 구했습니다. 노이즈는 제곱한 거리의 평균 그대로입니다.",
    en="A root is taken at the end. Is it asked for the mean square, or for its root?",
)
def root_of_the_mean(w, X, y, batch_size, order):
    differences = _differences(w, X, y, _batches(order, batch_size))
    return np.sqrt(np.mean(np.sum(differences**2, axis=1)))


@mistake(
    ko="행마다의 분산을 배치 크기로 나눈 이론값입니다. order로 자른 배치는 어디에 있나요?",
    en="This is what theory expects of a random batch. Where are the batches of this order?",
)
def expected_by_theory(w, X, y, batch_size, order):
    rows = _differences(w, X, y, _batches(order, 1))
    return np.mean(np.sum(rows**2, axis=1)) / min(batch_size, len(y))


@mistake(
    ko="배치의 수보다 하나 적은 수로 나누었습니다. 표본분산이 아니라 평균입니다.",
    en="It is divided by one less than the number of batches. Is a mean divided so?",
)
def divided_by_one_less(w, X, y, batch_size, order):
    differences = _differences(w, X, y, _batches(order, batch_size))
    return np.sum(differences**2) / (len(differences) - 1)


@mistake(
    ko="가장 멀리 벗어난 배치 하나만 보았습니다. 노이즈는 모든 배치의 평균입니다.",
    en="Only the batch that is farthest off is seen. What of all the others?",
)
def farthest_batch_only(w, X, y, batch_size, order):
    differences = _differences(w, X, y, _batches(order, batch_size))
    return np.max(np.sum(differences**2, axis=1))


@mistake(
    ko="손실이 얼마나 흔들리는지를 쟀습니다. 흔들림을 재야 하는 것은 무엇인가요?",
    en="This tells how much the losses differ. What is it whose noise is asked for?",
)
def noise_of_the_losses(w, X, y, batch_size, order):
    squares = (X @ w - y) ** 2
    losses = np.array([np.mean(squares[batch]) for batch in _batches(order, batch_size)])
    return np.mean((losses - np.mean(squares)) ** 2)


@mistake(
    ko="전체 기울기의 크기로 나누었습니다. 여기서는 비율이 아니라 거리의 제곱 그대로입니다.",
    en="It is divided by the size of the full gradient. Is a ratio asked for?",
    power=[2, 1],
)
def relative_to_the_full_gradient(w, X, y, batch_size, order, *, power):
    differences = _differences(w, X, y, _batches(order, batch_size))
    lengths = np.linalg.norm(differences, axis=1) ** power
    return np.mean(lengths) / np.linalg.norm(_gradient(w, X, y)) ** power


@mistake(
    ko="좌표별 차이의 크기를 더했거나 가장 큰 것만 보았습니다. L2 거리는 무엇의 제곱인가요?",
    en="The sizes are summed, or the largest is taken. What is squared in an L2 distance?",
    largest=[False, True],
)
def another_distance(w, X, y, batch_size, order, *, largest):
    sizes = np.abs(_differences(w, X, y, _batches(order, batch_size)))
    return np.mean(np.max(sizes, axis=1) if largest else np.sum(sizes, axis=1))


@mistake(
    ko="배치 기울기들의 분산을 좌표에 대해 평균했습니다. 무엇으로부터의, 무엇의 합인가요?",
    en="The batches' variances are averaged over the coordinates. From what is the distance?",
    together=[False, True],
)
def mean_variance_of_the_batches(w, X, y, batch_size, order, *, together):
    full = _gradient(w, X, y)
    gradients = _differences(w, X, y, _batches(order, batch_size)) + full
    return np.var(gradients) if together else np.mean(np.var(gradients, axis=0))


@mistake(
    ko="좌표마다 표준편차를 구했습니다. 제곱근은 어디에 있어야 하나요?",
    en="These are standard deviations of the coordinates. Is there a root in the noise?",
    over=["mean", "sum"],
)
def standard_deviations(w, X, y, batch_size, order, *, over):
    spreads = np.std(_differences(w, X, y, _batches(order, batch_size)), axis=0)
    return np.mean(spreads) if over == "mean" else np.sum(spreads)


@mistake(
    ko="기울기의 길이만 견주었습니다. 길이가 같고 방향이 다르면 노이즈가 없나요?",
    en="Only the lengths are compared. Is there no noise where the directions alone differ?",
)
def lengths_compared(w, X, y, batch_size, order):
    lengths = [
        np.linalg.norm(_gradient(w, X[batch], y[batch])) for batch in _batches(order, batch_size)
    ]
    return np.mean((np.array(lengths) - np.linalg.norm(_gradient(w, X, y))) ** 2)


@mistake(
    ko="기울기 길이들의 분산입니다. 방향만 다른 기울기는 어떻게 되나요?",
    en="This is how much the lengths vary. What of gradients that differ in direction alone?",
    root=[False, True],
)
def spread_of_the_lengths(w, X, y, batch_size, order, *, root):
    lengths = [
        np.linalg.norm(_gradient(w, X[batch], y[batch])) for batch in _batches(order, batch_size)
    ]
    return np.std(lengths) if root else np.var(lengths)


@mistake(
    ko="전체 기울기를 빼지 않았습니다. 한 배치가 전체 데이터이면 노이즈는 얼마인가요?",
    en="The full gradient is not taken off. How much noise is there where one batch has all data?",
)
def full_gradient_not_taken_off(w, X, y, batch_size, order):
    gradients = [_gradient(w, X[batch], y[batch]) for batch in _batches(order, batch_size)]
    return np.mean(np.sum(np.square(gradients), axis=1))


@mistake(
    ko="기울기가 행에 대한 합입니다. 배치의 기울기는 무엇의 추정인가요?",
    en="The gradients are sums over the rows. Of what is that of a batch an estimate?",
)
def gradients_summed_over_the_rows(w, X, y, batch_size, order):
    full = len(y) * _gradient(w, X, y)
    batches = _batches(order, batch_size)
    gradients = np.array([len(batch) * _gradient(w, X[batch], y[batch]) for batch in batches])
    return np.mean(np.sum((gradients - full) ** 2, axis=1))


@mistake(
    ko="첫 배치 하나만 보았습니다. 노이즈는 모든 배치의 평균입니다.",
    en="Only the first batch is seen. The noise is a mean over which batches?",
)
def first_batch_alone(w, X, y, batch_size, order):
    return np.sum(_differences(w, X, y, _batches(order, batch_size)[:1]) ** 2)


@mistake(
    ko="중앙값입니다. 유난히 멀리 벗어난 배치도 똑같이 세어야 하지 않나요?",
    en="This is the median. Does a batch that is far off not count like any other?",
)
def median_of_the_batches(w, X, y, batch_size, order):
    differences = _differences(w, X, y, _batches(order, batch_size))
    return np.median(np.sum(differences**2, axis=1))


@mistake(
    ko="각도만 재었습니다. 방향이 같고 길이가 다르면 노이즈가 없나요?",
    en="Only the angle is measured. Is there no noise where the lengths alone differ?",
)
def angles_compared(w, X, y, batch_size, order):
    full = _gradient(w, X, y)
    gradients = [_gradient(w, X[batch], y[batch]) for batch in _batches(order, batch_size)]
    lengths = np.linalg.norm(gradients, axis=1) * np.linalg.norm(full)
    return np.mean(1 - gradients @ full / lengths)


@mistake(
    ko="배치마다 그 안의 행들이 얼마나 흩어졌는지를 쟀습니다. 무엇과 무엇의 거리인가요?",
    en="This is the spread of the rows within each batch. Between what is the distance?",
)
def spread_within_the_batches(w, X, y, batch_size, order):
    rows = 2 * (X @ w - y)[:, None] * X
    return np.mean([np.sum(np.var(rows[batch], axis=0)) for batch in _batches(order, batch_size)])


@mistake(
    ko="무엇의 개수로 나누었나요? 평균은 행이 아니라 배치에 대한 것입니다.",
    en="Divided by the number of what? The mean is over the batches.",
    by=["rows", "batch_size", "full_batches"],
)
def divided_by_another_number(w, X, y, batch_size, order, *, by):
    differences = _differences(w, X, y, _batches(order, batch_size))
    full = max(len(order) // batch_size, 1)
    count = {"rows": len(order), "batch_size": batch_size, "full_batches": full}[by]
    return np.sum(differences**2) / count


@mistake(
    ko="이웃한 두 배치의 차이를 쟀습니다. 거리는 어느 기울기로부터의 것인가요?",
    en="Neighbouring batches are compared. From which gradient is the distance?",
)
def from_the_batch_before(w, X, y, batch_size, order):
    differences = np.diff(_differences(w, X, y, _batches(order, batch_size)), axis=0)
    return np.mean(np.sum(differences**2, axis=1)) if len(differences) else 0.0


@mistake(
    ko="배치마다의 값입니다. 끝에서 하나의 수로 모아야 합니다.",
    en="There is one number for each batch. How many are asked for?",
)
def not_averaged(w, X, y, batch_size, order):
    return np.sum(_differences(w, X, y, _batches(order, batch_size)) ** 2, axis=1)
