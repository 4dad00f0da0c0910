# %% wrong: begins at b and not at zero
# kind: plain
# cause: unlisted
# about: zero|begin|start|first|\bx\b
import numpy as np


def conjugate_gradients(product, b, steps):
    x = b.copy()
    r = b.copy()
    p = r.copy()
    for _ in range(steps):
        if np.all(r == 0):
            break
        Ap = product(p)
        alpha = (r @ r) / (p @ Ap)
        x = x + alpha * p
        r_new = r - alpha * Ap
        beta = (r_new @ r_new) / (r @ r)
        p = r_new + beta * p
        r = r_new
    return x

# %% wrong: the residual grows
# kind: plain
# cause: unlisted
# about: sign|plus|minus|subtract|\+|residual
import numpy as np


def conjugate_gradients(product, b, steps):
    x = np.zeros_like(b)
    r = b.copy()
    p = r.copy()
    for _ in range(steps):
        if np.all(r == 0):
            break
        Ap = product(p)
        alpha = (r @ r) / (p @ Ap)
        x = x + alpha * p
        r_new = r + alpha * Ap
        beta = (r_new @ r_new) / (r @ r)
        p = r_new + beta * p
        r = r_new
    return x

# %% wrong: beta is one, since the old residual is gone
# kind: plain
# cause: unlisted
# about: beta|old|new|residual|overwrit|order
import numpy as np


def conjugate_gradients(product, b, steps):
    x = np.zeros_like(b)
    r = b.copy()
    p = b.copy()
    for k in range(steps):
        if not np.any(r):
            return x
        Ap = product(p)
        alpha = r @ r / (p @ Ap)
        x += alpha * p
        r = r - alpha * Ap
        if not np.any(r):
            return x
        beta = (r @ r) / (r @ r)
        p = r + beta * p
    return x

# %% wrong: stops where the residual is small
# kind: plain
# cause: constant
# about: toleran|stop|early|ends|small|too soon|break
import numpy as np


def conjugate_gradients(product, b, steps):
    x = np.zeros_like(b)
    r = b
    p = r
    rs = r @ r
    for _ in range(steps):
        if np.sqrt(rs) < 1e-1:
            break
        Ap = product(p)
        a = rs / (p @ Ap)
        x = x + a * p
        r = r - a * Ap
        new = r @ r
        p = r + new / rs * p
        rs = new
    return x

# %% wrong: from Wikipedia, without an end where the residual is zero
# kind: public
# cause: edge
# about: zero|divid|residual|solution|nan
import numpy as np


def conjugate_gradients(product, b, steps):
    x = np.zeros(len(b))
    r = b - product(x)
    p = r
    rsold = r @ r
    for i in range(steps):
        Ap = product(p)
        alpha = rsold / (p @ Ap)
        x = x + alpha * p
        r = r - alpha * Ap
        rsnew = r @ r
        p = r + (rsnew / rsold) * p
        rsold = rsnew
    return x

# %% wrong: the square root of beta, and three digits
# kind: composed
# cause: several
# about: beta|root|sqrt|norm|square
# about: round|digit
import numpy as np


def conjugate_gradients(product, b, steps):
    x, r, p = np.zeros(len(b)), b, b
    for _ in range(steps):
        if np.linalg.norm(r) == 0:
            break
        q = product(p)
        alpha = (r @ r) / (p @ q)
        x = x + alpha * p
        s = r - alpha * q
        p = s + np.linalg.norm(s) / np.linalg.norm(r) * p
        r = s
    return np.round(x, 3)

# %% right: beta by the product that is there already
import numpy as np


def conjugate_gradients(product, b, steps):
    x = np.zeros(b.shape)
    r, p = 1.0 * b, 1.0 * b
    while steps > 0 and np.abs(r).max() > 0:
        q = product(p)
        t = np.dot(r, p) / np.dot(q, p)
        x, r = x + t * p, r - t * q
        p = r - np.dot(r, q) / np.dot(p, q) * p
        steps -= 1
    return x
