"""The report of a class: one page for whoever teaches it."""
