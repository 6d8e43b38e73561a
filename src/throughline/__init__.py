"""One live picture of every child's journey, from first contact to adulthood."""
