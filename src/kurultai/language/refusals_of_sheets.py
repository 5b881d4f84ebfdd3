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
    "sheet.column_missing": N_(
        "The spreadsheet has no column “%(name)s”. Leave the headings as they were."
    ),
    "sheet.day": N_("%(words)s is not a day that can be read. Write it as 2026-05-15."),
    "sheet.formula": N_("The cell holds a formula. Write what it says instead."),
    "sheet.gone": N_("The file is not kept any more. Send it again."),
    "sheet.milestone": N_(
        "There is no such milestone: %(words)s. Write its key as it stands beside."
    ),
    "sheet.not_of_this_parliament": N_(
        "There is no commitment of this parliament with this identity. Leave the first column as"
        " it was."
    ),
    "sheet.nothing_said": N_("Say in this cell what was done."),
    "sheet.nothing_new": N_("Nothing in the file is new: there is nothing to record."),
    "sheet.state": N_("This is no state: %(words)s. Choose one of those offered."),
    "sheet.state_missing": N_("Choose the new state in this cell."),
    "sheet.twice": N_("Line %(line)s is about the same commitment. Leave one of them."),
}
