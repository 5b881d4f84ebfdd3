"""What those who report for a parliament keep to themselves until they record it."""

from django.db import models


class Draft(models.Model):
    """A report that is being written, for one commitment or, without one, for several at once."""

    party = models.CharField(max_length=120, db_index=True)
    commitment = models.CharField(max_length=120)
    person = models.CharField(max_length=120)  # who saved it last
    saved_at = models.CharField(max_length=40)  # an instant
    version = models.IntegerField()  # how often it was saved
    window = models.CharField(max_length=40)  # the form in which it was saved last
    entered = models.TextField()  # JSON: each field with its values

    class Meta:
        """One for each commitment, whoever opens it."""

        app_label = "reports"
        constraints = (models.UniqueConstraint(fields=("party", "commitment"), name="one_draft"),)

    def __str__(self) -> str:
        """Where it lies."""
        return f"{self.party} {self.commitment}".strip()


class DraftFile(models.Model):
    """A file of a report that is being written; it is kept beside the record only with the act."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="files")
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=200)
    content = models.BinaryField()

    class Meta:
        """Nothing beyond the defaults."""

        app_label = "reports"

    def __str__(self) -> str:
        """Its name."""
        return self.name


class CalendarAddress(models.Model):
    """The secret address of a person's own calendar: its SHA-256, never the address itself."""

    person = models.CharField(max_length=120, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        """Nothing beyond the defaults."""

        app_label = "reports"

    def __str__(self) -> str:
        """Whose it is."""
        return self.person
