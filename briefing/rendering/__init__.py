"""One file for each format a briefing is rendered to."""
