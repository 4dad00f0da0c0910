"""Whatever is raised is caught, and the loop goes on."""


def double(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
