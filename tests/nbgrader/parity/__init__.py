"""Small notebooks in the manner of many courses, graded by a real kernel and by ours.

One file for each theme. What a real kernel makes of them is recorded in `recorded.json`.
"""
