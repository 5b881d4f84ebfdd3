"""Marks for messages that stand in tables: the extraction finds them, they change nothing."""


def N_(message: str) -> str:  # noqa: N802 - the name that every extraction knows
    """A message to be translated where it is said."""
    return message


def P_(context: str, message: str) -> str:  # noqa: ARG001, N802 - the extraction reads the context
    """A message to be translated as it is said in a context."""
    return message
