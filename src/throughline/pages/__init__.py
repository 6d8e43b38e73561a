"""The pages of the site: each a list of blocks. Menu, address and right follow from the declaration."""
