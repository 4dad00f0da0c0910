from functools import partial


def anonymous_function(loss, penalty):
    return lambda w: penalty(w) + loss(w)


def sum_of_the_terms(loss, penalty):
    terms = [loss, penalty]
    return lambda w: sum(term(w) for term in terms)


class _Total:
    def __init__(self, loss, penalty):
        self.loss = loss
        self.penalty = penalty

    def __call__(self, w):
        return self.loss(w) + self.penalty(w)


def callable_object(loss, penalty):
    return _Total(loss, penalty)


def _total(loss, penalty, w):
    return loss(w) + penalty(w)


def arguments_filled_in(loss, penalty):
    return partial(_total, loss, penalty)
