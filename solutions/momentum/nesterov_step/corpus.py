# %% wrong: the velocity does not remain: no beta before the old one
# kind: plain
# cause: unlisted
# about: old velocity|beta|past|forgot|term|v\b|left out|dropped
def nesterov_step(w, v, grad_fn, lr, beta):
    ahead = w + beta * v
    v = -lr * grad_fn(ahead)
    w = w + v
    return w, v

# %% wrong: the rate is left out
# kind: plain
# cause: unlisted
# about: lr|learning rate|\brate\b
def nesterov_step(w, v, grad_fn, lr, beta):
    v = beta * v - grad_fn(w + beta * v)
    return w + v, v

# %% wrong: the step starts with beta once more
# kind: plain
# cause: unlisted
# about: beta|once more|twice|w\b|moves|position|ahead
def nesterov_step(w, v, grad_fn, lr, beta):
    v_new = beta * v - lr * grad_fn(w + beta * v)
    return w + beta * v_new, v_new

# %% wrong: a beta of 0.9 for the look ahead alone
# kind: plain
# cause: constant
# about: beta|0\.9|ahead
def nesterov_step(w, v, grad_fn, lr, beta):
    ahead = w + 0.9 * v
    v = beta * v - lr * grad_fn(ahead)
    return w + v, v

# %% wrong: momentum of 0.9 by default, and it is used
# kind: public
# cause: constant
# about: beta|0\.9
class NAG:
    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.mu = momentum

    def step(self, theta, velocity, f):
        # 먼저 관성 방향으로 이동한 뒤 기울기 계산
        look_ahead = theta + self.mu * velocity
        velocity = self.mu * velocity - self.lr * f(look_ahead)
        return theta + velocity, velocity


def nesterov_step(w, v, grad_fn, lr, beta):
    return NAG(lr).step(w, v, grad_fn)

# %% wrong: no look ahead, and in place
# kind: composed
# cause: inputs_or_dtype
# about: ahead|look|where w|ordinary|momentum
# about: in place|input|caller|changed
def nesterov_step(w, v, grad_fn, lr, beta):
    v *= beta
    v -= lr * grad_fn(w)
    w += v
    return w, v

# %% wrong: looks back and gives the results the other way round
# kind: composed
# cause: several
# about: back|wrong way|ahead|sign|minus
# about: order|swap|exchang|result
def nesterov_step(w, v, grad_fn, lr, beta):
    v = beta * v - lr * grad_fn(w - beta * v)
    return v, w + v

# %% wrong: the whole velocity ahead, rounded
# kind: composed
# cause: several
# about: ahead|whole|far|beta
# about: round|digit|decimal
import numpy as np


def nesterov_step(w, v, grad_fn, lr, beta):
    v = beta * v - lr * grad_fn(w + v)
    return np.around(w + v, 4), np.around(v, 4)

# %% wrong: uphill form with the look to the wrong side, after a blog
# kind: public
# cause: several
# about: sign|uphill|opposite|minus
# about: ahead|look|back|way
def nesterov_step(w, v, grad_fn, lr, beta):
    """v = gamma * v + eta * grad(theta + gamma * v);  theta = theta - v"""
    gamma, eta = beta, lr
    theta, v_prev = w, v
    v_now = gamma * v_prev + eta * grad_fn(theta + gamma * v_prev)
    theta = theta - v_now
    return theta, v_now

# %% wrong: the Bengio form, with the gradient at w
# kind: public
# cause: foreign_rule
# about: Bengio|Keras|ahead|look|beta|position|gradient_not
def nesterov_step(w, v, grad_fn, lr, beta):
    grad = grad_fn(w)
    new_v = beta * v - lr * grad
    # w += momentum^2 * v - (1 + momentum) * lr * grad, with the velocity already updated
    new_w = w + beta * beta * new_v - (1 + beta) * lr * grad
    return new_w, new_v

# %% wrong: `if v` for a first step without a look
# kind: public
# cause: breakdown
# about: array|entr|element|number|breakdown|all at once|whole|truth
def nesterov_step(w, v, grad_fn, lr, beta):
    point = w + beta * v if v else w
    velocity = beta * v - lr * grad_fn(point)
    return w + velocity, velocity

# %% wrong: the look ahead takes the gradient step of the plain method, by beta
# kind: plain
# cause: edge
# about: ahead|full step|far|beyond|inertia|look
def nesterov_step(w, v, grad_fn, lr, beta):
    ahead = w + beta * (beta * v - lr * grad_fn(w))
    v = beta * v - lr * grad_fn(ahead)
    return w + v, v

# %% wrong: results to three digits
# kind: plain
# cause: rounding
# about: round|digit|decimal
import numpy as np


def nesterov_step(w, v, grad_fn, lr, beta):
    ahead = w + beta * v
    v = np.round(beta * v - lr * grad_fn(ahead), 3)
    return np.round(w + v, 3), v

# %% wrong: the gradient is taken as a value
# kind: public
# cause: raises
# about: always|function|call|type|raise|error
import numpy as np


def nesterov_step(w, v, grad_fn, lr, beta):
    v_prev = v
    v = beta * v - lr * grad_fn
    w = w - beta * v_prev + (1 + beta) * v
    return w, v

# %% wrong: a rate of 0.01
# kind: plain
# cause: constant
# about: lr|learning rate|\brate\b|0\.01
def nesterov_step(w, v, grad_fn, lr, beta):
    lookahead = w + beta * v
    v = beta * v - 0.01 * grad_fn(lookahead)
    return w + v, v

# %% wrong: the form of Keras, rounded to five digits
# kind: public
# cause: several
# about: Keras|ahead|position|kept
# about: round|digit|decimal
import numpy as np


def nesterov_step(w, v, grad_fn, lr, beta):
    g = grad_fn(w)
    velocity = beta * v - lr * g
    # theta = theta + momentum * velocity - lr * g
    new_w = w + beta * velocity - lr * g
    return np.round(new_w, 5), np.round(velocity, 5)

# %% right: the step is told from the point ahead
def nesterov_step(w, v, grad_fn, lr, beta):
    ahead = beta * v + w
    pull = grad_fn(ahead) * lr
    return ahead - pull, beta * v - pull

# %% right: a class with a property, Korean names
class 걸음:
    def __init__(self, w, v, lr, beta):
        self.w, self.v, self.lr, self.beta = w, v, lr, beta

    @property
    def 관성(self):
        return self.v * self.beta

    def 가기(self, 기울기):
        속도 = self.관성 - self.lr * 기울기(self.w + self.관성)
        return self.w + 속도, 속도


def nesterov_step(w, v, grad_fn, lr, beta):
    return 걸음(w, v, lr, beta).가기(grad_fn)

# %% right: a decorator that makes momentum look ahead
import functools


def looking_ahead(step):
    @functools.wraps(step)
    def ahead(w, v, grad_fn, lr, beta):
        return step(w, v, grad_fn(w + v * beta), lr, beta)

    return ahead


@looking_ahead
def nesterov_step(w, v, grad, lr, beta):
    v = -lr * grad + beta * v
    return v + w, v

# %% right: a walrus and a list
def nesterov_step(w, v, grad_fn, lr, beta):
    return [w + (new := (drift := beta * v) - lr * grad_fn(drift + w)), new]
