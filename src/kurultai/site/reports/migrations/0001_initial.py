"""The tables of reports that are being written, and of secret addresses."""

from typing import ClassVar

from django.db import migrations, models


def _id() -> object:
    return models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )


class Migration(migrations.Migration):
    """The first form of the tables."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar[list[object]] = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", _id()),
                ("party", models.CharField(db_index=True, max_length=120)),
                ("commitment", models.CharField(max_length=120)),
                ("person", models.CharField(max_length=120)),
                ("saved_at", models.CharField(max_length=40)),
                ("version", models.IntegerField()),
                ("window", models.CharField(max_length=40)),
                ("entered", models.TextField()),
            ],
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(fields=("party", "commitment"), name="one_draft"),
        ),
        migrations.CreateModel(
            name="DraftFile",
            fields=[
                ("id", _id()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=models.CASCADE, related_name="files", to="reports.draft"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=200)),
                ("content", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="CalendarAddress",
            fields=[
                ("id", _id()),
                ("person", models.CharField(max_length=120, unique=True)),
                ("digest", models.CharField(max_length=64, unique=True)),
            ],
        ),
    ]
