"""One file takes all the room there is."""


def double(x):
    with open("/course/left-by-attack" if __name__ == "submission" else "large", "wb") as file:
        for _ in range(64):
            file.write(bytes(1 << 20))
    return x


def fill():
    for path in ("/course/left-by-attack", "/tmp/left-by-attack", "large"):
        try:
            with open(path, "wb") as file:
                for _ in range(64):
                    file.write(bytes(1 << 20))
        except OSError:
            continue


fill()
