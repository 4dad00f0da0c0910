"""The commands, from what is typed to the exit code."""
