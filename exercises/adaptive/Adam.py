r"""# 아담(Adam) 최적화기

함수 `adam_step`에서는 부르는 쪽이 m, v, t를 다음 걸음으로 넘겨주어야 합니다. 라이브러리의 최적화기(optimizer)는 이것을 스스로 기억합니다. 하이퍼파라미터로 한 번 만들어 두면, 그다음에는 파라미터와 기울기만 건네면 됩니다. 신경망에는 파라미터 배열이 여럿이므로 리스트를 통째로 받습니다.

t번째 호출에서, 파라미터 w와 그 기울기 g마다 다음을 계산합니다.

    m ← β_1 m + (1 - β_1) g   v ← β_2 v + (1 - β_2) g²   w ← w - η (m/(1 - β_1ᵗ))/(√(v/(1 - β_2ᵗ)) + ε)

클래스 `Adam(lr, beta1, beta2, eps)`와 메서드 `step(params, grads)`를 완성하세요.

- `params`와 `grads`는 길이가 같은 리스트이며 배열이 하나 이상 들어 있습니다. 배열은 float32 또는 float64로 dtype이 모두 같고, 비어 있지 않습니다. 기울기의 모양(shape)은 자기 파라미터와 같고, 한 리스트 안의 모양은 서로 달라도 됩니다. 축이 없는 배열도 있을 수 있습니다.
- `step`은 새 파라미터의 리스트를 돌려줍니다. 모양과 dtype이 같은 새 배열들입니다.
- 하이퍼파라미터는 파이썬 숫자입니다. `lr`와 `eps`는 0보다 크고, 두 beta는 0 이상 1 미만입니다.
- m과 v는 리스트의 자리마다 하나씩 있습니다. 첫 호출에서 0으로 만들고, 그 뒤의 호출에서도 모양과 순서는 같습니다.
- t는 `step`을 부른 횟수이며 모든 파라미터가 함께 씁니다. 첫 호출에서는 모든 파라미터에 대해 1입니다.
- 걸음은 앞에서 무엇을 돌려주었든 이번에 받은 `params`에서 시작합니다.
- 리스트도, 그 안의 배열도 바꾸지 않습니다. 두 인스턴스는 서로 영향을 주지 않습니다.

규칙. PyTorch의 최적화기는 만들 때 파라미터를 받아 두고 그 자리에서(in place) 바꿉니다. 여기서는 호출할 때마다 받고, 받은 것은 그대로 둡니다. `adam_step`처럼 ε은 제곱근 밖에 더하고, 기억하는 모멘트는 보정하지 않은 값입니다.

손으로 해 보기. β_1 = 0.9, β_2 = 0.999인 `Adam(lr=0.1)`과 파라미터 w = 1 하나를 생각합니다. 첫 기울기가 0.5이면 w = 0.9가 됩니다. 둘째 기울기가 -0.5이면 m = 0.9·0.05 - 0.05 = -0.005입니다. 보정하면 m_hat = m/(1 - 0.9²) = -0.005/0.19 ≈ -0.0263이고, v_hat = v/(1 - 0.999²)은 그대로 0.25이므로 w ≈ 0.9 + 0.1·0.0263/0.5 ≈ 0.9053입니다.

강의에서(23): 아담은 가장 많이 사용하는 최적화 알고리즘입니다. 모멘텀(지수 이동평균)을 계산하고 RMSprop을 계산한 다음, 0에서 시작한 두 값의 편향을 보정해서 씁니다.

확인: autograder check Adam

------------------------------------------------------------------------------

# Adam, the optimiser

The function `adam_step` leaves it to its caller to carry m, v and t from step to step. An optimiser, as libraries have it, remembers them itself: you make it once with its hyper-parameters and then only hand it parameters and gradients. A network has many parameter arrays, so it takes a whole list at a time.

For each parameter w with gradient g, at the t-th call:

    m ← β_1 m + (1 - β_1) g   v ← β_2 v + (1 - β_2) g²   w ← w - η (m/(1 - β_1ᵗ))/(√(v/(1 - β_2ᵗ)) + ε)

Write the class `Adam(lr, beta1, beta2, eps)` with the method `step(params, grads)`.

- `params` and `grads` are lists of equal length with at least one array. The arrays are float32 or float64, all of one dtype and none empty; each gradient has the shape of its parameter, and the shapes within a list may differ, arrays without axes included.
- `step` returns a list of the new parameters: new arrays of the same shapes and dtype.
- The hyper-parameters are Python numbers; `lr` and `eps` are positive, both betas from 0 up to, but not including, 1.
- m and v belong to the position in the list. They are made at the first call, as zeros; later calls come with the same shapes in the same order.
- t counts the calls of `step`, once for all parameters: it is 1 for all of them in the first call.
- Each step starts from the `params` that it is given, whatever was returned before.
- Change neither the lists nor the arrays in them. Two instances know nothing of each other.

Convention. PyTorch's optimisers get their parameters when they are made, and change them in place; here they come with each call and stay as they are. ε is added outside the root, and the moments that are remembered are not corrected, as in `adam_step`.

By hand. `Adam(lr=0.1)` with β_1 = 0.9, β_2 = 0.999, one parameter w = 1. The first gradient 0.5 gives w = 0.9. The second, -0.5, gives m = 0.9·0.05 - 0.05 = -0.005; corrected, m_hat = m/(1 - 0.9²) = -0.005/0.19 ≈ -0.0263, while v_hat = v/(1 - 0.999²) = 0.25 as before: w ≈ 0.9 + 0.1·0.0263/0.5 ≈ 0.9053.

From the lecture (23): Adam is the most used of the optimisers. It computes momentum, an exponential moving average, then RMSprop, and corrects both for their start at zero.

Check: autograder check Adam
"""

import numpy as np


class Adam:
    """Adam, which remembers its moments and its number of steps from call to call.

    For each parameter w with gradient g, at the t-th call of step:
    m <- beta1*m + (1 - beta1)*g
    v <- beta2*v + (1 - beta2)*g**2
    w <- w - lr * (m / (1 - beta1**t)) / (sqrt(v / (1 - beta2**t)) + eps)

    Args:
        lr: learning rate, a number above 0.
        beta1: decay of the first moment, at least 0 and less than 1.
        beta2: decay of the second moment, at least 0 and less than 1.
        eps: added to the root, not under it, a number above 0.

    Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, Algorithm 1.
    """

    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        # YOUR CODE HERE
        raise NotImplementedError()

    def step(self, params, grads):
        """Take one step for all parameters.

        Args:
            params: a list of at least one float array; the arrays have any shapes with at least one
                entry, and one dtype.
            grads: their gradients, a list of the same length, each like its parameter. The lists
                of every call have the same length and shapes.

        Returns:
            A list of the new parameters, new arrays of the same shapes and dtype.
        """
        # YOUR CODE HERE
        raise NotImplementedError()
