# %% wrong: an e-th in the place of the half
# kind: plain
# cause: foreign_rule
# about: half|2\b|\be\b|divid|number
import math


def half_life(schedule, lr0, horizon):
    for t in range(horizon + 1):
        if schedule(t) <= lr0 / math.e:
            return t
    return None

# %% wrong: the half of 0.1
# kind: public
# cause: constant
# about: lr0|0\.05|0\.1\b|half of
BASE_LR = 0.1


def half_life(schedule, lr0, horizon):
    target = BASE_LR * 0.5
    for epoch in range(0, horizon + 1):
        lr = schedule(epoch)
        print(f"epoch {epoch}: lr={lr:.5f}")
        if lr <= target:
            return epoch
    return None

# %% wrong: less than half, and before the horizon
# kind: composed
# cause: several
# about: exactly|half itself|<|strict|equal|compar
# about: horizon|range|end|last
def half_life(schedule, lr0, horizon):
    for t in range(horizon):
        if schedule(t) < lr0 / 2:
            return t
    return None

# %% wrong: half of the first rate, and -1 for none
# kind: composed
# cause: several
# about: half of|first rate|lr0|begin
# about: none|-1
def half_life(schedule, lr0, horizon):
    half = 0.5 * schedule(0)
    found = [t for t in range(horizon + 1) if schedule(t) <= half]
    return found[0] if found else -1

# %% wrong: the search does not stop at the horizon
# kind: public
# cause: breakdown
# about: rais|error|IndexError|horizon|none|end
def half_life(schedule, lr0, horizon):
    t = 0
    lr = schedule(t)
    while lr > lr0 / 2:
        t += 1
        lr = schedule(t)
    return t

# %% wrong: the formula of physics, from the first two rates
# kind: public
# cause: foreign_rule
# about: log|formula|search|schedule|rate|rises?|first|some|gamma
import math


def half_life(schedule, lr0, horizon):
    first, second = schedule(0), schedule(1)
    if first <= 0 or second >= first:
        return None
    gamma = second / first
    # 반감기 = ln(1/2) / ln(gamma)
    t = math.ceil(math.log(0.5) / math.log(gamma))
    return t if t <= horizon else None

# %% wrong: the epoch whose rate is closest to the half
# kind: plain
# cause: unlisted
# about: first|<=|at most|below|close|near|compar|equal|smallest|none
def half_life(schedule, lr0, horizon):
    return min(range(horizon + 1), key=lambda t: abs(schedule(t) - lr0 / 2))

# %% wrong: the half has to be passed from above
# kind: plain
# cause: edge
# about: begin|t = 0|zero|start|low|first|1\b|one
def half_life(schedule, lr0, horizon):
    before = lr0
    for t in range(horizon + 1):
        now = schedule(t)
        if t > 0 and before > lr0 / 2 >= now:
            return t
        before = now
    return None

# %% wrong: the last epoch that is low, compared with 0.5
# kind: composed
# cause: several
# about: last|first|search|order
# about: 0\.5|half of|lr0
def half_life(schedule, lr0, horizon):
    answer = None
    for t in range(horizon + 1):
        if schedule(t) <= 0.5:
            answer = t
    return answer

# %% wrong: the schedule is read like a list
# kind: public
# cause: raises
# about: rais|error|TypeError|call|function|subscript
def half_life(schedule, lr0, horizon):
    lrs = schedule
    for i in range(horizon + 1):
        if lrs[i] <= lr0 / 2:
            return i
    return None

# %% wrong: compared after rounding to two digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
def half_life(schedule, lr0, horizon):
    for t in range(horizon + 1):
        if round(schedule(t), 2) <= round(lr0 / 2, 2):
            return t
    return None

# %% wrong: counts all epochs above the half, wherever they are
# kind: public
# cause: unlisted
# about: first|count|rises?|number of|wherever|search|all
import numpy as np


def half_life(schedule, lr0, horizon):
    lrs = np.array([schedule(e) for e in range(horizon + 1)])
    n_above = int(np.sum(lrs > lr0 / 2))
    if n_above == horizon + 1:
        return None
    return n_above

# %% wrong: 0 where there is none, as argmax has it
# kind: plain
# cause: unlisted
# about: none|0\b|zero|nothing
import numpy as np


def half_life(schedule, lr0, horizon):
    low = [schedule(t) <= lr0 / 2 for t in range(horizon + 1)]
    return int(np.argmax(low))

# %% right: a while loop with else
def half_life(schedule, lr0, horizon):
    t = 0
    while t <= horizon:
        if schedule(t) / lr0 <= 0.5:
            break
        t += 1
    else:
        return None
    return t

# %% right: recursion
def half_life(schedule, lr0, horizon, t=0):
    if t > horizon:
        return None
    return t if schedule(t) <= lr0 / 2 else half_life(schedule, lr0, horizon, t + 1)

# %% right: the smallest of a set, Korean names
def half_life(schedule, lr0, horizon):
    절반_이하 = {에폭 for 에폭 in range(horizon + 1) if not schedule(에폭) > lr0 / 2}
    return min(절반_이하, default=None)

# %% right: an exception ends the search
class Found(Exception):
    pass


def look(schedule, limit, t):
    if schedule(t) <= limit:
        raise Found(t)


def half_life(schedule, lr0, horizon):
    try:
        for t in [*range(horizon), horizon]:
            look(schedule, lr0 * 0.5, t)
    except Found as found:
        print(f"half of {lr0} at {found}")
        return found.args[0]

# %% wrong: nothing is returned after the loop's first look
# kind: plain
# cause: unlisted
# about: return|loop|none|first|0\b|search|later|rest
def half_life(schedule, lr0, horizon):
    for t in range(horizon + 1):
        if schedule(t) <= lr0 / 2:
            return t
        return None

# %% wrong: the number after it, and the horizon for none
# kind: composed
# cause: several
# about: count|number|one|from 0|\+ 1
# about: none|horizon
def half_life(schedule, lr0, horizon):
    count = 0
    for t in range(horizon + 1):
        count += 1
        if schedule(t) <= lr0 / 2:
            return count
    return horizon
