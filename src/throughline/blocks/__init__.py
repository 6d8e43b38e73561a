"""Pieces of a page that show: each one module, and its template beside it."""
