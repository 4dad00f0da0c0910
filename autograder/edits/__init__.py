"""Edits of a program's text: what makes a right program wrong, and what each is about."""
