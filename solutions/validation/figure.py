# 그림: 검증 정확도가 더 오르지 않으면 멈춘다 (stop when the validation accuracy rises no more)
def draw_figure():
    import matplotlib.pyplot as plt
    import numpy as np

    epoch = np.arange(40)
    rng = np.random.default_rng(3)
    training = 1 - 0.5 * np.exp(-epoch / 8)
    validation = 0.85 - 0.35 * np.exp(-epoch / 5) - 0.004 * epoch + 0.008 * rng.normal(size=40)
    stop, best = early_stopping(list(validation), 5)
    plt.plot(epoch, training, "0.6", linestyle="--", label="training")
    plt.plot(epoch, validation, "C0o-", markersize=4, label="validation")
    plt.axvline(best, color="C2", linestyle=":", label=f"best epoch {best}")
    plt.axvline(stop, color="C3", linestyle="-.", label=f"stopped at {stop}")
    plt.xlabel("epoch")
    plt.ylabel("accuracy")
    plt.legend()
    plt.show()


try:
    draw_figure()
except NotImplementedError:
    print("먼저 위의 함수를 완성하세요. (Write the functions above first.)")
