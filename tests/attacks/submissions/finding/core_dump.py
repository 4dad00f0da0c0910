"""A dump of the process would be left where somebody can find it."""

import os
import resource

resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def double(x):
    os.abort()
