"""The site: settings, addresses, sign-in, and what is round every page."""
