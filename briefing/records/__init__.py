"""Every noun of the program, in the order in which they appear on the way to a page."""
