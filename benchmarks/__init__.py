"""Measuring what is promised of speed."""
