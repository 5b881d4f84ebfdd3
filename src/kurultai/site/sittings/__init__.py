"""The screens of a sitting: chair, delegation, clerk, projector, and everybody else's."""
