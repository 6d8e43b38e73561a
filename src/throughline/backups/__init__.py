"""Backups of a home folder: sealed, kept elsewhere, proven, and put back."""
