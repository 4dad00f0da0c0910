"""The file is never loaded."""

while True:
    pass
