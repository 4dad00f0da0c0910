import numpy as np

from autograder import mistake


@mistake(
    ko="음수 가중치가 양수 가중치를 지웁니다. 크기를 재려면 부호가 남아 있으면 안 됩니다.",
    en="Negative weights cancel positive ones. A size has no sign.",
)
def entries_with_their_signs(w):
    return np.sum(w)


@mistake(
    ko="절댓값을 합한 다음에 구했습니다. 그때는 부호가 이미 서로 지운 뒤입니다.",
    en="The absolute value is taken of the sum, when the signs have cancelled already.",
)
def absolute_value_of_the_sum(w):
    return np.abs(np.sum(w))


@mistake(
    ko="NumPy에서 행렬의 1-노름은 다른 것(열의 합 가운데 가장 큰 것)입니다.",
    en="To NumPy the 1-norm of a matrix is something else: the largest sum of a column.",
)
def norm_of_the_matrix(w):
    return np.linalg.norm(w, 1)


@mistake(
    ko="파이썬의 sum은 첫 축만 따라갑니다. 행렬에서는 무엇이 남나요?",
    en="Python's own sum goes along the first axis. What does it leave of a matrix?",
)
def rows_summed_only(w):
    return sum(abs(row) for row in w)


@mistake(
    ko="노름은 숫자 하나입니다. 한 축만 더하면 행마다 하나씩 남습니다.",
    en="A norm is one number; summing along one axis leaves one for each row.",
)
def one_number_for_each_row(w):
    return np.sum(np.abs(w), axis=-1)


@mistake(
    ko="노름은 원소의 수로 나누지 않습니다. 가중치가 늘면 노름도 커집니다.",
    en="A norm is not divided by the number of entries: with more weights it grows.",
)
def mean_instead_of_sum(w):
    return np.sum(np.abs(w)) / max(np.size(w), 1)


@mistake(
    ko="이것은 원점까지의 직선 거리입니다. L1은 축을 따라 걷습니다.",
    en="This is the straight line from the origin. L1 walks along the axes.",
)
def straight_line_instead(w):
    return np.sqrt(np.sum(np.square(w)))


@mistake(
    ko="0이 아닌 원소의 수를 셌습니다. 얼마나 큰지도 중요합니다.",
    en="This counts the entries that are not zero. How large they are matters too.",
)
def entries_counted(w):
    return np.count_nonzero(w)


@mistake(
    ko="절댓값을 w 안에 그대로(in place) 적으면 부른 쪽의 부호가 사라집니다.",
    en="Writing the absolute values into w loses the caller's signs.",
)
def changed_in_place(w):
    w = np.asarray(w)
    np.abs(w, out=w)
    return np.sum(w)


@mistake(
    ko="가장 큰 원소 하나만 남았습니다. 나머지 축으로 걸은 길은 어디로 갔나요?",
    en="Only the largest entry is left. Where is the way along the other axes?",
)
def largest_entry_only(w):
    return np.max(np.abs(w), initial=0)


@mistake(
    ko="원소의 제곱을 더했습니다. 가중치가 두 배가 되면 노름은 몇 배가 되어야 하나요?",
    en="Squares are summed. If all weights double, by how much should the norm grow?",
)
def squares_summed(w):
    return np.sum(np.square(w))


@mistake(
    ko="절댓값의 모서리를 매끄럽게 만들었습니다. 작은 수를 더하지 않은 크기는 얼마인가요?",
    en="The corner of the absolute value is smoothed. What is a size with no small number added?",
    eps=[1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8],
)
def smoothed_absolute_values(w, *, eps):
    return np.sum(np.sqrt(np.square(w) + eps))


@mistake(
    ko="행마다 구한 합 가운데 가장 큰 것입니다. 나머지 행의 원소는 어디로 갔나요?",
    en="This is the largest sum of a row. Where are the entries of the other rows?",
)
def largest_sum_of_a_row(w):
    return np.linalg.norm(np.atleast_2d(w), np.inf)


@mistake(
    ko="특잇값을 더했습니다(핵 노름). 여기서 행렬은 긴 벡터일 뿐입니다.",
    en="Singular values are summed, the nuclear norm. What is a matrix of weights here?",
)
def singular_values_summed(w):
    return np.linalg.norm(w, "nuc") if np.ndim(w) == 2 else np.sum(np.abs(w))


@mistake(
    ko="절댓값의 모서리를 둥글게 만들었습니다(Huber나 log cosh). 작은 가중치의 크기는 얼마인가요?",
    en="The corner is rounded off, as by Huber or log cosh. What is the size of a small weight?",
    form=["huber", "log_cosh"],
)
def corner_rounded_off(w, *, form):
    sizes = np.abs(w)
    if form == "log_cosh":
        return np.sum(np.log(np.cosh(sizes)))
    return np.sum(np.where(sizes < 1, sizes * sizes / 2, sizes - 0.5))


@mistake(
    ko="제곱근을 구했습니다. 제곱하지 않은 원소에 제곱근이 필요한가요?",
    en="A root is taken. Does it belong where nothing was squared?",
    each=[False, True],
)
def root_taken_too(w, *, each):
    return np.sum(np.sqrt(np.abs(w))) if each else np.sqrt(np.sum(np.abs(w)))


@mistake(
    ko="음수 원소가 0으로 사라졌습니다. −4의 크기는 얼마인가요?",
    en="Negative entries are dropped. What is the size of -4?",
)
def negative_entries_dropped(w):
    return np.sum(np.maximum(w, 0))


@mistake(
    ko="평균에서 얼마나 흩어졌는지를 쟀습니다. 노름은 어디에서부터 재나요?",
    en="This is how far the weights scatter about their mean. From where does a norm measure?",
)
def measured_from_the_mean(w):
    return np.sum(np.abs(w - np.sum(w) / max(np.size(w), 1)))


@mistake(
    ko="행의 수나 원소 수의 제곱근으로 나누었습니다. 노름은 무엇으로도 나누지 않습니다.",
    en="It is divided by the number of rows, or by a root. Is a norm divided by anything?",
    by=["rows", "root"],
)
def divided_all_the_same(w, *, by):
    number = len(np.atleast_1d(w)) if by == "rows" else np.sqrt(np.size(w))
    return np.sum(np.abs(w)) / max(number, 1)
