"""What must never happen, tried many times: `make soak` runs the whole, `make test` a short form."""
