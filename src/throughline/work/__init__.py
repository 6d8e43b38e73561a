"""Work with steps: audits, observations, plans, risks, panels, savings; one app each, all of one shape."""
