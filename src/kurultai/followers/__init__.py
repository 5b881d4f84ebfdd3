"""What follows the record and tells others: letters, calls to other systems, and who may ask.

Nothing here is part of the record. It can be lost without loss to the record, and what it sends
has been read through the gate by a viewer who may see it.
"""
