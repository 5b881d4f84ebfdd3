"""Sign-ins: which account stands for which person of the record."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Accounts(BaseUserManager):
    """Making and finding accounts."""

    def open(self, name: str, person: str, password: str, *, once: bool = False) -> "Account":
        """A new account for a person of the record; IntegrityError if the name is taken."""
        account = self.model(name=name, person=person, once=once)
        account.set_password(password)
        account.save(force_insert=True)
        return account


class Account(AbstractBaseUser):
    """A sign-in. What it may do follows from the offices that the record gives its person."""

    name = models.CharField(max_length=80, unique=True)
    person = models.CharField(max_length=120, db_index=True)
    is_active = models.BooleanField(default=True)
    once = models.BooleanField(default=False)  # the password opens nothing but a choice of another
    language = models.CharField(max_length=10, default="")  # in which they read here last

    USERNAME_FIELD = "name"
    objects = Accounts()

    class Meta:
        """Nothing beyond the defaults."""

        app_label = "accounts"

    def reads_in(self, language: str) -> None:
        """Remember it for the letters that are written to them."""
        if self.language != language:
            Account.objects.filter(pk=self.pk).update(language=language)
