"""The steps on commitments and on what they stand under, by the address of their forms."""

from kurultai.site.forms.following import describe, draw
from kurultai.site.forms.step import Step

DRAWING: dict[str, type[Step]] = {
    "documents/<name>/commitments": draw.DrawCommitments,
    "commitments/<name>/describe": describe.DescribeCommitment,
    "commitments/<name>/superseded": describe.SupersedeCommitment,
    "commitments/<name>/struck": describe.StrikeCommitment,
}
