"""The untrusted side: what runs in the warm interpreter and in the forks of it.

Nothing here may import anything of this project but `sandbox.codec` and `sandbox.frames`.
"""
