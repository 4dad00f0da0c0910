"""Record the oracles anew: `python -m tests.this_course.oracles [ASSIGNMENT ...]`.

Needs the libraries that the modules name (torch, optax, scikit-learn, scipy); see CONTRIBUTING.md.
"""

import importlib
import sys
from importlib import metadata
from pathlib import Path

from tests.this_course.oracles import save

LIBRARIES = ("numpy", "torch", "optax", "scipy", "scikit-learn")


def main(names: list[str]) -> None:
    """Run `record` of each named module, or of all, and save what it returns."""
    here = Path(__file__).parent
    found = sorted(path.stem for path in here.glob("*.py") if not path.stem.startswith("_"))
    versions = {}
    for library in LIBRARIES:
        try:
            versions[library] = metadata.version(library)
        except metadata.PackageNotFoundError:
            continue
    for name in names or found:
        module = importlib.import_module(f"tests.this_course.oracles.{name}")
        used = {"numpy", *module.LIBRARIES}
        save(name, module.record(), {k: v for k, v in versions.items() if k in used})
        sys.stdout.write(f"recorded {name}\n")


main(sys.argv[1:])
