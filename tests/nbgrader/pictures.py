"""A small picture."""

from __future__ import annotations

import base64

__all__ = ["PNG", "PNG_ADDRESS"]

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PNG_ADDRESS = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
