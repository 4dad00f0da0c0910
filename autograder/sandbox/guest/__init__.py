"""The untrusted side: the code that runs in the warm interpreter and in its forks.

Of this project it may import only `sandbox.call`, `sandbox.codec` and `sandbox.frames`.
"""
