"""Saltscar, an invented borough: writes the very files a council exports."""
