"""Pictures, tables and texts are displayed without end."""

from IPython.display import Image, display

for _ in range(2000):
    display("x" * 10_000)
    display(Image(data=b"\x89PNG\r\n\x1a\n" + bytes(10**6)))
print("x" * 2_000_000)


def double(x):
    return x
