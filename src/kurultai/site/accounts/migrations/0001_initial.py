"""The table of sign-ins."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """The first form of the table."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar[list[object]] = [
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                ("name", models.CharField(max_length=80, unique=True)),
                ("person", models.CharField(db_index=True, max_length=120)),
                ("is_active", models.BooleanField(default=True)),
                ("once", models.BooleanField(default=False)),
            ],
            options={"abstract": False},
        ),
    ]
