"""The child's journey as dated tables, and what a snapshot of it is."""
