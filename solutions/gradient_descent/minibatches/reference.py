def minibatches(order, batch_size):
    """Cut the order of an epoch into batches.

    Batch k holds the entries k*batch_size up to (k + 1)*batch_size of the order.

    Args:
        order: row numbers in the order in which they are visited, a 1-D integer array with at
            least one entry.
        batch_size: rows per batch, an int of at least 1; it may exceed len(order).

    Returns:
        A list of 1-D integer arrays, which together are the order; only the last may be shorter.

    Source: Bottou, Curtis and Nocedal, "Optimization Methods for Large-Scale Machine Learning",
    2018, section 3.
    """
    ### BEGIN SOLUTION
    starts = range(0, len(order), batch_size)
    return [order[start : start + batch_size] for start in starts]
    ### END SOLUTION
