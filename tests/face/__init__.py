"""The public face: names, signatures, types and the examples of the documentation."""
