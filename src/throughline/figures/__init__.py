"""Sets of figures that somebody printed, held against one another."""
