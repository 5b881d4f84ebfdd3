"""A sitting: what happens in the room while a meeting is open."""
