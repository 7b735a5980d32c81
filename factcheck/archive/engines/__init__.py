"""Who does the work on an archive's blocks."""
