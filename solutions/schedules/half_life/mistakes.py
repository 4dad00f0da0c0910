import numpy as np

from autograder import mistake


def _first_below(schedule, limit, epochs):
    return next((t for t in epochs if schedule(t) <= limit), None)


def _right(schedule, lr0, horizon):
    return _first_below(schedule, lr0 / 2, range(horizon + 1))


@mistake(
    ko="정확히 절반이 된 에폭을 지나칩니다. 절반은 조건에 들어가나요?",
    en="The epoch with exactly half is passed over. Does half itself count?",
)
def strictly_below_half(schedule, lr0, horizon):
    for t in range(horizon + 1):
        if schedule(t) < lr0 / 2:
            return t
    return None


@mistake(
    ko="학습률은 절반을 건너뛰어 더 아래로 떨어질 수 있습니다. 꼭 같아야만 할까요?",
    en="A rate may step over the half. Does it have to be equal?",
)
def equal_to_half(schedule, lr0, horizon):
    return next((t for t in range(horizon + 1) if np.isclose(schedule(t), lr0 / 2)), None)


@mistake(
    ko="horizon까지 포함해서 보아야 합니다. range는 어디에서 멈추나요?",
    en="The horizon is to be looked at too. Where does range stop?",
)
def horizon_left_out(schedule, lr0, horizon):
    return _first_below(schedule, lr0 / 2, range(horizon))


@mistake(
    ko="t = 0을 보지 않습니다. 워밍업처럼 낮게 시작하는 학습률도 있습니다.",
    en="t = 0 is not looked at. Some schedules begin low, a warmup for one.",
)
def begins_at_one(schedule, lr0, horizon):
    return _first_below(schedule, lr0 / 2, range(1, horizon + 1))


@mistake(
    ko="찾은 에폭이 0이면 파이썬은 그것을 거짓으로 봅니다. 0과 None은 다릅니다.",
    en="Where the epoch found is 0, Python takes it for false. 0 is not None.",
)
def zero_taken_for_none(schedule, lr0, horizon):
    return _first_below(schedule, lr0 / 2, range(horizon + 1)) or None


@mistake(
    ko="any([0])은 거짓입니다. 찾은 것이 하나라도 있는지는 어떻게 묻나요?",
    en="any([0]) is False. How does one ask whether anything was found?",
)
def zero_alone_taken_for_none(schedule, lr0, horizon):
    found = [t for t in range(horizon + 1) if schedule(t) <= lr0 / 2]
    return found[0] if any(found) else None


@mistake(
    ko="무엇의 절반인가요? 스케줄이 lr0에서 시작하지 않을 수도 있습니다.",
    en="Half of what? A schedule need not begin at lr0.",
)
def half_of_the_first_rate(schedule, lr0, horizon):
    return _first_below(schedule, schedule(0) / 2, range(horizon + 1))


@mistake(
    ko="0.5와 비교했습니다. 무엇의 절반이어야 하나요?",
    en="The rate is compared with 0.5. Half of what is asked for?",
)
def half_of_one(schedule, lr0, horizon):
    return _first_below(schedule, 0.5, range(horizon + 1))


@mistake(
    ko="처음이 아니라 마지막으로 절반 이하인 에폭입니다. 찾은 다음에도 계속 찾고 있나요?",
    en="This is the last such epoch, not the first. Does the search go on after it has found one?",
)
def last_instead_of_first(schedule, lr0, horizon):
    return _first_below(schedule, lr0 / 2, range(horizon, -1, -1))


@mistake(
    ko="이분 탐색은 학습률이 줄기만 할 때에만 맞습니다. 올랐다가 내리는 스케줄도 있습니다.",
    en="Halving the interval is right only if the rate never rises. Some rise and fall.",
)
def searched_by_bisection(schedule, lr0, horizon):
    low, high = 0, horizon + 1
    while low < high:
        middle = (low + high) // 2
        if schedule(middle) <= lr0 / 2:
            high = middle
        else:
            low = middle + 1
    return low if low <= horizon else None


@mistake(
    ko="에폭의 번호와 지난 에폭의 개수는 하나 차이가 납니다. 에폭은 0부터 셉니다.",
    en="The number of an epoch and the count of epochs differ by one. Epochs count from 0.",
)
def counts_from_one(schedule, lr0, horizon):
    found = _first_below(schedule, lr0 / 2, range(horizon + 1))
    return None if found is None else found + 1


@mistake(
    ko="절반이 되는 에폭이 없으면 None입니다. horizon은 찾은 에폭과 구별되지 않습니다.",
    en="Where there is none, None is asked for. The horizon looks like an epoch that was found.",
)
def horizon_for_none(schedule, lr0, horizon):
    found = _first_below(schedule, lr0 / 2, range(horizon + 1))
    return horizon if found is None else found


@mistake(
    ko="절반이 되는 에폭이 없으면 −1이 아니라 None을 돌려줍니다.",
    en="Where there is none, the answer is None and not -1.",
)
def minus_one_for_none(schedule, lr0, horizon):
    found = _first_below(schedule, lr0 / 2, range(horizon + 1))
    return -1 if found is None else found


@mistake(
    ko="학습률을 돌려주고 있습니다. 물은 것은 그때의 에폭입니다.",
    en="A rate is returned. What is asked for is its epoch.",
)
def rate_instead_of_epoch(schedule, lr0, horizon):
    found = _first_below(schedule, lr0 / 2, range(horizon + 1))
    return None if found is None else schedule(found)


@mistake(
    ko="schedule은 에폭을 하나씩만 받습니다. 배열을 한꺼번에 넣지 않았나요?",
    en="The schedule takes one epoch at a time. Is it given a whole array?",
)
def whole_array_at_once(schedule, lr0, horizon):
    below = schedule(np.arange(horizon + 1)) <= lr0 / 2
    return int(np.argmax(below)) if below.any() else None


@mistake(
    ko="그 뒤로 계속 절반 이하인 에폭을 찾았습니다. 다시 올라가더라도 처음이면 되지 않나요?",
    en="This is the epoch after which it stays low. Does the first time not count by itself?",
)
def low_for_good(schedule, lr0, horizon):
    found = None
    for t in range(horizon, -1, -1):
        if schedule(t) > lr0 / 2:
            break
        found = t
    return found


@mistake(
    ko="절반에 가장 가까운 에폭입니다. 가깝지만 아직 절반보다 크다면 답이 되나요?",
    en="This is the epoch nearest to the half. Is it an answer if the rate is still above?",
)
def nearest_to_the_half(schedule, lr0, horizon):
    return min(range(horizon + 1), key=lambda t: abs(schedule(t) - lr0 / 2))


@mistake(
    ko="위에서 아래로 지나갈 때만 셉니다. 처음부터 절반 이하이면 답은 무엇인가요?",
    en="Only a fall through the half counts here. What if the rate is low from the start?",
)
def has_to_fall_through_the_half(schedule, lr0, horizon):
    for t in range(1, horizon + 1):
        if schedule(t) <= lr0 / 2 < schedule(t - 1):
            return t
    return None


@mistake(
    ko="절반이 아니라 1/e이 되는 때(시간 상수)입니다. 반감기는 얼마까지 줄어드는 때인가요?",
    en="This is the time to 1/e, the time constant. How far has it fallen after a half-life?",
)
def down_to_one_in_e(schedule, lr0, horizon):
    return _first_below(schedule, lr0 / np.e, range(horizon + 1))


@mistake(
    ko="절반보다 큰 에폭의 개수를 세었습니다. 올랐다 내리거나 끝까지 크면 개수가 답이 되나요?",
    en="The epochs above the half are counted. Is the count an answer where the rate rises, too?",
)
def epochs_above_counted(schedule, lr0, horizon):
    return sum(schedule(t) > lr0 / 2 for t in range(horizon + 1))


@mistake(
    ko="두 에폭 사이의 때를 어림했습니다. 답은 정수인 에폭이어야 하지 않나요?",
    en="A time between two epochs is worked out. Should the answer not be a whole epoch?",
)
def time_between_two_epochs(schedule, lr0, horizon):
    found = _first_below(schedule, lr0 / 2, range(horizon + 1))
    if not found:
        return found
    before, after = schedule(found - 1), schedule(found)
    return found - 1 + (before - lr0 / 2) / (before - after)


@mistake(
    ko="처음 두 에폭의 비율로 계산했습니다. 학습률이 늘 같은 비율로 줄어드나요?",
    en="It is worked out from the ratio of the first two rates. Is it always the same?",
)
def worked_out_from_the_first_ratio(schedule, lr0, horizon):
    with np.errstate(all="ignore"):
        ratio = np.divide(schedule(min(1, horizon)), schedule(0))
        epoch = np.ceil(np.log(0.5) / np.log(ratio))
    return int(epoch) if 0 <= epoch <= horizon else None


@mistake(
    ko="바로 앞 에폭과 비교했습니다. 한 에폭 만에 절반이 되어야 하나요?",
    en="It compares with the epoch before. Does the rate have to halve within one epoch?",
)
def half_of_the_rate_before(schedule, lr0, horizon):
    before = lr0
    for t in range(horizon + 1):
        if schedule(t) <= before / 2:
            return t
        before = schedule(t)
    return None


@mistake(
    ko="절반이 되는 에폭이 없으면 None입니다. 수를 돌려주면 찾은 에폭처럼 보입니다.",
    en="Where there is none, None is asked for. A number looks like an epoch that was found.",
    number=["inf", "zero", "one_more"],
)
def number_for_none(schedule, lr0, horizon, *, number):
    found = _first_below(schedule, lr0 / 2, range(horizon + 1))
    none = {"inf": np.inf, "zero": 0, "one_more": horizon + 1}[number]
    return none if found is None else found


@mistake(
    ko="처음으로 절반 이상인 에폭입니다. 부등호의 방향을 확인하세요.",
    en="This is the first epoch with half or more. Which way does the comparison point?",
)
def above_the_half_instead(schedule, lr0, horizon):
    return next((t for t in range(horizon + 1) if schedule(t) >= lr0 / 2), None)


@mistake(
    ko="아직 절반보다 큰 마지막 에폭입니다. 물은 것은 절반 이하가 된 첫 에폭입니다.",
    en="This is the last epoch that is still above. Which one comes down to the half?",
)
def last_epoch_above(schedule, lr0, horizon):
    return next((t for t in range(horizon, -1, -1) if schedule(t) > lr0 / 2), None)


@mistake(
    ko="처음에서 얼마나 떨어졌는지를 보았습니다. 처음이 lr0이 아니라면 무엇이 절반이 되나요?",
    en="It asks how far the rate fell from its first value. What if that is not lr0?",
)
def fallen_by_half_since_the_first(schedule, lr0, horizon):
    first = schedule(0)
    return next((t for t in range(horizon + 1) if first - schedule(t) >= lr0 / 2), None)


@mistake(
    ko="정확히 절반인 에폭도, horizon도 세지 않았습니다. 두 경계는 답에 들어가나요?",
    en="Exactly half does not count here, nor is the horizon looked at. Are both edges included?",
)
def half_and_horizon_left_out(schedule, lr0, horizon):
    return next((t for t in range(horizon) if schedule(t) < lr0 / 2), None)


@mistake(
    ko="절반보다 높은 에폭을 모두 셌습니다. 학습률이 다시 오르면 처음으로 내려온 에폭과 같을까요?",
    en="All epochs above the half are counted. Is that the first below it, if it rises again?",
)
def epochs_above_counted_or_none(schedule, lr0, horizon):
    above = sum(schedule(t) > lr0 / 2 for t in range(horizon + 1))
    return None if above == horizon + 1 else int(above)


@mistake(
    ko="lr0의 절반이 아니라 다른 몫을 기준으로 찾았습니다. 기준은 얼마여야 할까요?",
    en="It is searched for another share of lr0 than its half. Which share is it?",
    share=[0.1, 0.25, 1 / 3],
)
def another_share_than_half(schedule, lr0, horizon, *, share):
    return _first_below(schedule, lr0 * share, range(horizon + 1))


@mistake(
    ko="절반이 된 에폭의 바로 앞이나 뒤를 돌려주었습니다. 어느 에폭을 물었나요?",
    en="The epoch before the one at the half is returned. Which one is asked for?",
)
def epoch_before_the_half(schedule, lr0, horizon):
    found = _right(schedule, lr0, horizon)
    return found if found is None else max(found - 1, 0)


@mistake(
    ko="마지막 에폭에서 절반이 되어도 없다고 합니다. horizon은 찾는 범위에 들어가나요?",
    en="There is said to be none where the last epoch is at the half. Is the horizon looked at?",
)
def horizon_reached_taken_for_none(schedule, lr0, horizon):
    t = 0
    while schedule(t) > lr0 / 2:
        t += 1
        if t >= horizon:
            return None
    return t
