import numpy as np

from autograder import mistake


def _watch(scores, patience, improves, best=-np.inf):
    """Stop by patience, where `improves(score, best)` says what an improvement is."""
    best_epoch, waited = None, 0
    for epoch, score in enumerate(scores):
        if improves(score, best):
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch


@mistake(
    ko="patience가 1이면 향상이 없는 첫 에폭에서 멈춰야 합니다. 몇 번째에서 멈추나요?",
    en="With a patience of 1 the first epoch without an improvement is the last one. Is it here?",
)
def stops_one_epoch_late(scores, patience, min_delta=0.0):
    return _watch(scores, patience + 1, lambda score, best: score - best > min_delta)


@mistake(
    ko="정확도가 한 번 떨어졌다고 바로 멈추나요? 몇 에폭을 더 기다릴지는 patience가 정합니다.",
    en="Does a single drop end the training? How long it waits is up to patience.",
)
def patience_ignored(scores, patience, min_delta=0.0):
    return _watch(scores, 1, lambda score, best: score - best > min_delta)


@mistake(
    ko="새로운 최고가 나온 뒤에는 기다린 에폭을 어디서부터 세나요?",
    en="Where does the count of epochs begin after a new best?",
)
def counter_never_reset(scores, patience, min_delta=0.0):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch = score, epoch
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch


@mistake(
    ko="점수는 바로 앞 에폭이 아니라 무엇과 비교해야 하나요?",
    en="What is a score compared with, if not with the epoch just before?",
    kept=[False, True],
)
def compared_with_the_previous_epoch(scores, patience, min_delta=0.0, *, kept):
    best, previous, best_epoch, waited = -np.inf, -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score > best if kept else score - previous > min_delta:
            best, best_epoch = score, epoch
        waited = 0 if score - previous > min_delta else waited + 1
        if not np.isnan(score):
            previous = score
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch


@mistake(
    ko="여기서 점수는 오차가 아니라 정확도와 같습니다. 어느 쪽이 더 좋은가요?",
    en="The scores are like accuracies, not errors. Which of two is the better one?",
)
def lower_is_better(scores, patience, min_delta=0.0):
    return _watch(scores, patience, lambda score, best: best - score > min_delta, np.inf)


@mistake(
    ko="돌려주는 두 에폭의 순서를 확인하세요. 멈춘 에폭이 먼저입니다.",
    en="Which of the two epochs comes first? The stop is asked for before the best.",
)
def answers_swapped(scores, patience, min_delta=0.0):
    stop, best = _watch(scores, patience, lambda score, best: score - best > min_delta)
    return best, stop


@mistake(
    ko="에폭은 몇부터 세나요? 첫 점수는 scores[0]입니다.",
    en="From which number are epochs counted? The first score is scores[0].",
)
def epochs_counted_from_one(scores, patience, min_delta=0.0):
    stop, best = _watch(scores, patience, lambda score, best: score - best > min_delta)
    return stop + 1, None if best is None else best + 1


@mistake(
    ko="한 번도 멈추지 않고 학습이 끝나면 마지막 에폭은 무엇인가요?",
    en="Where nothing stops the training, which epoch is still its last?",
)
def none_where_never_stopped(scores, patience, min_delta=0.0):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return None, best_epoch


@mistake(
    ko="가장 좋은 에폭이 언제나 멈춘 에폭에서 patience만큼 앞에 있나요? 끝까지 멈추지 않으면요?",
    en="Is the best epoch always `patience` before the last? What if nothing stopped the training?",
)
def best_epoch_counted_back(scores, patience, min_delta=0.0):
    stop, _ = _watch(scores, patience, lambda score, best: score - best > min_delta)
    return stop, max(stop - patience, 0)


@mistake(
    ko="점수가 제자리일 때(또는 꼭 min_delta만큼 올랐을 때) 향상으로 세고 있지 않나요?",
    en="Is a score that only equals the bar counted as an improvement?",
    missing=[False, True],
)
def ties_as_improvement(scores, patience, min_delta=0.0, *, missing):
    def improves(score, best):
        # Written the other way round, a missing score improves as well, and stays the best.
        return not score - best < min_delta if missing else score - best >= min_delta

    return _watch(scores, patience, improves)


@mistake(
    ko="아주 조금 올라도 향상인가요? min_delta가 어디에 쓰이는지 보세요.",
    en="Is the smallest rise an improvement? See where min_delta is used.",
)
def min_delta_ignored(scores, patience, min_delta=0.0):
    return _watch(scores, patience, lambda score, best: score - best > 0)


@mistake(
    ko="min_delta는 점수의 비율이 아니라 점수와 같은 단위의 차이입니다.",
    en="min_delta is a difference in the unit of the scores, not a relative part of the best one.",
    signed=[True, False],
)
def min_delta_relative(scores, patience, min_delta=0.0, *, signed):
    def improves(score, best):
        if signed:
            return score > best * (1 + min_delta)
        return score > best + (min_delta * abs(best) if np.isfinite(best) else 0)

    return _watch(scores, patience, improves)


@mistake(
    ko="향상으로 세지 않은 작은 상승에도 최고 점수가 따라 올라갑니다.",
    en="The best score follows rises that do not count as improvements.",
    epoch_too=[False, True],
)
def best_follows_every_rise(scores, patience, min_delta=0.0, *, epoch_too):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best_epoch, waited = epoch, 0
        else:
            waited += 1
        if epoch_too and score > best:
            best_epoch = epoch
        best = max(best, score)
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch


@mistake(
    ko="min_delta는 얼마나 올라야 하는지를 정합니다. 얼마나 떨어져야 하는지를 보고 있지 않나요?",
    en="min_delta says how far a score must rise. Is it asked how far it fell?",
    missing=[True, False],
)
def only_clear_drops_counted(scores, patience, min_delta=0.0, *, missing):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score > best:
            best, best_epoch, waited = score, epoch, 0
        elif score < best - min_delta or (missing and np.isnan(score)):
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch


@mistake(
    ko="점수가 최대인 에폭이 늘 가장 좋은 에폭일까요? min_delta를 넘은 상승만 향상입니다.",
    en="The best epoch need not hold the highest score: only a rise above min_delta makes it.",
)
def best_epoch_of_the_maximum(scores, patience, min_delta=0.0):
    stop, best = _watch(scores, patience, lambda score, best: score - best > min_delta)
    return stop, best if best is None else int(np.nanargmax(scores[: stop + 1]))


@mistake(
    ko="점수가 모두 음수여도(예: 손실에 마이너스) 첫 점수는 지금까지의 최고입니다.",
    en="The first score is the best so far, also where all of them are negative.",
)
def best_starts_at_zero(scores, patience, min_delta=0.0):
    return _watch(scores, patience, lambda score, best: score - best > min_delta, 0.0)


@mistake(
    ko="첫 점수가 NaN이면 그 뒤의 비교는 모두 어떻게 되나요?",
    en="If the first score is NaN, what becomes of every comparison after it?",
)
def first_score_is_the_best(scores, patience, min_delta=0.0):
    best, best_epoch, waited = scores[0], 0, 0
    for epoch in range(1, len(scores)):
        if scores[epoch] - best > min_delta:
            best, best_epoch, waited = scores[epoch], epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch


@mistake(
    ko="NaN인 에폭을 건너뛰고 있습니다. 그 에폭에 향상이 있었나요?",
    en="Epochs with NaN are skipped. Was there an improvement in them?",
)
def missing_scores_not_counted(scores, patience, min_delta=0.0):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if np.isnan(score):
            continue
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch


@mistake(
    ko="NaN과의 비교는 언제나 거짓입니다. 그때 어느 쪽 가지로 가나요?",
    en="Every comparison with NaN is false. Which branch does it take then?",
)
def missing_scores_as_improvement(scores, patience, min_delta=0.0):
    return _watch(scores, patience, lambda score, best: not score - best <= min_delta)


@mistake(
    ko="NaN을 0으로 바꾸었습니다. 다른 점수가 음수라면 0은 좋은 점수입니다.",
    en="NaN is turned into 0. Where the other scores are negative, 0 is a good one.",
)
def missing_scores_as_zero(scores, patience, min_delta=0.0):
    scores = np.nan_to_num(scores)
    return _watch(scores, patience, lambda score, best: score - best > min_delta)


@mistake(
    ko="연달아 떨어질 때만 세고 있습니다. 떨어지지 않아도 최고를 넘지 못한 에폭은 어떤가요?",
    en="Only falls in a row are counted. What of an epoch that rises, yet not above the best?",
)
def falls_in_a_row_counted(scores, patience, min_delta=0.0):
    best, best_epoch, falls = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch = score, epoch
        falls = falls + 1 if epoch and score < scores[epoch - 1] else 0
        if falls == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch


@mistake(
    ko="가장 좋은 에폭을 학습이 멈춘 뒤의 점수에서도 찾고 있습니다. 그 점수를 볼 수 있었을까요?",
    en="The best epoch is looked for after the stop as well. Would anybody have seen those scores?",
    missing=["largest", "skipped"],
)
def best_epoch_of_the_whole_run(scores, patience, min_delta=0.0, *, missing):
    stop, best = _watch(scores, patience, lambda score, best: score - best > min_delta)
    if missing == "skipped":
        return stop, None if best is None else int(np.nanargmax(scores))
    return stop, int(np.argmax(scores))


@mistake(
    ko="크게 떨어진 점수도 향상으로 세고 있습니다. 차이의 방향은 어디에서 사라졌나요?",
    en="A score that falls far counts as an improvement. Where does the direction get lost?",
)
def any_large_change_improves(scores, patience, min_delta=0.0):
    return _watch(scores, patience, lambda score, best: abs(score - best) > min_delta)


@mistake(
    ko="멈춘 다음에도 학습이 계속됩니다. 멈춰야 하는 에폭이 여러 번 나오면 어느 것이 답인가요?",
    en="It goes on after the stop. If training should have ended several times, which one counts?",
)
def goes_on_after_the_stop(scores, patience, min_delta=0.0):
    best, best_epoch, waited, stop = -np.inf, None, 0, len(scores) - 1
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited >= patience:
            stop = epoch
    return stop, best_epoch


@mistake(
    ko="학습이 가장 좋은 에폭에서 끝난 것으로 되어 있습니다. 그때 멈출 것을 알 수 있었을까요?",
    en="Training is said to end at its best epoch. Could one have known so then?",
)
def stops_at_the_best_epoch(scores, patience, min_delta=0.0):
    _, best = _watch(scores, patience, lambda score, best: score - best > min_delta)
    return (len(scores) - 1 if best is None else best), best


@mistake(
    ko="두 번째로 돌려준 것은 점수입니다. 물은 것은 그 점수가 나온 에폭입니다.",
    en="What comes back second is a score. Is it asked for, or its epoch?",
)
def best_score_instead_of_its_epoch(scores, patience, min_delta=0.0):
    stop, best = _watch(scores, patience, lambda score, best: score - best > min_delta)
    return stop, None if best is None else float(scores[best])


@mistake(
    ko="점수를 patience만큼 앞의 에폭과 비교했습니다. 그때까지의 최고는 어디에 있나요?",
    en="A score is compared with the one `patience` epochs before. Where is the best until then?",
)
def compared_with_one_epoch_of_the_past(scores, patience, min_delta=0.0):
    stop = len(scores) - 1
    for epoch in range(patience, len(scores)):
        if not scores[epoch] - scores[epoch - patience] > min_delta:
            stop = epoch
            break
    _, best = _watch(scores[: stop + 1], patience, lambda score, best: score - best > min_delta)
    return stop, best


@mistake(
    ko="멈춘 에폭은 늘 최고에서 patience만큼 뒤인가요? 학습이 그 전에 끝날 수도 있습니다.",
    en="Is the stop always `patience` after the best epoch? The training may be over before that.",
)
def stop_counted_from_the_best(scores, patience, min_delta=0.0):
    _, best = _watch(scores, patience, lambda score, best: score - best > min_delta)
    return (-1 if best is None else best) + patience, best


@mistake(
    ko="한 에폭 일찍 멈춥니다. 향상이 없는 에폭을 patience만큼 세었나요?",
    en="It stops one epoch early. Are there `patience` epochs without an improvement by then?",
)
def stops_one_epoch_early(scores, patience, min_delta=0.0):
    return _watch(scores, max(patience - 1, 1), lambda score, best: score - best > min_delta)


@mistake(
    ko="멈춘 에폭이 아니라 지난 에폭의 개수입니다. 에폭은 0부터 셉니다.",
    en="The stop is the number of epochs run, not the epoch itself. From where do epochs count?",
    never_too=[True, False],
)
def epochs_run_counted(scores, patience, min_delta=0.0, *, never_too):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch + 1, best_epoch
    return len(scores) - (not never_too), best_epoch


@mistake(
    ko="한 번도 멈추지 않으면 마지막 에폭입니다. len(scores)나 0, −1은 마지막 에폭의 번호인가요?",
    en="Where nothing stops the training, is len(scores), 0 or -1 the number of the last epoch?",
    number=["length", "zero", "minus_one"],
)
def another_number_where_never_stopped(scores, patience, min_delta=0.0, *, number):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return {"length": len(scores), "zero": 0, "minus_one": -1}[number], best_epoch


@mistake(
    ko="min_delta를 최고 점수에서 뺐습니다. 최고보다 조금 낮은 점수도 향상인가요?",
    en="min_delta is taken off the best. Is a score a little below the best an improvement?",
)
def min_delta_with_the_wrong_sign(scores, patience, min_delta=0.0):
    return _watch(scores, patience, lambda score, best: score >= best - min_delta)


@mistake(
    ko="바로 앞 에폭보다 오르기만 하면 기다린 수가 0이 됩니다. 최고를 넘지 않아도 그런가요?",
    en="Any rise over the epoch before resets the wait. Does it, when it is not above the best?",
)
def any_rise_resets_the_wait(scores, patience, min_delta=0.0):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        elif epoch and score > scores[epoch - 1]:
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch


@mistake(
    ko="NaN이 나오면 곧바로 멈춥니다. NaN인 에폭은 향상이 없는 에폭 하나로 세지 않나요?",
    en="A NaN ends the training at once. Is it more than one epoch without an improvement?",
)
def stops_at_a_missing_score(scores, patience, min_delta=0.0):
    missing = np.flatnonzero(np.isnan(scores))
    stop, best = _watch(scores, patience, lambda score, best: score - best > min_delta)
    if missing.size and missing[0] < stop:
        seen = scores[: missing[0]]
        _, best = _watch(seen, patience, lambda score, best: score - best > min_delta)
        return int(missing[0]), best
    return stop, best


@mistake(
    ko="첫 점수를 최고로 두고, 그 에폭을 향상이 없는 에폭으로 또 셌습니다. 첫 에폭은 향상인가요?",
    en="The first score is the best, and its epoch counts as none. Is it an improvement?",
)
def first_epoch_counted_as_none(scores, patience, min_delta=0.0):
    best, best_epoch, waited = scores[0], 0, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch


@mistake(
    ko="점수의 이동평균을 보았습니다. 비교하는 것은 그 에폭의 점수 하나입니다.",
    en="A moving average of the scores is watched. Is a score not compared as it is?",
    window=[2, 3],
)
def moving_average_watched(scores, patience, min_delta=0.0, *, window):
    begins = (max(epoch + 1 - window, 0) for epoch in range(len(scores)))
    means = [np.mean(scores[begin : epoch + 1]) for epoch, begin in enumerate(begins)]
    return _watch(means, patience, lambda score, best: score - best > min_delta)


@mistake(
    ko="멈춘 에폭만 나옵니다. 돌려줄 것은 두 에폭입니다.",
    en="The stop alone comes back. Which second epoch is asked for?",
)
def best_epoch_not_returned(scores, patience, min_delta=0.0):
    return _watch(scores, patience, lambda score, best: score - best > min_delta)[0]


@mistake(
    ko="최댓값의 자리에 patience를 더했습니다. 그 전에 멈췄다면 그 최댓값을 볼 수 있었을까요?",
    en="The stop is the place of the maximum and `patience` more. Would training have got there?",
    missing=["largest", "skipped"],
)
def worked_out_from_the_maximum(scores, patience, min_delta=0.0, *, missing):
    last = len(scores) - 1
    if missing == "skipped" and np.isnan(scores).all():
        return last, None
    best = int(np.argmax(scores) if missing == "largest" else np.nanargmax(scores))
    return min(best + patience, last), best


@mistake(
    ko="최근 점수의 최고와 그 이전의 최고를 비교했습니다. 기다린 횟수를 세고 있나요?",
    en="The best of the last epochs is compared with the best before them. What is counted here?",
)
def last_epochs_against_all_before(scores, patience, min_delta=0.0):
    def best_until(end):
        known = scores[:end]
        return None if np.isnan(known).all() else int(np.nanargmax(known))

    for epoch in range(patience, len(scores)):
        recent = scores[epoch - patience + 1 : epoch + 1]
        before = scores[: epoch - patience + 1]
        if np.fmax.reduce(recent) <= np.fmax.reduce(before) + min_delta:
            return epoch, best_until(epoch + 1)
    return len(scores) - 1, best_until(len(scores))


@mistake(
    ko="첫 에폭만 보고 돌려줍니다. return은 반복문의 안과 밖 가운데 어디에 있나요?",
    en="It comes back after the first epoch. Does the return stand inside the loop, or after it?",
)
def returned_after_the_first_epoch(scores, patience, min_delta=0.0):
    return 0, None if np.isnan(scores[0]) else 0


@mistake(
    ko="같은 점수가 다시 나오면 최고 에폭이 뒤로 옮겨 갑니다. 같은 점수는 나아진 것인가요?",
    en="An equal score moves the best epoch on. Is an equal score an improvement?",
)
def best_epoch_the_last_of_equals(scores, patience, min_delta=0.0):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            best_epoch = epoch if score == best else best_epoch
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch
