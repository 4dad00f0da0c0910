r"""# 엘라스틱 넷 패널티

엘라스틱 넷(elastic net)은 두 패널티를 섞은 것입니다. L1은 작은 가중치를 정확히 0으로 만들고, L2는 큰 가중치를 눌러 줍니다. 숫자 하나는 패널티의 세기를, 다른 하나는 그 가운데 L1의 몫을 정합니다.

    R(w) = λ(ρ Σ_i |w_i| + (1 - ρ) Σ_i w_i²)

`elastic_net_penalty(w, lam, ratio)` 함수를 완성하세요.

- `w`는 모양(shape)이 자유롭고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 모든 원소를 더합니다.
- `lam`(λ)은 0 이상인 파이썬 숫자이고, `ratio`(ρ)는 0에서 1까지의 파이썬 숫자입니다. 1이면 L1만, 0이면 L2만 남습니다.
- 숫자 하나를 돌려줍니다. 자료형은 무엇이든 됩니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. 두 부분 모두 1/2을 곱하지 않습니다. 그래서 양 끝이 정확히 L1 패널티와 L2 패널티입니다. scikit-learn의 `ElasticNet`은 제곱 앞에 (1 - ρ)/2를 두고, 세기 λ_1과 λ_2를 따로 받는 곳도 있습니다.

손으로 해 보기. w = (1,-2,0.5), λ = 0.1, ρ = 0.25이면 0.1·(0.25·3.5 + 0.75·5.25) = 0.1·4.8125 = 0.48125입니다.

강의에서(39): 패널티 항 R(w)을 정의하는 방법에는 L1, L2, 엘라스틱 넷이 있습니다.

확인: autograder check elastic_net_penalty

------------------------------------------------------------------------------

# The elastic net penalty

The elastic net mixes both penalties: L1, which makes small weights exactly zero, and L2, which holds large ones down. One number says how strong the penalty is, another how much of it is L1.

    R(w) = λ(ρ Σ_i |w_i| + (1 - ρ) Σ_i w_i²)

Write `elastic_net_penalty(w, lam, ratio)`.

- `w` is a float32 or float64 array of any shape with at least one entry, or a Python float. The sums go over all entries.
- `lam` (λ) is a Python number, 0 or greater. `ratio` (ρ) is a Python number from 0 to 1: at 1 only L1 is left, at 0 only L2.
- Return a single number; its type is free.
- Change none of the inputs.

Convention. Both parts without the factor 1/2, so that the ends are exactly the L1 and the L2 penalty. scikit-learn's `ElasticNet` has (1 - ρ)/2 before the squares; others take two separate strengths λ_1 and λ_2.

By hand. For w = (1,-2,0.5), λ = 0.1 and ρ = 0.25: 0.1·(0.25·3.5 + 0.75·5.25) = 0.1·4.8125 = 0.48125.

From the lecture (39): the ways to define the penalty term R(w) are L1, L2 and the elastic net.

Check: autograder check elastic_net_penalty
"""

import numpy as np


def elastic_net_penalty(w, lam, ratio):
    """The elastic net penalty on weights: a mixture of the L1 and the L2 penalty.

    R(w) = lam * (ratio * sum_i |w_i| + (1 - ratio) * sum_i w_i**2)

    Args:
        w: weights, a float array of any shape with at least one entry, or a float.
        lam: strength of the penalty, a number >= 0.
        ratio: share of L1, a number from 0 (only L2) to 1 (only L1).

    Returns:
        The penalty, a single number: no factor 1/2.

    Source: Zou and Hastie, "Regularization and Variable Selection via the Elastic Net", 2005.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
