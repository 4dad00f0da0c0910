# %% wrong: chosen by validation and test together
# kind: plain
# cause: unlisted
# about: test
def select_hyperparameter(candidates, fit, score, train, validation, test):
    best, best_value, best_model = None, float("-inf"), None
    for candidate in candidates:
        model = fit(candidate, train)
        value = (score(model, validation) + score(model, test)) / 2
        if value > best_value:
            best, best_value, best_model = candidate, value, model
    return best, score(best_model, test)

# %% wrong: the best starts at minus one
# kind: public
# cause: edge
# about: initial|start|negative|first|best_starts|raises TypeError for some inputs
def select_hyperparameter(candidates, fit, score, train, validation, test):
    best_acc = -1
    best_param = None
    best_model = None
    for param in candidates:
        model = fit(param, train)
        acc = score(model, validation)
        print("param:", param, "val acc:", acc)
        if acc > best_acc:
            best_acc = acc
            best_param = param
            best_model = model
    # 최종 테스트
    return best_param, score(best_model, test)

# %% wrong: the last of equals wins, and the best starts at zero
# kind: composed
# cause: several
# about: equal|first|tie|same|>=|compar
# about: negative|start|initial|zero
def select_hyperparameter(candidates, fit, score, train, validation, test):
    best, best_score = candidates[0], 0
    for c in candidates:
        s = score(fit(c, train), validation)
        if s >= best_score:
            best, best_score = c, s
    return best, score(fit(best, train), test)

# %% wrong: the smallest absolute value is the best
# kind: public
# cause: foreign_rule
# about: lowest|small|\babs|absolute|sign|high|error|against|compar
def select_hyperparameter(candidates, fit, score, train, validation, test):
    # 오차가 가장 작은 하이퍼파라미터 찾기
    errors = {}
    models = {}
    for c in candidates:
        models[c] = fit(c, train)
        errors[c] = abs(score(models[c], validation))
    best = min(errors, key=errors.get)
    return best, score(models[best], test)

# %% wrong: the place goes into fit
# kind: plain
# cause: breakdown
# about: candidate|place|index|KeyError|raise|error|breakdown
def select_hyperparameter(candidates, fit, score, train, validation, test):
    best, best_score, best_model = None, float("-inf"), None
    for i in range(len(candidates)):
        model = fit(i, train)
        value = score(model, validation)
        if value > best_score:
            best, best_score, best_model = candidates[i], value, model
    return best, score(best_model, test)

# %% wrong: the test score with one digit
# kind: public
# cause: rounding
# about: round|digit
def select_hyperparameter(candidates, fit, score, train, validation, test):
    results = []
    for h in candidates:
        results.append(score(fit(h, train), validation))
    best_idx = results.index(max(results))
    best_h = candidates[best_idx]
    final = fit(best_h, train)
    test_acc = round(score(final, test), 1)
    print(f"best: {best_h}, test accuracy: {test_acc}")
    return best_h, test_acc

# %% wrong: the score before the candidate
# kind: plain
# cause: unlisted
# about: order|swap|exchang|returned|candidate
def select_hyperparameter(candidates, fit, score, train, validation, test):
    models = [fit(c, train) for c in candidates]
    values = [score(m, validation) for m in models]
    best = values.index(max(values))
    return score(models[best], test), candidates[best]

# %% wrong: a dictionary from scores to candidates keeps the last of equals
# kind: public
# cause: edge
# about: equal|first|tie|same|\blast\b
def select_hyperparameter(candidates, fit, score, train, validation, test):
    table = {}
    for lam in candidates:
        table[score(fit(lam, train), validation)] = lam
    best = table[max(table)]
    return best, score(fit(best, train), test)

# %% wrong: trained again on more data, and the last of equals
# kind: composed
# cause: several
# about: again|refit|more data|validation data|learn|train
# about: equal|first|tie|same|>=|compar
import numpy as np


def select_hyperparameter(candidates, fit, score, train, validation, test):
    best, top = None, -np.inf
    for candidate in candidates:
        value = score(fit(candidate, train), validation)
        if value >= top:
            best, top = candidate, value
    final = fit(best, np.vstack([train, validation]))
    return best, score(final, test)

# %% wrong: the test score is printed, and asked for again
# kind: public
# cause: unlisted
# about: once|twice|test|times|many
import numpy as np


def select_hyperparameter(candidates, fit, score, train, validation, test):
    val_scores = np.zeros(len(candidates))
    for i, c in enumerate(candidates):
        val_scores[i] = score(fit(c, train), validation)
    best = candidates[int(np.argmax(val_scores))]
    clf = fit(best, train)
    print("test score:", score(clf, test))
    return best, score(clf, test)

# %% wrong: the candidates are used up
# kind: plain
# cause: inputs_or_dtype
# about: in place|inputs|chang|list|pop|earlier call|candidates
def select_hyperparameter(candidates, fit, score, train, validation, test):
    best = candidates.pop(0)
    model = fit(best, train)
    top = score(model, validation)
    while candidates:
        other = candidates.pop(0)
        challenger = fit(other, train)
        value = score(challenger, validation)
        if value > top:
            best, model, top = other, challenger, value
    return best, score(model, test)

# %% wrong: of equals the smallest number
# kind: plain
# cause: foreign_rule
# about: equal|first|tie|same|small
def select_hyperparameter(candidates, fit, score, train, validation, test):
    values = {c: score(fit(c, train), validation) for c in candidates}
    best = sorted(candidates, key=lambda c: (-values[c], c))[0]
    return best, score(fit(best, train), test)

# %% wrong: an improvement has to be a tenth
# kind: composed
# cause: unlisted
# about: 0\.1|improve|margin|constant|threshold|more than|added|number|equal|compar|small
MIN_GAIN = 0.1


def select_hyperparameter(candidates, fit, score, train, validation, test):
    best_candidate, best_model, best_score = None, None, float("-inf")
    for candidate in candidates:
        model = fit(candidate, train)
        value = score(model, validation)
        if value > best_score + MIN_GAIN:
            best_candidate, best_model, best_score = candidate, model, value
    return best_candidate, score(best_model, test)

# %% wrong: the search ends at the first worse score
# kind: public
# cause: unlisted
# about: break|loop|stop|all candidates|every|\bends?\b|early
def select_hyperparameter(candidates, fit, score, train, validation, test):
    best_model = fit(candidates[0], train)
    best_score = score(best_model, validation)
    best = candidates[0]
    for c in candidates[1:]:
        m = fit(c, train)
        s = score(m, validation)
        if s < best_score:
            break  # 더 나빠지면 그만
        if s > best_score:
            best, best_model, best_score = c, m, s
    return best, score(best_model, test)

# %% wrong: a grid of its own
# kind: composed
# cause: constant
# about: candidates|grid|list|KeyError|always|raise|breakdown
GRID = [0.001, 0.01, 0.1]


def select_hyperparameter(candidates, fit, score, train, validation, test):
    models = {c: fit(c, train) for c in GRID}
    best = max(GRID, key=lambda c: score(models[c], validation))
    return best, score(models[best], test)

# %% wrong: a grid search that starts at zero and trains the winner again
# kind: public
# cause: several
# about: negative|start|initial|zero
# about: again|refit|more data|validation data|learn|train
import numpy as np


class GridSearch:
    def __init__(self, fit_fn, score_fn, param_grid):
        self.fit_fn, self.score_fn, self.param_grid = fit_fn, score_fn, param_grid
        self.best_params_ = param_grid[0]
        self.best_score_ = 0

    def fit(self, X_train, X_val):
        for params in self.param_grid:
            model = self.fit_fn(params, X_train)
            s = self.score_fn(model, X_val)
            print(f"{params}: {s:.4f}")
            if s > self.best_score_:
                self.best_score_ = s
                self.best_params_ = params
        # refit
        self.best_model_ = self.fit_fn(self.best_params_, np.concatenate((X_train, X_val)))
        return self


def select_hyperparameter(candidates, fit, score, train, validation, test):
    gs = GridSearch(fit, score, candidates).fit(train, validation)
    return gs.best_params_, score(gs.best_model_, test)

# %% wrong: the validation score, with one digit
# kind: composed
# cause: several
# about: validation score|chosen by|which data|final|test
# about: round|digit
def select_hyperparameter(candidates, fit, score, train, validation, test):
    scores = [score(fit(c, train), validation) for c in candidates]
    best = max(scores)
    return candidates[scores.index(best)], round(best, 1)

# %% wrong: the place of the lowest score
# kind: composed
# cause: several
# about: place|position|index|candidate itself
# about: lowest|error|high|\bmax|\bmin|argm(in|ax)
import numpy as np


def select_hyperparameter(candidates, fit, score, train, validation, test):
    models = [fit(c, train) for c in candidates]
    k = int(np.argmin([score(m, validation) for m in models]))
    return k, score(models[k], test)

# %% right: max with a key takes the first of equals
def select_hyperparameter(candidates, fit, score, train, validation, test):
    winner = max(candidates, key=lambda c: score(fit(c, train), validation))
    return winner, score(fit(winner, train), test)

# %% right: errors, the smallest of which wins
import numpy as np


def select_hyperparameter(candidates, fit, score, train, validation, test):
    models = list(map(lambda c: fit(c, train), candidates))
    losses = np.array([-score(model, validation) for model in models])
    k = int(losses.argmin())
    return [candidates[k], score(models[k], test)]

# %% right: recursion over the candidates
def select_hyperparameter(candidates, fit, score, train, validation, test):
    def better(i, best):
        if i == len(candidates):
            return best
        model = fit(candidates[i], train)
        mine = (score(model, validation), candidates[i], model)
        return better(i + 1, mine if best is None or mine[0] > best[0] else best)

    _, candidate, model = better(0, None)
    return candidate, score(model, test)

# %% right: a class that keeps a table, in Korean
class 탐색:
    def __init__(self, 학습, 점수):
        self.학습, self.점수 = 학습, 점수
        self.기록 = []

    def 시도(self, 후보, train, validation):
        모델 = self.학습(후보, train)
        self.기록.append((후보, 모델, self.점수(모델, validation)))

    def 최고(self):
        # 같은 점수면 먼저 나온 것
        순서 = sorted(range(len(self.기록)), key=lambda i: self.기록[i][2], reverse=True)
        return self.기록[순서[0]]


def select_hyperparameter(candidates, fit, score, train, validation, test):
    s = 탐색(fit, score)
    for 후보 in list(candidates):
        s.시도(후보, train, validation)
    후보, 모델, 값 = s.최고()
    print(f"{후보=} {값=:.3f}")
    return 후보, score(모델, test)
