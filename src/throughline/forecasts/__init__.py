"""What is likely next, with its error stated: of populations, places and cost, never of one child."""
