"""The plug-in for nbgrader: grading in the sandbox, and what its pages show."""
