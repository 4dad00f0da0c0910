r"""# 경사 하강법의 한 걸음

기울기(gradient)는 손실이 가장 빨리 커지는 쪽을 가리킵니다. 그래서 반대쪽으로 한 걸음 갑니다. 얼마나 멀리 갈지는 학습률(learning rate)이 정합니다. 가파른 곳에서는 걸음이 길고, 평평한 곳에서는 짧습니다.

    w ← w - η g

`gradient_step(w, grad, lr)` 함수를 완성하세요.

- `w`와 `grad`(g)는 모양(shape)이 같고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 모양은 무엇이든 됩니다. 결과는 같은 dtype을 유지합니다.
- `lr`(η)은 0보다 큰 파이썬 숫자입니다.
- 한 걸음 옮긴 다음의 파라미터를 돌려줍니다.
- 입력은 하나도 바꾸지 않습니다. 걸음을 옮긴 뒤에도 `w`에는 원래 값이 그대로 있어야 합니다.

규칙. 기울기를 그대로 씁니다. 길이를 1로 맞추거나(normalise) 잘라 내지(clip) 않고, 모멘텀(momentum)도 없습니다. 다른 설정을 주지 않은 `torch.optim.SGD`가 같은 걸음을 옮기지만, 그 결과를 파라미터에 덮어씁니다. 여기서는 새 배열을 돌려줍니다.

손으로 해 보기. w = 1, g = 2, η = 0.1이면 w = 1 - 0.1·2 = 0.8입니다.

그림은 가로 방향보다 세로 방향이 여덟 배 가파른 골짜기입니다. η = 0.2이면 세로로는 걸음마다 반대편으로 넘어가 거리가 1 - 0.2·8 = -0.6배가 되고, 가로로는 남은 거리가 1 - 0.2·1 = 0.8배가 됩니다.

강의에서(13): 배치, 미니 배치, 확률적 경사 하강법은 모두 이 걸음을 옮깁니다. 다른 것은 g를 어떤 데이터로 계산하느냐뿐입니다.

확인: autograder check gradient_step

------------------------------------------------------------------------------

# One step of gradient descent

The gradient points to where the loss grows fastest, so a step goes the other way. The learning rate says how far: the step is long where the slope is steep, and short where it is flat.

    w ← w - η g

Write `gradient_step(w, grad, lr)`.

- `w` and `grad` (g) are float32 or float64 arrays of one shape, any shape with at least one entry, or Python floats; the result keeps the dtype.
- `lr` (η) is a positive Python number.
- Return the parameters after the step.
- Change none of the inputs: what was in `w` before is still there after.

Convention. The gradient is used as it is: neither normalised to length 1 nor clipped, and without momentum. `torch.optim.SGD` without further settings takes the same step, but writes the result into the parameters; here it is a new array.

By hand. From w = 1 with g = 2 and η = 0.1: w = 1 - 0.1·2 = 0.8.

The picture shows a bowl that is eight times as steep across as along. Across, each step with η = 0.2 goes from one side to the other, 1 - 0.2·8 = -0.6 times as far out; along, 1 - 0.2·1 = 0.8 of the distance is left.

From the lecture (13): batch, mini-batch and stochastic gradient descent all take this step. They differ only in the data from which g is computed.

Check: autograder check gradient_step
"""

import numpy as np


def gradient_step(w, grad, lr):
    """One step of gradient descent.

    w <- w - lr*grad

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        grad: gradient at w, like w.
        lr: learning rate, a number above 0.

    Returns:
        The parameters after the step, of the dtype of w.

    Source: Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées",
    1847.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
