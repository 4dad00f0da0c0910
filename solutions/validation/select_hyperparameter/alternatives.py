import numpy as np


def all_models_kept(candidates, fit, score, train, validation, test):
    models = [fit(candidate, train) for candidate in candidates]
    best = int(np.argmax([score(model, validation) for model in models]))
    return [candidates[best], score(models[best], test)]


def sorted_then_fitted_again(candidates, fit, score, train, validation, test):
    def validated(candidate):
        return -score(fit(candidate, train), validation)

    winner = sorted(candidates, key=validated)[0]
    return winner, score(fit(winner, train), test)


def largest_pair(candidates, fit, score, train, validation, test):
    trained = ((candidate, fit(candidate, train)) for candidate in candidates)
    candidate, model = max(trained, key=lambda pair: score(pair[1], validation))
    return candidate, score(model, test)
