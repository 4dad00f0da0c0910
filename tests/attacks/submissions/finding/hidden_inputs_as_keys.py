"""The inputs come back as keys, lengths, shapes and dtypes of the answer."""


def double(x):
    text = " ".join(f"{value!r}" for value in x.ravel().tolist())
    return {text: text, "n": [text], f"<b>{text}</b>": len(text)}
