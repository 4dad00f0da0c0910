"""The answer is changed by a thread while it is being packed."""

import threading


def double(x):
    answer = {str(n): [1.0] * 20 for n in range(1000)}

    def change():
        number = 0
        while True:
            answer[f"new{number}"] = object()
            answer.pop(f"new{number - 1}", None)
            number += 1

    threading.Thread(target=change, daemon=True).start()
    return answer
