"""Counting: the closed set of ways in which a body decides, in whole numbers and fractions."""
