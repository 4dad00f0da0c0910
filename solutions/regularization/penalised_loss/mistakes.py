import numpy as np

from autograder import mistake


@mistake(
    ko="패널티가 커져도 값이 달라지지 않습니다.",
    en="A larger penalty changes nothing.",
)
def penalty_forgotten(loss, penalty):
    return loss


@mistake(
    ko="손실을 낮추려는 쪽에서 보면, 지금은 큰 가중치가 이득입니다.",
    en="To whoever lowers this loss, large weights are now a gain.",
)
def penalty_subtracted(loss, penalty):
    return lambda w: loss(w) - penalty(w)


@mistake(
    ko="손실이 0이면 패널티도 사라집니다. 두 항은 어떻게 이어지나요?",
    en="Where the loss is 0 the penalty is gone too. How do the two terms go together?",
)
def multiplied(loss, penalty):
    return lambda w: loss(w) * penalty(w)


@mistake(
    ko="패널티를 가중치에 더했습니다. R(w)는 가중치가 아니라 손실과 같은 종류의 수입니다.",
    en="The penalty is added to the weights. R(w) is a number like the loss, not like a weight.",
)
def penalty_added_to_the_weights(loss, penalty):
    return lambda w: loss(w + penalty(w))


@mistake(
    ko="패널티가 재는 것은 손실의 크기가 아닙니다. 무엇의 크기인가요?",
    en="It is not the size of the loss that the penalty measures. The size of what?",
)
def penalty_of_the_loss(loss, penalty):
    def total(w):
        value = loss(w)
        return value + penalty(value)

    return total


@mistake(
    ko="함수끼리는 더할 수 없습니다. 더해지는 것은 어떤 w에서의 값입니다.",
    en="Functions cannot be added. What is added are their values at some w.",
)
def functions_added(loss, penalty):
    return loss + penalty


@mistake(
    ko="w가 달라져도 처음 값을 다시 돌려줍니다.",
    en="Wherever w goes, the first value is returned again.",
)
def first_value_kept(loss, penalty):
    seen = []

    def total(w):
        if not seen:
            seen.append(loss(w) + penalty(w))
        return seen[0]

    return total


@mistake(
    ko="부를 때마다 값이 쌓입니다. 앞에서 부른 것을 기억하면 안 됩니다.",
    en="The values pile up from call to call. It should not remember earlier ones.",
)
def values_pile_up(loss, penalty):
    value = 0.0

    def total(w):
        nonlocal value
        value += loss(w) + penalty(w)
        return value

    return total


_latest = {}


@mistake(
    ko="두 번째로 만들면 먼저 만든 함수의 손실까지 바뀝니다. 둘이 무엇을 함께 쓰고 있나요?",
    en="Making a second one changes the first. What do they share?",
)
def shared_by_all(loss, penalty):
    _latest.update(loss=loss, penalty=penalty)
    return lambda w: _latest["loss"](w) + _latest["penalty"](w)


@mistake(
    ko="패널티에 세기가 한 번 더 곱해집니다. 세기는 이미 어디에 들어 있나요?",
    en="A strength of its own is put before the penalty. Where is the strength already?",
    strength=[0.001, 0.01, 0.1, 0.5],
)
def strength_applied_again(loss, penalty, *, strength):
    return lambda w: loss(w) + strength * penalty(w)


@mistake(
    ko="패널티를 가중치의 수로 나누었습니다. L'의 식에 그런 수가 있나요?",
    en="The penalty is divided by the number of weights. Is there such a number in L'?",
)
def penalty_shared_out(loss, penalty):
    return lambda w: loss(w) + penalty(w) / np.size(w)


@mistake(
    ko="손실이 사라졌습니다. 그러면 가장 좋은 가중치는 언제나 얼마인가요?",
    en="The loss is gone. Which weights are then always the best?",
)
def loss_forgotten(loss, penalty):
    return penalty


@mistake(
    ko="둘 가운데 큰 쪽만 남습니다. 작은 쪽을 더 낮추면 무엇이 달라져야 하나요?",
    en="Only the larger of the two is left. What should change if the smaller one falls?",
)
def larger_of_the_two(loss, penalty):
    return lambda w: max(loss(w), penalty(w))


@mistake(
    ko="손실과 패널티를 정해진 몫으로 섞었습니다. L'의 식에 그런 수가 있나요?",
    en="Loss and penalty are mixed by a share of its own. Is there such a number in L'?",
    share=[0.1, 0.01],
)
def mixed_by_a_share(loss, penalty, *, share):
    return lambda w: (1 - share) * loss(w) + share * penalty(w)


@mistake(
    ko="패널티를 2n으로 나누었습니다. L'의 식에 그런 수가 있나요?",
    en="The penalty is divided by twice the number of weights. Is there such a number in L'?",
)
def penalty_halved_and_shared_out(loss, penalty):
    return lambda w: loss(w) + penalty(w) / (2 * np.size(w))


@mistake(
    ko="함수가 아니라 어떤 한 점의 값을 돌려주었습니다. w는 언제 정해지나요?",
    en="A value at one point is returned and no function. When is w known?",
)
def value_instead_of_function(loss, penalty):
    return float(loss(np.zeros(1)) + penalty(np.zeros(1)))


@mistake(
    ko="패널티에 손실이 곱해집니다. 손실이 0이면 패널티도 사라지지 않나요?",
    en="The loss multiplies the penalty, as in L*(1 + R). What is left of R where the loss is 0?",
)
def penalty_scaled_by_the_loss(loss, penalty):
    return lambda w: loss(w) * (1 + penalty(w))


@mistake(
    ko="두 값이 따로 나옵니다. 낮추려는 것은 숫자 하나입니다.",
    en="Both values come back side by side, as a pair. Which single number is minimised?",
)
def pair_instead_of_sum(loss, penalty):
    return lambda w: (loss(w), penalty(w))


@mistake(
    ko="받은 penalty가 아니라 직접 만든 패널티를 더했습니다. R은 어디에서 오나요?",
    en="A penalty of its own is added, and not the one given. Where does R come from?",
    kind=["l2", "l1"],
    strength=[1, 0.01],
)
def penalty_of_its_own(loss, penalty, *, kind, strength):
    size = np.square if kind == "l2" else np.abs
    return lambda w: loss(w) + strength * np.sum(size(w))


@mistake(
    ko="패널티를 가중치에서 뺐습니다. R(w)는 가중치가 아니라 손실과 같은 종류의 수입니다.",
    en="The penalty is taken off the weights. Is R(w) a number like the loss, or like a weight?",
)
def penalty_taken_off_the_weights(loss, penalty):
    return lambda w: loss(w - penalty(w))
