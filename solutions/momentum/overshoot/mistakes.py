import numpy as np

from autograder import mistake


def _past(path, minimum):
    return np.sign(path[0] - minimum) * (minimum - path)


def _right(path, minimum):
    return max(_past(path, minimum).max(), 0.0)


@mistake(
    ko="출발한 쪽의 거리까지 재고 있습니다. 넘어간 쪽만 재야 합니다.",
    en="This measures on the side of the start as well. Only the other side counts.",
)
def both_sides_measured(path, minimum):
    return np.abs(path - minimum).max()


@mistake(
    ko="처음 한 번 넘어간 뒤에는 출발한 쪽으로 되돌아온 거리도 재고 있습니다.",
    en="Once the minimum is passed, this measures the way back to the start's side as well.",
)
def swing_back_counted(path, minimum):
    past = _past(path, minimum)
    across = np.flatnonzero(past > 0)
    return np.abs(past[across[0] :]).max() if across.size else 0.0


@mistake(
    ko="출발점이 언제나 최솟값의 오른쪽에 있을까요?",
    en="Is the start always to the right of the minimum?",
)
def start_always_on_the_right(path, minimum):
    return max(minimum - path.min(), 0.0)


@mistake(
    ko="출발점이 언제나 최솟값의 왼쪽에 있을까요?",
    en="Is the start always to the left of the minimum?",
)
def start_always_on_the_left(path, minimum):
    return max(path.max() - minimum, 0.0)


@mistake(
    ko="경로가 최솟값을 넘지 않으면 거리는 얼마여야 하나요?",
    en="What distance is it when the path never gets past the minimum?",
)
def negative_where_never_past(path, minimum):
    return _past(path, minimum).max()


@mistake(
    ko="최솟값에서 출발하면 출발한 쪽이 없습니다. 그때의 답은 무엇이었나요?",
    en="A path that starts at the minimum has no side. What is the answer then?",
)
def start_at_the_minimum_given_a_side(path, minimum):
    side = 1 if path[0] >= minimum else -1
    return max((side * (minimum - path)).max(), 0.0)


@mistake(
    ko="처음 넘어간 점에서 멈췄습니다. 그 뒤에 더 멀리 가지 않나요?",
    en="This stops at the first point past the minimum. Does the path go farther later?",
)
def first_point_past_only(path, minimum):
    past = _past(path, minimum)
    across = past[past > 0]
    return across[0] if across.size else 0.0


@mistake(
    ko="첫 번째로 넘어간 구간만 보았습니다. 다시 넘어가는 일도 있습니다.",
    en="Only the first swing across is seen. A path can come across again.",
)
def first_swing_only(path, minimum):
    farthest = 0.0
    for past in _past(path, minimum):
        if farthest > 0 and past <= 0:
            break
        farthest = max(farthest, past)
    return farthest


@mistake(
    ko="마지막 점만 보았습니다. 진동이 가라앉고 나면 오버슈팅은 보이지 않습니다.",
    en="Only the last point is looked at. Once the swing has settled, it shows nothing.",
)
def last_point_only(path, minimum):
    return max(_past(path, minimum)[-1], 0.0)


@mistake(
    ko="출발점에서 잰 거리입니다. 오버슈팅은 최솟값에서부터 잽니다.",
    en="This is measured from the start. Overshoot is measured from the minimum.",
)
def measured_from_the_start(path, minimum):
    past = _past(path, minimum)
    return np.abs(path[0] - path[past.argmax()]) if past.max() > 0 else 0.0


@mistake(
    ko="출발 거리에 대한 비율로 나타냈습니다. 여기서는 거리 그대로입니다.",
    en="This is a fraction of the first distance. Here it is the distance itself.",
    whole=[1, 100],
)
def as_a_fraction_of_the_way(path, minimum, *, whole):
    farthest = max(_past(path, minimum).max(), 0.0)
    return whole * farthest / np.abs(path[0] - minimum) if farthest > 0 else farthest


@mistake(
    ko="최솟값이 0에 있다고 보지 않았나요?",
    en="Is the minimum taken to lie at zero?",
)
def minimum_taken_as_zero(path, minimum):
    return max((-np.sign(path[0]) * path).max(), 0.0)


@mistake(
    ko="path를 그 자리에서(in place) 옮기면 부른 쪽의 경로도 바뀝니다.",
    en="Shifting the path in place changes the caller's path as well.",
)
def changed_in_place(path, minimum):
    path -= minimum
    return max((-np.sign(path[0]) * path).max(), 0.0)


@mistake(
    ko="경로의 전체 폭입니다. 오버슈팅은 어디에서부터 재나요?",
    en="This is the whole width of the path. From where is overshoot measured?",
)
def whole_width(path, minimum):
    return path.max() - path.min()


@mistake(
    ko="최솟값을 몇 번 지났는지를 셌습니다. 묻는 것은 횟수가 아니라 거리입니다.",
    en="This counts how often the minimum is passed. Is a number of times asked for?",
)
def crossings_counted(path, minimum):
    return np.count_nonzero(np.diff(np.sign(path - minimum)))


@mistake(
    ko="넘어간 점이 몇 개인지를 셌습니다. 얼마나 멀리 갔나요?",
    en="This counts the points past the minimum. How far past it do they lie?",
)
def points_past_counted(path, minimum):
    return np.count_nonzero(_past(path, minimum) > 0)


@mistake(
    ko="넘어간 거리를 평균했습니다. 가장 멀리 간 곳은 얼마나 먼가요?",
    en="The distances past the minimum are averaged. How far is the farthest?",
)
def average_past(path, minimum):
    past = _past(path, minimum)
    return np.mean(past[past > 0]) if np.any(past > 0) else 0.0


@mistake(
    ko="넘어간 거리를 모두 더했습니다. 가장 멀리 간 곳 하나만 재면 됩니다.",
    en="All distances past the minimum are summed. Is it not the farthest that counts?",
)
def distances_added_up(path, minimum):
    return np.sum(np.maximum(_past(path, minimum), 0))


@mistake(
    ko="가장 멀리 간 때가 몇 번째인지입니다. 묻는 것은 번호가 아니라 거리입니다.",
    en="This says at which step the path is farthest. Is it the step or the distance?",
)
def step_of_the_farthest(path, minimum):
    past = _past(path, minimum)
    return int(past.argmax()) if past.max() > 0 else 0


@mistake(
    ko="경로가 멈춘 곳에서부터 쟀습니다. 경로의 끝이 최솟값과 늘 같은가요?",
    en="This is measured from where the path ends. Is its end always the minimum?",
)
def measured_from_the_end(path, minimum):
    return max(_past(path, path[-1]).max(), 0.0)


@mistake(
    ko="가장 큰 위치와 마지막 위치의 차이입니다. 오버슈팅은 어디에서부터 재나요?",
    en="This is the largest position less the last. From where is overshoot measured?",
)
def largest_less_the_last(path, minimum):
    return path.max() - path[-1]


@mistake(
    ko="넘어간 거리를 제곱했습니다. 묻는 것은 거리 자체입니다.",
    en="The distance past the minimum is squared. Is a distance asked for, or its square?",
)
def distance_squared(path, minimum):
    return max(_past(path, minimum).max(), 0.0) ** 2


@mistake(
    ko="첫걸음이 어느 쪽으로 갔는지로 방향을 정했습니다. 출발점은 어느 쪽에 있었나요?",
    en="The first step settles the sides. On which side of the minimum was the start?",
)
def side_of_the_first_step(path, minimum):
    toward = np.sign(path[1] - path[0]) if len(path) > 1 else 0.0
    return max((toward * (path - minimum)).max(), 0.0)


@mistake(
    ko="넘어갔는지 아닌지만 답했습니다. 얼마나 멀리 갔나요?",
    en="This only says whether the minimum is passed. How far past it does the path get?",
)
def yes_or_no(path, minimum):
    return float(_past(path, minimum).max() > 0)


@mistake(
    ko="가장 가까이 간 점까지의 거리입니다. 가장 멀리 넘어간 점은 어디인가요?",
    en="This is how close the path comes. Where is it farthest past the minimum?",
)
def closest_point(path, minimum):
    return np.abs(path - minimum).min()


@mistake(
    ko="한 걸음에 움직인 가장 긴 거리입니다. 최솟값은 어디에 쓰이나요?",
    en="This is the longest single step. Where does the minimum come in?",
)
def longest_step(path, minimum):
    return np.abs(np.diff(path)).max() if len(path) > 1 else 0.0


@mistake(
    ko="가장 멀리 간 위치 자체입니다. 최솟값에서부터의 거리는 얼마인가요?",
    en="This is where the path is farthest past. How far from the minimum is that?",
)
def position_of_the_farthest(path, minimum):
    past = _past(path, minimum)
    return path[past.argmax()] if past.max() > 0 else 0.0


@mistake(
    ko="거리가 음수로 나옵니다. 어느 쪽을 향하든 거리는 0보다 크지 않나요?",
    en="Distances to one side come out negative. Can a distance be?",
    left=[True, False],
)
def signed_distance(path, minimum, *, left):
    farthest = max(_past(path, minimum).max(), 0.0)
    return (1 if left else -1) * np.sign(path[0] - minimum) * farthest


@mistake(
    ko="최솟값을 처음 지난 다음의 폭을 쟀습니다. 거리는 어디에서부터 재나요?",
    en="From the first point past on, the whole width is measured. From where is overshoot?",
)
def width_after_the_crossing(path, minimum):
    past = _past(path, minimum)
    across = np.flatnonzero(past > 0)
    return np.ptp(path[across[0] :]) if across.size else 0.0


@mistake(
    ko="경로에서 가장 낮은 위치를 최솟값으로 보았습니다. 최솟값은 주어져 있지 않나요?",
    en="The lowest position of the path is taken for the minimum. Is the minimum not given?",
)
def minimum_of_the_path(path, minimum):
    return max(_past(path, path.min()).max(), 0.0)


@mistake(
    ko="마지막 위치에 대한 비율입니다(제어공학). 여기서는 거리 그대로입니다.",
    en="It is divided by the last position, as in control theory. Here it is the distance itself.",
    whole=[1, 100],
)
def as_a_fraction_of_the_final_value(path, minimum, *, whole):
    farthest = max(_past(path, minimum).max(), 0.0)
    return whole * farthest / np.abs(path[-1]) if farthest > 0 else farthest
