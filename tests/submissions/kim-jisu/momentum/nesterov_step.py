def nesterov_step(w, v, grad_fn, lr, beta):
    """One step of gradient descent with Nesterov's momentum."""
    # 관성으로 먼저 가 본 위치에서 기울기를 구한다
    look = w + beta * v
    g = grad_fn(look)
    v_next = beta * v - lr * g
    w_next = w + v_next
    return w_next, v_next
