"""MathJax: a link with a script in it, a macro without end, a page that is covered."""

MATH = r"$\href{javascript:alert(1)}{x}$ \(\def\a{\a\a}\a\) $$\rule{10000em}{10000em}$$"


def double(x):
    print(MATH, "<script>")
    raise ValueError(MATH)
