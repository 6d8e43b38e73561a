"""Files in and out, one module a return, in the Department's words."""
