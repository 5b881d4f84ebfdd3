"""The tables of reports that are being written."""
