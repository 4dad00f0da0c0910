r"""# 출력의 민감도

가중치가 작으면 왜 더 일반화될까요? 입력의 노이즈는 가중치를 거쳐 출력에 닿습니다. 가중치가 큰 모델은 입력의 작은 변화를 출력의 큰 변화로 만듭니다. 여기서는 선형 모델에서 이 민감도(sensitivity)를 잽니다.

    s_k = |(X_k + ΔX_k) w - X_k w| ≤ ‖w‖_2 ‖ΔX_k‖_2

`output_sensitivity(w, X, dX)` 함수를 완성하세요.

- `w`의 모양(shape)은 `(d,)`, `X`와 `dX`(ΔX)는 `(n, d)`(X_k는 k번째 행)이며 dtype이 모두 같은 float32 또는 float64이고 n, d ≥ 1입니다.
- 행마다 출력이 변한 크기(절댓값)를 배열 `(n,)` 하나로 돌려줍니다. dtype을 유지합니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. 변화 자체를 돌려줍니다. 제곱하지 않고, 출력이나 노이즈의 크기로 나누지도 않습니다. 두 출력을 구해서 빼면 앞자리 숫자들이 서로 지워지지만 그렇게 해도 됩니다. 결과는 빼는 수의 크기인 |X| |w|를 기준으로 채점합니다.

손으로 해 보기. w = (2,-1), X = (3,1), ΔX = (0.25,1)이면 출력은 5에서 6.5 - 2 = 4.5가 되므로 변화는 0.5입니다. 한계는 √5·√1.0625 ≈ 2.30입니다.

강의에서(38): 가중치가 클수록 모델이 입력 데이터에 민감해집니다. 가중치가 작은 모델은 입력의 변화에 완만하게 반응하므로 노이즈에 덜 민감합니다. 그림의 두 모델은 노이즈가 없으면 출력이 같습니다.

확인: autograder check output_sensitivity

------------------------------------------------------------------------------

# The sensitivity of the output

Why should small weights generalise better? Because noise in the inputs reaches the output through them: a model with large weights turns a small change of its input into a large change of its output. Here it is measured for a linear model.

    s_k = |(X_k + ΔX_k) w - X_k w| ≤ ‖w‖_2 ‖ΔX_k‖_2

Write `output_sensitivity(w, X, dX)`.

- `w` has shape `(d,)`, `X` and `dX` (ΔX) have `(n, d)` (X_k is row k), float32 or float64, all of one dtype, with n, d ≥ 1.
- Return one array `(n,)` in their dtype: the absolute change of the output for each row.
- Change none of the inputs.

Convention. The change itself, neither squared nor divided by the output or by the noise. If both outputs are computed and subtracted, their leading digits cancel; this is allowed: the result is judged relative to |X| |w|, the size of what is subtracted.

By hand. For w = (2,-1), X = (3,1) and ΔX = (0.25,1) the output goes from 5 to 6.5 - 2 = 4.5; the change is 0.5. The bound is √5·√1.0625 ≈ 2.30.

From the lecture (38): the larger the weights, the more sensitive is the model to its input data; a model with small weights reacts gently to changes, and therefore less to noise. In the picture both models give the same outputs without noise.

Check: autograder check output_sensitivity
"""

import numpy as np


def output_sensitivity(w, X, dX):
    """How much the outputs of a linear model change when its inputs do.

    |(X + dX) w - X w|, for each row

    Args:
        w: weights, a float array (d,).
        X: inputs, a float array (n, d), with n and d at least 1.
        dX: what is added to the inputs, like X.

    Returns:
        The change of each output, without its sign, (n,), of the dtype of w.

    Source: Krogh and Hertz, "A Simple Weight Decay Can Improve Generalization", 1992.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
