def by_batch_size(submission, X, y, w0, lr, batch_sizes, orders):
    """Train from the same start with each of the batch sizes; the paths by their names."""
    return {
        name: submission(X, y, w0, lr, batch_size, orders)
        for name, batch_size in batch_sizes.items()
    }
