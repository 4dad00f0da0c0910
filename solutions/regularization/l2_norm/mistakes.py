import numpy as np

from autograder import mistake


@mistake(
    ko="아직 노름의 제곱입니다. 거리와 같은 단위가 되려면 한 단계가 더 필요합니다.",
    en="This is the square of the norm still: one step is missing until it is a distance.",
)
def root_not_taken(w):
    return np.sum(np.square(w))


@mistake(
    ko="제곱근을 성분마다 구하면 절댓값이 됩니다. 제곱근은 언제 구해야 하나요?",
    en="A root taken of each entry gives the absolute value back. When is the root due?",
)
def root_of_each_entry(w):
    return np.sum(np.sqrt(np.square(w)))


@mistake(
    ko="더한 다음에 제곱하면 음수와 양수가 먼저 서로를 지웁니다.",
    en="Squared after the sum, negative and positive weights have cancelled already.",
)
def squared_after_the_sum(w):
    return np.sqrt(np.sum(w) ** 2)


@mistake(
    ko="NumPy에서 행렬의 2-노름은 다른 것(가장 큰 특잇값)입니다. 여기서는 모든 성분을 씁니다.",
    en="To NumPy the 2-norm of a matrix is something else: its largest singular value.",
)
def norm_of_the_matrix(w):
    return np.linalg.norm(w, 2)


@mistake(
    ko="노름은 숫자 하나입니다. 한 축만 더하면 행마다 하나씩 남습니다.",
    en="A norm is one number; summing along one axis leaves one for each row.",
)
def one_number_for_each_row(w):
    return np.sqrt(np.sum(np.square(w), axis=-1))


@mistake(
    ko="노름은 성분의 수로 나누지 않습니다. 가중치가 늘면 노름도 커집니다.",
    en="A norm is not divided by the number of entries: with more weights it grows.",
)
def mean_instead_of_sum(w):
    return np.sqrt(np.sum(np.square(w)) / max(np.size(w), 1))


@mistake(
    ko="제곱근 안에 작은 수가 더해져 있습니다. 원점의 노름은 정확히 0이어야 합니다.",
    en="A small number stands under the root. The norm of the origin is exactly 0.",
)
def epsilon_under_the_root(w):
    return np.sqrt(np.sum(np.square(w)) + 1e-6)


@mistake(
    ko="가장 큰 성분 하나만 남았습니다. 나머지도 거리에 들어갑니다.",
    en="Only the largest entry is left. The others are a part of the distance too.",
)
def largest_entry_only(w):
    return np.max(np.abs(w), initial=0)


@mistake(
    ko="제곱을 w 안에 그대로(in place) 적으면 부른 쪽의 가중치가 사라집니다.",
    en="Writing the squares into w destroys the caller's weights.",
)
def changed_in_place(w):
    w = np.asarray(w)
    w *= w
    return np.sqrt(np.sum(w))
