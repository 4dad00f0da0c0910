import numpy as np


def cut_at_the_bounds(order, batch_size):
    return np.split(order, range(batch_size, len(order), batch_size))


def taken_from_the_front(order, batch_size):
    batches = []
    while len(order):
        batches.append(order[:batch_size])
        order = order[batch_size:]
    return batches


def row_by_row(order, batch_size):
    batches = []
    for place, row in enumerate(order):
        if place % batch_size == 0:
            batches.append([])
        batches[-1].append(row)
    return tuple(np.array(batch) for batch in batches)
