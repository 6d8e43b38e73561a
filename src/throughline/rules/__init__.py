"""Statutory checks: what is wrong with a return, which rows are to blame, and which checks could not run."""
