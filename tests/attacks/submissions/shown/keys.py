"""The markup is in the keys and texts of the answer."""

SCRIPT = "<script>alert(1)</script>\x1b[2J"


def double(x):
    return {SCRIPT: SCRIPT, f"{SCRIPT}2": [SCRIPT] * 3}
