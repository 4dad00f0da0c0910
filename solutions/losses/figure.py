# 그림: 정답이 1일 때와 0일 때의 손실 (the loss where the truth is 1, and where it is 0)
def draw_figure():
    import matplotlib.pyplot as plt
    import numpy as np

    logits = np.linspace(-6, 6, 121)
    losses = {
        truth: [binary_cross_entropy(np.array([z]), np.array([truth])) for z in logits]
        for truth in (1.0, 0.0)
    }
    plt.plot(logits, sigmoid(logits), "k:", label="sigmoid: the probability of 1")
    plt.plot(logits, losses[1.0], "C0-", label="loss, truth 1")
    plt.plot(logits, losses[0.0], "C1--", label="loss, truth 0")
    plt.xlabel("logit")
    plt.ylabel("probability, loss")
    plt.legend()
    plt.show()


try:
    draw_figure()
except NotImplementedError:
    print("먼저 위의 함수를 완성하세요. (Write the functions above first.)")
