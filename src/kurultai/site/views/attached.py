"""Files kept beside the record, handed to whoever the gate lets have them."""

from urllib.parse import quote

from django.http import FileResponse

from kurultai.procedure.acts import Attachment
from kurultai.record.blobs import blob_path
from kurultai.site.house import house


def attached(found: Attachment) -> FileResponse:
    """The file, to be kept and not to be opened within the site."""
    response = FileResponse(
        blob_path(house().directory, found.blob).open("rb"), content_type=found.media_type
    )
    response.headers["Content-Length"] = str(found.size)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
