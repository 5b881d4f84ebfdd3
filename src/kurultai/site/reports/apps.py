from django.apps import AppConfig


class Reports(AppConfig):
    """Reports that are being written, and secret addresses of calendars: none of it is recorded."""

    name = "kurultai.site.reports"
    label = "reports"
