import { checkLines } from "@/lib/jurisdictions/packet-line";

/** The lines of the checklist that rest on law, for a pair whose law is not worded: they name none. */
export const commonChecklist = checkLines(`
M-03 | - | not read for this pair | G | A number of an open matter is present with its office
M-06 | - | not read for this pair | G | Each provision at home was in force on each incident date
M-08 | - | not read for this pair | G | Content is asked only where an offence there of more than one year is paired
M-10 | - | not read for this pair | G | Words of violence and knowledge facts, not insult only
M-12 | - | not read for this pair | G | Each act is later than the law there that it is paired with
M-16 | - | not read for this pair | G | Each item names its data class, and the class its standard there and facts
`);
