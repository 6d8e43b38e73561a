"""Other councils' published figures, and how to find our neighbours."""
