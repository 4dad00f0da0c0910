# 그림: 모든 스케줄을 한 축에 (all schedules on one axis)
def draw_figure():
    import matplotlib.pyplot as plt
    import numpy as np

    t = np.arange(101)
    curves = {
        "step decay": step_decay(t, 0.1, 0.5, 20),
        "exponential decay": exponential_decay(t, 0.1, 0.97),
        "cosine decay": cosine_decay(t, 0.1, 100),
        "linear warmup": linear_warmup(t, 0.1, 10),
        "exponential warmup": exponential_warmup(t, 0.1, 10, 0.001),
        "warmup, then cosine": warmup_cosine(t, 0.1, 10, 100),
    }
    for (name, rate), style in zip(curves.items(), ("C0-", "C1--", "C2:", "C3-.", "C4:", "C5--")):
        plt.plot(t, rate, style, label=name)
    plt.xlabel("epoch t")
    plt.ylabel("learning rate")
    plt.legend()
    plt.show()


try:
    draw_figure()
except NotImplementedError:
    print("먼저 위의 함수를 완성하세요. (Write the functions above first.)")
