# %% wrong: a gap of its own
# kind: public
# cause: constant
# about: gap|0\.1
MAX_GAP = 0.1  # 허용하는 차이


def diagnose_fit(train_error, validation_error, target_error, gap=MAX_GAP):
    if train_error > target_error:
        result = "underfit"
    elif validation_error - train_error > MAX_GAP:
        result = "overfit"
    else:
        result = "good"
    return result

# %% wrong: the names with -ing
# kind: public
# cause: unlisted
# about: label|name|spel|text|string|word|underfit
def diagnose_fit(train_error, validation_error, target_error, gap):
    high_bias = train_error > target_error
    high_variance = (validation_error - train_error) > gap
    if high_bias:
        return "underfitting"
    if high_variance:
        return "overfitting"
    return "good fit"

# %% wrong: Korean names
# kind: public
# cause: unlisted
# about: label|name|spel|text|string|word|underfit
def diagnose_fit(train_error, validation_error, target_error, gap):
    if train_error > target_error:
        return "과소적합"
    elif validation_error - train_error > gap:
        return "과대적합"
    else:
        return "적합"

# %% wrong: the ratio of the errors
# kind: plain
# cause: breakdown
# about: zero|divi|raise|breakdown
# about: ratio|divi|difference|relative|part of
def diagnose_fit(train_error, validation_error, target_error, gap):
    if train_error > target_error:
        return "underfit"
    if validation_error / train_error > 1 + gap:
        return "overfit"
    return "good"

# %% wrong: nothing is returned where all is well
# kind: plain
# cause: unlisted
# about: good|none|return|nothing
def diagnose_fit(train_error, validation_error, target_error, gap):
    if train_error > target_error:
        return "underfit"
    elif validation_error - train_error > gap:
        return "overfit"

# %% wrong: both errors have to be above the target
# kind: plain
# cause: unlisted
# about: both|validation|condition|training error
def diagnose_fit(train_error, validation_error, target_error, gap):
    if train_error > target_error and validation_error > target_error:
        return "underfit"
    if validation_error - train_error > gap:
        return "overfit"
    return "good"

# %% wrong: neither comparison is strict
# kind: composed
# cause: several
# about: equal|target|strict|compar
# about: equal|gap|exactly|compar
def diagnose_fit(train_error, validation_error, target_error, gap):
    if train_error >= target_error:
        return "underfit"
    if validation_error - train_error >= gap:
        return "overfit"
    return "good"

# %% wrong: the errors are rounded first
# kind: public
# cause: rounding
# about: round|digit
def diagnose_fit(train_error, validation_error, target_error, gap):
    tr = round(train_error, 1)
    va = round(validation_error, 1)
    print(f"train {tr} / val {va}")
    if tr > target_error:
        return "underfit"
    return "overfit" if va - tr > gap else "good"

# %% wrong: compared with the target, and the names exchanged
# kind: composed
# cause: several
# about: target|between|two errors|gap
# about: name|exchang|swap
def diagnose_fit(train_error, validation_error, target_error, gap):
    if train_error > target_error:
        return "overfit"
    if validation_error - target_error > gap:
        return "underfit"
    return "good"

# %% wrong: any gap is too much
# kind: plain
# cause: constant
# about: argument gap|(drop|replace|name_as)\w* gap\b|\b0\b|gap is left out
def diagnose_fit(train_error, validation_error, target_error, gap):
    if train_error > target_error:
        return "underfit"
    if validation_error > train_error:
        return "overfit"
    return "good"

# %% wrong: the validation error has to meet the target too
# kind: public
# cause: foreign_rule
# about: gap|target|validation|term with `train_error`, to be added or subtracted, is missing
class FitDiagnosis:
    def __init__(self, target):
        self.target = target

    def diagnose(self, tr, va):
        # 학습도 못 하면 과소적합, 학습만 잘하면 과적합
        if tr > self.target:
            return "underfit"
        elif va > self.target:
            return "overfit"
        return "good"


def diagnose_fit(train_error, validation_error, target_error, gap):
    return FitDiagnosis(target_error).diagnose(train_error, validation_error)

# %% wrong: overfitted only where the target is beaten
# kind: plain
# cause: edge
# about: equal|strict|<|compar|bound|target
def diagnose_fit(train_error, validation_error, target_error, gap):
    if train_error > target_error:
        return "underfit"
    elif train_error < target_error and validation_error - train_error > gap:
        return "overfit"
    return "good"

# %% wrong: overfitting is asked first, and by its size alone
# kind: composed
# cause: several
# about: first|order|before|question
# about: \babs|absolute|sign|below|smaller|\bsizes?\b
def diagnose_fit(train_error, validation_error, target_error, gap):
    if abs(train_error - validation_error) > gap:
        return "overfit"
    if train_error > target_error:
        return "underfit"
    return "good"

# %% wrong: a Python float is no array
# kind: public
# cause: raises
# about: always|raise|AttributeError|breakdown|float|array
def diagnose_fit(train_error, validation_error, target_error, gap):
    tr = train_error.mean()
    va = validation_error.mean()
    if tr > target_error:
        return "underfit"
    if va - tr > gap:
        return "overfit"
    return "good"

# %% wrong: the mean of both errors against the target
# kind: composed
# cause: foreign_rule
# about: \bmean\b|average|training error|target|validation
def diagnose_fit(train_error, validation_error, target_error, gap):
    mean = 0.5 * (train_error + validation_error)
    if mean > target_error:
        return "underfit"
    return "overfit" if validation_error - train_error > gap else "good"

# %% wrong: a target of its own
# kind: public
# cause: constant
# about: target_error|target|0\.1
ACCEPTABLE = 0.1


def check_bias(e):
    return e > ACCEPTABLE


def check_variance(e_tr, e_va, gap):
    return e_va - e_tr > gap


def diagnose_fit(train_error, validation_error, target_error, gap):
    if check_bias(train_error):
        return "underfit"
    if check_variance(train_error, validation_error, gap):
        return "overfit"
    return "good"

# %% wrong: a gap relative to the training error, that may not be reached
# kind: composed
# cause: several
# about: relative|part of|difference|ratio|multipl
# about: equal|exactly|compar|strict
def diagnose_fit(train_error, validation_error, target_error, gap):
    if train_error > target_error:
        return "underfit"
    if validation_error - train_error >= gap * train_error:
        return "overfit"
    return "good"

# %% wrong: accuracies, and the validation error against the target
# kind: public
# cause: several
# about: accurac|smaller the better|error|against|compar
# about: validation|training|which data
def diagnose_fit(train_error, validation_error, target_error, gap):
    # 성능이 기준보다 낮으면 과소적합
    if validation_error < target_error:
        state = "underfit"
    elif train_error - validation_error > gap:
        state = "overfit"
    else:
        state = "good"
    print("진단:", state)
    return state

# %% right: indexing a tuple by two truths
def diagnose_fit(train_error, validation_error, target_error, gap):
    fits = not train_error > target_error
    near = not validation_error - train_error > gap
    return ("underfit", "underfit", "overfit", "good")[2 * fits + near]

# %% right: match on a tuple
def diagnose_fit(train_error, validation_error, target_error, gap):
    match (train_error <= target_error, validation_error - train_error <= gap):
        case (False, _):
            return "underfit"
        case (_, False):
            return "overfit"
        case _:
            return "good"

# %% right: an enumeration, whose values are returned
from enum import Enum


class 상태(Enum):
    과소 = "underfit"
    과대 = "overfit"
    좋음 = "good"


def diagnose_fit(train_error, validation_error, target_error, gap):
    결과 = 상태.과소 if train_error > target_error else 상태.좋음
    if 결과 is 상태.좋음 and gap < validation_error - train_error:
        결과 = 상태.과대
    print(f"진단: {결과.name}")
    return 결과.value

# %% right: np.select
import numpy as np


def diagnose_fit(train_error, validation_error, target_error, gap):
    conditions = [np.greater(train_error, target_error), validation_error - train_error > gap]
    return str(np.select(conditions, ["underfit", "overfit"], default="good"))
