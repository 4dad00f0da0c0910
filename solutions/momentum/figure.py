# 그림: 골짜기의 세 경로와 오버슈팅 (three paths in a ravine, and how far each overshoots)
def draw_figure():
    import matplotlib.pyplot as plt
    import numpy as np

    curvature = np.array([1.0, 20.0])
    paths = compare_momentum(lambda w: curvature * w, np.array([-2.0, 1.0]), 0.04, 0.8, 40)
    x, y = np.meshgrid(np.linspace(-2.4, 1.2, 80), np.linspace(-1.2, 1.3, 80))
    plt.contour(x, y, curvature[0] * x**2 / 2 + curvature[1] * y**2 / 2, 12, colors="0.85")
    for (name, path), style in zip(paths.items(), ("C0o-", "C1s--", "C2^:")):
        far = overshoot(path[:, 0], 0.0)
        plt.plot(*path.T, style, markersize=4, label=f"{name}, overshoot {far:.2f}")
    plt.xlabel("w1")
    plt.ylabel("w2")
    plt.legend()
    plt.show()


try:
    draw_figure()
except NotImplementedError:
    print("먼저 위의 함수를 완성하세요. (Write the functions above first.)")
