"""Every step, by the address of its form. No verbs: what is done is made, and has an address."""

from kurultai.gate.viewer import Viewer
from kurultai.site.forms import (
    adopted,
    agenda,
    amendments,
    circulation,
    convening,
    distribution,
    documents,
    entry,
    marshalling,
    meetings,
    organs,
    parties,
    putting,
    register,
    rulebooks,
    silence,
    sittings,
    tracked,
    translating,
    voting,
)
from kurultai.site.forms.following.communique import Communique
from kurultai.site.forms.following.drafted import Reporting
from kurultai.site.forms.following.drawing import DRAWING
from kurultai.site.forms.following.plan import ComposePlan
from kurultai.site.forms.following.reminding import RemindParty
from kurultai.site.forms.following.reporting import ReportOnCommitment, ReportOnSeveral
from kurultai.site.forms.sitting.steps import SITTING
from kurultai.site.forms.step import Step

REGISTER: dict[str, type[Step]] = {
    "assembly/names/new": register.RenameAssembly,
    "organs/new": organs.EstablishOrgan,
    "parties/new": register.RegisterParty,
    "persons/new": register.RegisterPerson,
    "offices/new": register.TakeOffice,
    "offices/end": register.LeaveOffice,
    "series/new": register.OpenSeries,
    "tags/new": register.DefineTag,
    "groups/new": register.ComposeGroup,
    "rulebooks/new": register.AdoptRulebook,
    "rulebooks/signatures/new": rulebooks.SignRulebook,
}
REPORTS: dict[str, type[Reporting]] = {
    "commitments/<name>/reports/new": ReportOnCommitment,
    "parties/<name>/reports/new": ReportOnSeveral,
}
STEPS: dict[str, type[Step]] = {
    "series/<name>/meetings/new": convening.Convene,
    "series/<name>/meetings/past": convening.EnterPast,
    "series/<name>/cadence": convening.SetCadence,
    "meetings/<name>/move": meetings.Move,
    "meetings/<name>/delegations/new": meetings.RegisterDelegation,
    "meetings/<name>/credentials/new": meetings.DecideCredentials,
    "meetings/<name>/matters/new": meetings.RaiseMatter,
    "meetings/<name>/matters/settlement": meetings.SettleMatter,
    "meetings/<name>/agenda/new": agenda.IssueAgenda,
    "meetings/<name>/opening": sittings.OpenMeeting,
    "meetings/<name>/attendance/new": sittings.TakeAttendance,
    "meetings/<name>/statements/new": sittings.RecordStatement,
    "meetings/<name>/questions/new": putting.PutQuestion,
    "meetings/<name>/minutes/approval": sittings.ApproveMinutes,
    "meetings/<name>/closing": sittings.CloseMeeting,
    "meetings/<name>/documents/new": documents.TableForMeeting,
    "meetings/<name>/communique": Communique,
    "decisions/<name>/positions/new": voting.GivePosition,
    "decisions/<name>/closing": voting.DecideQuestion,
    "documents/new": documents.TableDocument,
    "working-plan/new": ComposePlan,
    "documents/<name>/versions/new": distribution.DistributeVersion,
    "documents/<name>/entry/new": entry.EnterText,
    "documents/<name>/tags/new": documents.TagParagraphs,
    "documents/<name>/marking/new": documents.ChangeMarking,
    "documents/<name>/withdrawal/new": documents.WithdrawDocument,
    "documents/<name>/circulation/new": circulation.CirculateDraft,
    "documents/<name>/answers/new": circulation.GiveAnswers,
    "documents/<name>/amendments/new": amendments.AmendText,
    "documents/<name>/amendments/file": tracked.AmendFromFile,
    "amendments/<name>/sub/new": amendments.AmendAmendment,
    "amendments/<name>/sponsors/new": amendments.JoinSponsors,
    "amendments/<name>/withdrawal/new": amendments.WithdrawAmendment,
    "amendments/<name>/translations/new": translating.TranslateAmendment,
    "documents/<name>/marshalling/new": marshalling.MarshalAmendments,
    "documents/<name>/consolidation/new": marshalling.ConsolidateText,
    "documents/<name>/silence/new": silence.OpenSilence,
    "documents/<name>/silence/objection": silence.BreakSilence,
    "documents/<name>/silence/closing": silence.CloseSilence,
    "documents/<name>/reservations/new": adopted.EnterReservation,
    "documents/<name>/explanations/new": adopted.ExplainVote,
    "documents/<name>/corrigenda/new": adopted.CorrectText,
    "documents/<name>/adoption/new": documents.RecordAdoption,
    "parties/<name>/people/leaving": parties.LeaveOffice,
    "parties/<name>/status/new": parties.GiveStatus,
    "parties/<name>/chair/new": parties.PassChair,
    "organs/<name>/names/new": organs.RenameOrgan,
    "organs/<name>/end": organs.DissolveOrgan,
    **REPORTS,
    "parties/<name>/remind": RemindParty,
    **DRAWING,
    **SITTING,
    **{f"register/{address}": step for address, step in REGISTER.items()},
}


def open_in_register(viewer: Viewer) -> tuple[tuple[str, type[Step]], ...]:
    """The steps about the register that the viewer may try, with their addresses."""
    there = ((f"/register/{address}", step) for address, step in REGISTER.items())
    return tuple((address, step) for address, step in there if step(viewer, None).allowed())
