"""The language in which somebody reads, so that letters to them are in it."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column more."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("accounts", "0001_initial")]
    operations: ClassVar[list[object]] = [
        migrations.AddField(
            model_name="account",
            name="language",
            field=models.CharField(default="", max_length=10),
        ),
    ]
