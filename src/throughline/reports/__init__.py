"""A report is a list of pages, printed: the same declared pages, figures and charts as on the site."""
