"""The interface for other systems: the same gate and the same door as the pages, in JSON."""
