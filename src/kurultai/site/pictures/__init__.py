"""Pictures of what follows from texts: where everything stands, for the screen and for paper."""
