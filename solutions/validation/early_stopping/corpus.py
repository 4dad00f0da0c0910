# %% wrong: the well-known class, with ties as improvements and epochs from one
# kind: public
# cause: several
# about: equal|tie|improvement|compar|>=|<
# about: from 0|from one|count|number|epoch
class EarlyStopping:
    def __init__(self, patience=7, delta=0.0, verbose=False):
        self.patience = patience
        self.delta = delta
        self.verbose = verbose
        self.counter = 0
        self.best_score = None
        self.early_stop = False

    def __call__(self, score):
        if self.best_score is None:
            self.best_score = score
            return True
        elif not score >= self.best_score + self.delta:
            self.counter += 1
            if self.verbose:
                print(f"EarlyStopping counter: {self.counter} out of {self.patience}")
            if self.counter >= self.patience:
                self.early_stop = True
            return False
        else:
            self.best_score = score
            self.counter = 0
            return True


def early_stopping(scores, patience, min_delta=0.0):
    stopper = EarlyStopping(patience, min_delta)
    best_epoch = None
    for epoch, s in enumerate(scores, 1):
        if stopper(s):
            best_epoch = epoch
        if stopper.early_stop:
            return epoch, best_epoch
    return len(scores), best_epoch

# %% wrong: only clear drops count, and it waits one epoch more
# kind: composed
# cause: several
# about: drop|fell|fall|rise|min_delta|clear
# about: late|patience|>|compar|one epoch|one more
def early_stopping(scores, patience, min_delta=0.0):
    best, best_epoch, counter = float("-inf"), None, 0
    for epoch, score in enumerate(scores):
        if score > best:
            best, best_epoch, counter = score, epoch, 0
        elif not score >= best - min_delta:
            counter += 1
            if counter > patience:
                return epoch, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: a min_delta of its own
# kind: plain
# cause: constant
# about: min_delta|0\.001
import numpy as np


def early_stopping(scores, patience, min_delta=0.001):
    min_delta = 0.001
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: a patience of five
# kind: public
# cause: constant
# about: patience|\b5\b
PATIENCE = 5


class Stopper(object):
    def __init__(self, min_delta):
        self.max_patience = PATIENCE
        self.min_delta = min_delta
        self.best, self.best_epoch, self.wait = float("-inf"), None, 0

    def update(self, epoch, acc):
        if acc - self.best > self.min_delta:
            self.best = acc
            self.best_epoch = epoch
            self.wait = 0
        else:
            self.wait += 1
        return self.wait >= self.max_patience


def early_stopping(scores, patience, min_delta=0.0):
    es = Stopper(min_delta)
    for epoch in range(len(scores)):
        if es.update(epoch, scores[epoch]):
            print("early stop!")
            break
    return epoch, es.best_epoch

# %% wrong: min_delta is not used, and one epoch late
# kind: composed
# cause: several
# about: min_delta|smallest rise
# about: late|patience|>|compar|one epoch|count
def early_stopping(scores, patience, min_delta=0.0):
    best, best_epoch, waited = float("-inf"), None, 0
    for epoch, score in enumerate(scores):
        if score > best:
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited > patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: the best epoch is counted from one
# kind: plain
# cause: unlisted
# about: from 0|from one|count|number|best epoch|\+ 1|one too|off by one|index
import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch + 1, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: nanargmax has no answer where all are missing
# kind: plain
# cause: breakdown
# about: nan|missing|raise|ValueError|error|breakdown|\bsome\b
# about: maximum|highest|best epoch|min_delta|nan|breakdown
import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    best, waited = -np.inf, 0
    stop = len(scores) - 1
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, waited = score, 0
        else:
            waited += 1
        if waited == patience:
            stop = epoch
            break
    return stop, int(np.nanargmax(scores[: stop + 1]))

# %% wrong: epoch 0 where there is no best one
# kind: public
# cause: unlisted
# about: none|nan|\b0\b|initial|start|first|no score
def early_stopping(scores, patience, min_delta=0.0):
    max_acc = float("-inf")
    best_epoch = 0
    cnt = 0
    for i in range(len(scores)):
        acc = scores[i]
        if acc > max_acc + min_delta:
            max_acc = acc
            best_epoch = i
            cnt = 0
        else:
            cnt = cnt + 1
            if cnt >= patience:
                return i, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: any change above min_delta is an improvement
# kind: plain
# cause: unlisted
# about: \babs|absolute|fell|fall|drop|sign|rise|direction|better
import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if abs(score - best) > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: the last patience epochs against all before
# kind: public
# cause: foreign_rule
# about: min_delta|follow|best|window|slow|improve|nan|missing
import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    # 최근 patience개의 최고 점수와 그 이전의 최고 점수를 비교
    for e in range(patience, len(scores)):
        recent = np.nanmax(scores[e - patience + 1 : e + 1])
        before = np.nanmax(scores[: e - patience + 1])
        if recent <= before + min_delta:
            return e, int(np.nanargmax(scores[: e + 1]))
    if np.all(np.isnan(scores)):
        return len(scores) - 1, None
    return len(scores) - 1, int(np.nanargmax(scores))

# %% wrong: only the stop epoch
# kind: plain
# cause: unlisted
# about: part|short|\btwo\b|tuple|best epoch|returned|only|type
def early_stopping(scores, patience, min_delta=0.0):
    best, waited = float("-inf"), 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, waited = score, 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(scores) - 1

# %% wrong: scores are rounded to one digit first
# kind: public
# cause: rounding
# about: round|digit
import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    acc = np.round(scores, 1)
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, s in enumerate(acc):
        if s - best > min_delta:
            best, best_epoch, waited = s, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: an average of three epochs is watched
# kind: public
# cause: foreign_rule
# about: average|\bmean\b|smooth|score|compared|each epoch
import numpy as np


def smooth(x, k=3):
    return np.array([np.mean(x[max(0, i - k + 1) : i + 1]) for i in range(len(x))])


def early_stopping(scores, patience, min_delta=0.0):
    smoothed = smooth(scores)
    best = -np.inf
    best_epoch, bad = None, 0
    for i, v in enumerate(smoothed):
        if v - best > min_delta:
            best, best_epoch, bad = v, i, 0
        else:
            bad += 1
            if bad == patience:
                return i, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: min_delta is a part of the size of the best
# kind: composed
# cause: edge
# about: relative|difference|unit|part of|min_delta|multipl|\bsizes?\b
def early_stopping(scores, patience, min_delta=0.0):
    best, best_epoch, waited = None, None, 0
    for epoch, score in enumerate(scores):
        if score == score and (best is None or score > best + abs(best) * min_delta):
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: the return stands inside the loop
# kind: plain
# cause: unlisted
# about: return|loop|first|inside|indent|stop
import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch, waited = score, epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
        return epoch, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: lower is better, and the answers the other way round
# kind: composed
# cause: several
# about: better|lower|error|high|sign|loss
# about: order|swap|exchang|first|stop|which of the two
def early_stopping(scores, patience, min_delta=0.0):
    best_loss, best_epoch, waited = float("inf"), None, 0
    for epoch, loss in enumerate(scores):
        if loss < best_loss - min_delta:
            best_loss, best_epoch, waited = loss, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return best_epoch, epoch
    return best_epoch, len(scores) - 1

# %% wrong: an improvement takes one off the count
# kind: plain
# cause: unlisted
# about: reset|count|zero|wait|after a new best|initial
import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch = score, epoch
            waited = max(waited - 1, 0)
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: a patience of three, as in the example
# kind: plain
# cause: constant
# about: patience|\b3\b
import numpy as np


def early_stopping(scores, patience=3, min_delta=0.0):
    best, best_epoch = -np.inf, None
    no_improvement = 0
    for epoch, score in enumerate(scores):
        if score - best > min_delta:
            best, best_epoch = score, epoch
            no_improvement = 0
        else:
            no_improvement += 1
        if no_improvement == 3:
            return epoch, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: min_delta 1e-4 and no best epoch but the last
# kind: public
# cause: several
# about: min_delta
# about: best epoch|stop epoch|part|same|last|returned|swap|order|best_epoch
import numpy as np

MIN_DELTA = 1e-4


class EarlyStop:
    def __init__(self, patience):
        self.patience, self.num_bad = patience, 0
        self.best = -np.inf

    def is_over(self, metric):
        # 좋아졌는가?
        if metric > self.best + MIN_DELTA:
            self.best = metric
            self.num_bad = 0
            return False
        self.num_bad += 1
        return self.num_bad >= self.patience


def early_stopping(scores, patience, min_delta=0.0):
    es = EarlyStop(patience)
    last = 0
    for last, s in enumerate(scores):
        if es.is_over(s):
            break
    return last, last

# %% wrong: the best starts at zero, and ties count
# kind: public
# cause: several
# about: negative|start|initial|zero
# about: equal|tie|bar|>=|compar
def early_stopping(scores, patience, min_delta=0.0):
    best_acc = 0.0
    best_epoch = None
    trigger_times = 0
    for epoch in range(len(scores)):
        current = scores[epoch]
        if current >= best_acc + min_delta:
            best_acc = current
            best_epoch = epoch
            trigger_times = 0
        else:
            trigger_times += 1
            print("trigger times:", trigger_times)
            if trigger_times >= patience:
                print("Early stopping!")
                return epoch, best_epoch
    return len(scores) - 1, best_epoch

# %% wrong: the count never starts again, and epochs from one
# kind: composed
# cause: several
# about: reset|count|after a new best|start
# about: from 0|from one|number are epochs|from which|\+ 1|epoch
import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    best, best_epoch, waited = -np.inf, None, 0
    for epoch, score in enumerate(scores, start=1):
        if score - best > min_delta:
            best, best_epoch = score, epoch
        else:
            waited += 1
        if waited == patience:
            return epoch, best_epoch
    return len(scores), best_epoch

# %% wrong: missing scores are passed over, and the best is that of the maximum
# kind: public
# cause: several
# about: skip|nan|missing|passed over
# about: maximum|highest|best epoch|min_delta
import numpy as np


class Monitor:
    def __init__(self, patience, min_delta):
        self.patience, self.min_delta = patience, min_delta
        self.history = []
        self.bad, self.best = 0, -np.inf

    def add(self, value):
        self.history.append(value)
        if np.isnan(value):
            return False
        if value > self.best + self.min_delta:
            self.best, self.bad = value, 0
        else:
            self.bad += 1
        return self.bad >= self.patience

    @property
    def best_epoch(self):
        # 지금까지 가장 높은 점수의 에폭
        return None if np.all(np.isnan(self.history)) else int(np.nanargmax(self.history))


def early_stopping(scores, patience, min_delta=0.0):
    m = Monitor(patience, min_delta)
    for e, s in enumerate(scores):
        if m.add(s):
            break
    return e, m.best_epoch

# %% right: recursion on the rest of the scores
def early_stopping(scores, patience, min_delta=0.0):
    def watch(epoch, best, best_epoch, waited):
        if waited == patience:
            return epoch - 1, best_epoch
        if epoch == len(scores):
            return epoch - 1, best_epoch
        score = scores[epoch]
        if score - best > min_delta:
            return watch(epoch + 1, score, epoch, 0)
        return watch(epoch + 1, best, best_epoch, waited + 1)

    return watch(0, float("-inf"), None, 0)

# %% right: a Keras-like callback
import math


class EarlyStopping:
    def __init__(self, patience: int, min_delta: float) -> None:
        self.patience, self.min_delta = patience, min_delta
        self.wait, self.stopped_epoch = 0, None
        self.best, self.best_epoch = -math.inf, None

    def on_epoch_end(self, epoch: int, current: float) -> bool:
        self.wait += 1
        if math.isnan(current):
            pass
        elif current - self.min_delta > self.best:
            self.best, self.best_epoch, self.wait = current, epoch, 0
        if self.wait >= self.patience:
            self.stopped_epoch = epoch
        return self.stopped_epoch is not None


def early_stopping(scores, patience, min_delta=0.0):
    callback = EarlyStopping(patience, min_delta)
    for epoch, value in enumerate(scores.astype(float).tolist()):
        if callback.on_epoch_end(epoch, value):
            break
    return (epoch, callback.best_epoch)

# %% right: the distance from the last improvement
import numpy as np


def early_stopping(scores, patience, min_delta=0.0):
    값 = np.where(np.isnan(scores), -np.inf, scores)
    최고, 위치 = -np.inf, None
    for 에폭 in range(len(값)):
        if 값[에폭] > 최고 + min_delta:
            최고, 위치 = 값[에폭], 에폭
        마지막 = -1 if 위치 is None else 위치
        if 에폭 - 마지막 >= patience:
            return 에폭, 위치
    return len(값) - 1, 위치

# %% right: negative losses and a while loop
def early_stopping(scores, patience, min_delta=0.0):
    lowest = float("inf")
    best_epoch = None
    i, left = 0, patience
    while i < len(scores) and left > 0:
        loss = -scores[i]
        if lowest - loss > min_delta:
            lowest, best_epoch, left = loss, i, patience
        else:
            left -= 1
        i += 1
    return i - 1, best_epoch
