"""Tests of `autograder.student`."""
