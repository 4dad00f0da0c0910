# 그림: 같은 데이터, 세 가지 배치 크기 (the same data, three batch sizes)
def draw_figure():
    import matplotlib.pyplot as plt
    import numpy as np

    rng = np.random.default_rng(7)
    X = rng.normal(size=(60, 2))
    y = X @ np.array([2.0, -1.0]) + rng.normal(size=60)
    orders = np.array([rng.permutation(60) for _ in range(12)])
    for (name, size), style in zip(
        {"batch": 60, "mini-batch": 12, "stochastic": 1}.items(), ("C0o-", "C1s--", "C2^:")
    ):
        path = train_linear_regression(X, y, np.zeros(2), 0.05, size, orders)
        plt.plot([np.mean((X @ w - y) ** 2) for w in path], style, label=name)
    plt.xlabel("epoch")
    plt.ylabel("mean squared error")
    plt.legend()
    plt.show()


try:
    draw_figure()
except NotImplementedError:
    print("먼저 위의 함수를 완성하세요. (Write the functions above first.)")
