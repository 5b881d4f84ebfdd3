"""The steps of a sitting, by the address of their form."""
