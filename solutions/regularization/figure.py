# 그림: 세기가 커질수록 작아지는 가중치 (the weights shrink as lambda grows)
def draw_figure():
    import matplotlib.pyplot as plt
    import numpy as np

    rng = np.random.default_rng(5)
    X = rng.normal(size=(30, 4))
    y = X @ np.array([2.0, -1.0, 0.5, 0.0]) + 0.3 * rng.normal(size=30)
    lams = [2.0**k for k in range(-8, 7)]
    path = ridge_path(X, y, lams)
    for weights, style in zip(path.T, ("C0-", "C1--", "C2:", "C3-.")):
        plt.semilogx(lams, weights, style)
    plt.semilogx(
        lams, [l2_norm(w) for w in path], "k-", linewidth=2, label="L2 norm of all weights"
    )
    plt.xlabel("lambda (logarithmic)")
    plt.ylabel("weight")
    plt.legend()
    plt.show()


try:
    draw_figure()
except NotImplementedError:
    print("먼저 위의 함수를 완성하세요. (Write the functions above first.)")
