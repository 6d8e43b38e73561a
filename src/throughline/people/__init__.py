"""Who may see what: people, their roles and rights, and the log of whose record was opened."""
