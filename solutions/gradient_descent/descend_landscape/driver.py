def bowl(submission, curvatures, w0, lr, noise):
    """Walk in the bowl curvatures * w**2 / 2."""
    return submission(lambda w: curvatures * w, w0, lr, noise)


def two_wells(submission, tilt, w0, lr, noises):
    """Walk from the same start with each of the noises, in w**4/4 - w**2/2 + tilt*w.

    A positive tilt makes the left well the deeper one.
    """
    return {
        name: submission(lambda w: w**3 - w + tilt, w0, lr, noise) for name, noise in noises.items()
    }


def plane(submission, slope, w0, lr, noise):
    """Walk two times from the same start on the plane slope * w, whose gradient is one array."""
    return [submission(lambda w: slope, w0, lr, noise) for _ in range(2)]


def plane_after(submission, slope, w0, lr, noise):
    """Walk on the plane, and tell what its slope and the inputs look like now."""
    path = submission(lambda w: slope, w0, lr, noise)
    return {"result": path, "inputs after the call": {"slope": slope, "w0": w0, "noise": noise}}
