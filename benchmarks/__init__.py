"""Measurements of the program, run by hand and in tests."""
