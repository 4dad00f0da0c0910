"""The lowest and the newest versions of what is needed: both do."""
