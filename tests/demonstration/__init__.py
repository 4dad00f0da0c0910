"""A class of sixty, from what six platforms and more give out to two filled-in gradebooks."""
