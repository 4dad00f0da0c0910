"""Reading what was handed in, folders, notebooks and files, into submissions."""
