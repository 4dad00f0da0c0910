"""HTML, JavaScript, SVG and Markdown are displayed in the notebook."""

from IPython.display import HTML, SVG, Javascript, Markdown, display

SCRIPT = "<script>alert(1)</script>"
display(HTML(SCRIPT), Javascript("alert(1)"), Markdown(f"[x](javascript:alert(1)) {SCRIPT}"))
display({"text/html": SCRIPT, "application/javascript": "alert(1)"}, raw=True)
display(SVG('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))
print(SCRIPT)


def double(x):
    return x
