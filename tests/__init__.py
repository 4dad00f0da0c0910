"""The tests, which mirror the package."""

import sys

# Checking international addresses, jsonschema makes a parser from a grammar: that takes longer than all
# else that nbformat imports, in each of many processes, and no notebook has an address to check.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
