"""As many dicts as may cross, each of which is walked through again for each mistake."""


def double(x):
    return [{"": None}] * 24_000
