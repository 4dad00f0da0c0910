r"""# 릿지 경로

데이터에 비슷하게 잘 맞는 가중치 조합은 여러 개입니다. 패널티는 그 가운데 가중치가 작은 것을 고릅니다. L2 패널티를 준 선형 모델(릿지 회귀, ridge regression)에서는 가장 좋은 가중치를 식으로 바로 구할 수 있어서, 세기 λ가 커질수록 가중치가 어떻게 작아지는지 직접 볼 수 있습니다.

    w(λ) = arg min_w (1/n) Σ(k=1..n) (X_k w - y_k)² + λ Σ_i w_i² = (Xᵀ X + nλ I)⁻¹Xᵀ y

`ridge_path(X, y, lams)` 함수를 완성하세요.

- `X`의 모양(shape)은 `(n, d)`(X_k는 k번째 행), `y`는 `(n,)`이고 둘 다 float32이거나 둘 다 float64이며 n, d ≥ 1입니다. 가중치가 표본보다 많을 수도 있습니다.
- `lams`는 파이썬 숫자가 하나 이상 든 리스트이고 순서는 자유입니다. 0보다 크며, `X`의 열들이 독립일 때는 0일 수도 있습니다.
- 세기마다의 가중치를 `lams`의 순서대로 담은 배열 `(len(lams), d)` 하나를 돌려줍니다. `X`의 dtype을 유지합니다.
- 모델에 절편(bias)은 없습니다. 절편을 더하지도, 데이터에서 평균을 빼지도 않습니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. 손실은 제곱의 평균이므로 λ에 n이 곱해지고, 패널티에 1/2은 없습니다. scikit-learn의 `Ridge`는 제곱의 합을 쓰고(`alpha`가 여기의 nλ입니다) 기본으로 절편이 있습니다.

손으로 해 보기. X = (1,2)ᵀ, y = (2,4), λ = 2.5이면 Xᵀ X = 5, Xᵀ y = 10이므로 w = 10/(5 + 2·2.5) = 1입니다. 패널티가 없으면 2입니다.

강의에서(37, 38): 가중치 조합은 여러 개가 가능하고, 그 가운데 크기가 작은 가중치를 찾는 것이 패널티 기반 정규화입니다. 그림에서 두 입력은 거의 같습니다. 패널티가 없으면 서로 반대로 당기는 큰 가중치가 나옵니다.

확인: autograder check ridge_path

------------------------------------------------------------------------------

# The ridge path

Many combinations of weights fit the data about equally well; the penalty chooses one with small weights. For a linear model under an L2 penalty (ridge regression) the best weights have a closed form, so that one can see directly how they shrink as the strength λ grows.

    w(λ) = arg min_w (1/n) Σ(k=1..n) (X_k w - y_k)² + λ Σ_i w_i² = (Xᵀ X + nλ I)⁻¹Xᵀ y

Write `ridge_path(X, y, lams)`.

- `X` has shape `(n, d)` (X_k is its row k), `y` has `(n,)`, both float32 or both float64, with n, d ≥ 1. There may be more weights than samples.
- `lams` is a list of at least one Python number, in any order: each is greater than 0, or is 0 where the columns of `X` are independent.
- Return one array `(len(lams), d)` in the dtype of `X`: the weights for each strength, in the order of `lams`.
- The model has no intercept: neither add one nor centre the data.
- Change none of the inputs.

Convention. The loss is the mean of the squares, therefore the factor n at λ; the penalty has no 1/2. scikit-learn's `Ridge` has the sum of the squares (its `alpha` is our nλ) and an intercept by default.

By hand. For X = (1,2)ᵀ, y = (2,4) and λ = 2.5: Xᵀ X = 5, Xᵀ y = 10, and so w = 10/(5 + 2·2.5) = 1. Without the penalty it would be 2.

From the lecture (37, 38): weights are possible in many combinations, and penalty-based regularisation finds one whose weights are small. In the picture two inputs are nearly the same: without a penalty they get large weights that work against each other.

Check: autograder check ridge_path
"""

import numpy as np


def ridge_path(X, y, lams):
    """The best weights of a linear model under an L2 penalty, for each of several strengths.

    w(lam) = argmin mean((X w - y)**2) + lam * sum_i w_i**2
           = (X^T X + n lam I)^-1 X^T y

    Args:
        X: inputs, a float array (n, d), without a column for an intercept; n and d are at least 1.
        y: targets, a float array (n,), of the dtype of X.
        lams: strengths, a list of at least one number > 0 (or 0, where X has d independent
            columns), in any order.

    Returns:
        The weights, (len(lams), d), one row for each strength in the order of lams, of the dtype
        of X.

    Source: Hoerl and Kennard, "Ridge Regression", 1970.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
