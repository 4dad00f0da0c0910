# 그림: 여섯 가지 방법의 손실 (the loss of all six optimisers, step by step)
def draw_figure():
    import matplotlib.pyplot as plt
    import numpy as np

    curvature = np.array([1.0, 20.0])
    settings = {
        "sgd": {"lr": 0.04},
        "momentum": {"lr": 0.04, "beta": 0.8},
        "nesterov": {"lr": 0.04, "beta": 0.8},
        "adagrad": {"lr": 0.4, "eps": 1e-8},
        "rmsprop": {"lr": 0.05, "beta": 0.9, "eps": 1e-8},
        "adam": {"lr": 0.1, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8},
    }
    styles = ("C0-", "C1--", "C2:", "C3-.", "C4-", "C5--")
    paths = compare_optimizers(lambda w: curvature * w, np.array([-2.0, 1.0]), settings, 80)
    for (name, path), style in zip(paths.items(), styles):
        plt.semilogy(path**2 @ curvature / 2 + 1e-12, style, label=name)
    plt.xlabel("step")
    plt.ylabel("loss (logarithmic)")
    plt.legend()
    plt.show()


try:
    draw_figure()
except NotImplementedError:
    print("먼저 위의 함수를 완성하세요. (Write the functions above first.)")
