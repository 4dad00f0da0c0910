"""What was handed in: folders, notebooks and files, read into submissions."""
