"""unres within other libraries: a module for each, which imports that library."""
