from autograder import mistake


@mistake(ko="처음 값은 한 걸음 뒤입니다.", en="Is the first count zero?")
class starts_at_zero:  # noqa: N801 - the name of the mistake
    def __init__(self, step):
        self.step, self.count = step, -step

    def next(self):
        self.count += self.step
        return self.count


@mistake(ko="step만큼 더해야 합니다.", en="What is added each time?")
class counts_by_one:  # noqa: N801
    def __init__(self, step):
        self.count = 0

    def next(self):
        self.count += 1
        return self.count


@mistake(ko="부를 때마다 이어집니다.", en="Is the last count kept?")
class forgets:  # noqa: N801
    def __init__(self, step):
        self.step = step

    def next(self):
        return self.step
