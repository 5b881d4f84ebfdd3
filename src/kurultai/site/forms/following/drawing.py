"""The steps on commitments and on what they stand under, by the address of their forms."""

from kurultai.site.forms.following import compose, describe, draw, tags
from kurultai.site.forms.step import Step

DRAWING: dict[str, type[Step]] = {
    "documents/<name>/commitments": draw.DrawCommitments,
    "commitments/<name>/describe": describe.DescribeCommitment,
    "commitments/<name>/superseded": describe.SupersedeCommitment,
    "commitments/<name>/struck": describe.StrikeCommitment,
    "strategies/compose": compose.ComposeStrategy,
    "strategies/<name>/goals/new": tags.DefineGoal,
    "tags/<name>/rename": tags.RenameTag,
    "tags/<name>/end": tags.EndTag,
}
