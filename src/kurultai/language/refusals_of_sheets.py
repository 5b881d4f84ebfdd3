"""What a refusal says of spreadsheets: of the file, or of one line of it."""

from kurultai.language.messages import N_

SENTENCES = {
    "paper.cell_too_long": N_(
        "A cell of line %(line)s is longer than a spreadsheet keeps. Shorten it."
    ),
    "paper.not_a_sheet": N_("This cannot be read as a spreadsheet. Save it as XLSX or CSV."),
    "paper.sheet_empty": N_("The spreadsheet holds nothing."),
    "paper.too_many_columns": N_("The spreadsheet has more than %(limit)s columns. Remove some."),
    "paper.too_many_lines": N_("The spreadsheet has more than %(limit)s lines. Divide it."),
    "sheet.action": N_("This kind of action is not known: %(words)s. Leave the cell empty."),
    "sheet.adopted_missing": N_(
        "The text %(name)s is not known here yet. Say in this cell when it was adopted."
    ),
    "sheet.adopted_twice": N_(
        "Another line says that %(name)s was adopted on %(day)s. Make the days agree."
    ),
    "sheet.answered_missing": N_("There is a reply. Say in this cell on which day it was given."),
    "sheet.column_missing": N_(
        "The spreadsheet has no column “%(name)s”. Leave the headings as they were."
    ),
    "sheet.day": N_("%(words)s is not a day that can be read. Write it as 2026-05-15."),
    "sheet.empty_cell": N_("This cell may not be empty."),
    "sheet.faults": N_("Correct the lines named below first: a file is taken over whole."),
    "sheet.formula": N_("The cell holds a formula. Write what it says instead."),
    "sheet.gone": N_("The file is not kept any more. Send it again."),
    "sheet.language": N_("The language %(words)s is not known. Write one of these: %(codes)s."),
    "sheet.meeting": N_(
        "No such meeting is known: %(name)s. Write its first day, or leave the cell empty."
    ),
    "sheet.milestone": N_(
        "There is no such milestone: %(words)s. Write its key as it stands beside."
    ),
    "sheet.no_answer": N_(
        "There is a reply, but this state is none that a parliament gives. Change the state."
    ),
    "sheet.not_of_this_parliament": N_(
        "There is no commitment of this parliament with this identity. Leave the first column as"
        " it was."
    ),
    "sheet.not_secretariat": N_("Only the Secretariat takes over what was kept before."),
    "sheet.nothing_said": N_("Say in this cell what was done."),
    "sheet.nothing_new": N_("Nothing in the file is new: there is nothing to record."),
    "sheet.number": N_("%(words)s is not the number of a paragraph. Write a number such as 3."),
    "sheet.party": N_(
        "No parliament of this name is known, or more than one: %(name)s. Write the name as the"
        " register has it."
    ),
    "sheet.same_line": N_("Line %(line)s says the same. Leave one of them."),
    "sheet.stands_already": N_("This was taken over from a file before. Leave the line out."),
    "sheet.state": N_("This is no state: %(words)s. Choose one of those offered."),
    "sheet.state_missing": N_("Choose the new state in this cell."),
    "sheet.tag": N_("No tag of this name is known: %(name)s. Define it first, or leave it out."),
    "sheet.text_not_adopted": N_(
        "The text %(name)s is here, but it is not adopted. Commitments follow from adopted texts."
    ),
    "sheet.twice": N_("Line %(line)s is about the same commitment. Leave one of them."),
}
