from django.apps import AppConfig


class Accounts(AppConfig):
    """Sign-ins: which account stands for which person of the record."""

    name = "kurultai.site.accounts"
    label = "accounts"
