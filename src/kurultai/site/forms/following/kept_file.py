"""A spreadsheet that was sent once: shown first, and kept until just that is confirmed."""

from typing import Self

from django.core import signing

from kurultai.papers.draft import Unreadable
from kurultai.papers.sheets import Grid, Table, read
from kurultai.procedure.refusal import Refused
from kurultai.record.blobs import blob_path
from kurultai.site.forms import fields
from kurultai.site.forms.step import Step
from kurultai.site.house import house
from kurultai.site.tongue import lazy as _

_SALT = "kurultai.sheet"


class SheetStep(Step):
    """A step that takes a spreadsheet."""

    no_content = Step.no_content | {"last", "remarks"}
    file = fields.upload(_("File"), hint=_("XLSX or CSV. At most 25 MB."), accept=".xlsx,.csv")
    file_kept = fields.hidden()
    last = fields.hidden()  # the identity of the last command of what was shown
    digest, name_of_file = "", ""
    read_grid: Grid | None = None

    def prepare(self) -> None:
        """A file is needed, now or before."""
        self.fields["file"].required = not any(self.came_with("file_kept"))

    def keep(self) -> bytes:
        """The file that was sent now or before; Refused if it is not there any more."""
        sent = self.given("file")
        if sent is not None:
            data: bytes = sent.read()
            sent.seek(0)
            self.digest, self.name_of_file = house().keep(data), sent.name or ""
            return data
        try:
            self.digest, self.name_of_file = signing.loads(self.given("file_kept"), salt=self._salt)
            return blob_path(house().directory, self.digest).read_bytes()
        except (signing.BadSignature, OSError) as gone:
            raise Refused("sheet.gone") from gone

    def grid(self) -> Grid:
        """Its lines, read once; Refused as the file is unreadable."""
        if self.read_grid is None:
            data = self.keep()
            try:
                self.read_grid = read(self.name_of_file, data, self.viewer.language)
            except Unreadable as unreadable:
                raise Refused(unreadable.rule, unreadable.facts) from None
        return self.read_grid

    def again(self, last: str, **changed: str) -> Self:
        """The same form, the file kept, with what is found in it to be shown."""
        data = self.data.copy()
        data["file_kept"] = signing.dumps((self.digest, self.name_of_file), salt=self._salt)
        data["last"] = last
        for name, value in changed.items():
            data[name] = value
        sheet = type(self)(self.viewer, self.page, data, {})
        sheet.is_valid()
        sheet.digest, sheet.name_of_file = self.digest, self.name_of_file
        sheet.read_grid = self.read_grid
        return sheet

    @property
    def _salt(self) -> str:
        """What was kept for one person is there for nobody else."""
        return f"{_SALT}.{self.viewer.person}"

    @property
    def id(self) -> str:
        """That of the last command, once it is confirmed: sent twice, it is one request."""
        last = self.data.get("last", "")
        if "confirm" in self.data and last.startswith("sheet:") and len(last) == 38:  # noqa: PLR2004
            return str(last)
        return super().id

    def refused(self, refused: Refused) -> None:
        """What is wrong with a file is said at the file."""
        super().refused(refused)
        if refused.rule.startswith(("paper.", "sheet.")):
            self.alert_field = "file"

    def remarks(self) -> Table:
        """The lines that are not right, with what is wrong with each."""
        raise NotImplementedError
