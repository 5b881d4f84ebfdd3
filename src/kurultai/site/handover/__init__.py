"""The hand-over file as a page, as paper and as data: one set of sections for all three."""
