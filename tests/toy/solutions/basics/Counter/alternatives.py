import itertools


class Lazy:
    def __init__(self, step):
        self.counts = itertools.count(step, step)

    def next(self):
        return next(self.counts)


class Multiplies:
    def __init__(self, step):
        self.step, self.times = step, 0

    def next(self):
        self.times += 1
        return self.times * self.step
