import type { ChecklistDraft } from "@/lib/jurisdictions/checklist-types";
import { checklist } from "./checklist-table";

// Every line is a rule of this product: no law of a pair that is not in the reference is guessed. A folder of law adds
// its own in pairs/<PAIR>/checklists.json. An id asks what it asks in the pairs of the release; ids that ask for their
// law are left out.
const ours = (kind: string, table: string) =>
  checklist(kind, 1, table.trim().replaceAll(/^(.*? \| .*? \| .*?) \| (.*)$/gm, "$1 | - | product rule | D | $2"));

const mla = ours(
  "mla_dossier",
  `
M-01 | First page says that this is a pre-request dossier and not a request by a state | notice_printed | packet.kind | cover
M-02 | Authority conducting the matter is named, or the blank is ruled | blank_ruled | charge.authority | 2.1
M-03 | An official number of the matter is present | number_issued types=[cas,police_report,us_case,court_case,other] | reference | 2.2
M-04 | Stage of the matter is stated | stage_stated | case.stage | 2.2
M-05 | Each offence has provision and maximum penalty | offences_complete | charge.provision | 2.3
M-06 | Each provision was in force on each incident date | in_force_on_acts | law.in_force_from | 2.3
M-07 | No provision that is not in force is relied on | in_force_relied_on | law.in_force | 2.3
M-08 | Content is asked only where an offence of the other country is paired | content_needs_pair | charge.pairs | 3
M-09 | Every element has an incident or exhibit, or its gap is printed | elements_carried | charge.elements | 4
M-13 | Each account has a provider legal entity | accounts_have_entity | account.provider | 2.4
M-14 | Each account has an unchanging platform id | accounts_have_id | account.platform_id | 6
M-15 | Each item asked for has a date range in UTC | ranges_in_utc | request.range | 2.4
M-16 | Each item names its data class | classes_named | request.class | 3
M-17 | Link of each account to the offence is stated | accounts_linked | request.purpose | 2.5
M-18 | Persons: identity and location stated, or stated as not known | identity_stated | subject.identity | 2.6
M-19 | Form of certification is stated | certification_stated | request.certification | 2.7
M-20 | Confidentiality: reason stated | secrecy_stated | request.secrecy | 2.8
M-21 | Urgency: reason stated | urgency_stated | request.urgency | 2.9
M-22 | Each account has a preservation reference and expiry | accounts_preserved | reference.preservation | 7
M-23 | No act is older than 90 days without preservation | old_acts_preserved days=90 | incident.at | 2.9
M-24 | Release is valid for this receiver on this day | receivers_released | release.expires_at | releases
M-25 | Release covers each of the exhibits | exhibits_released | release.items | releases
M-26 | Ground for transfer abroad is recorded | transfer_ground | release.cross_border_basis | 10
M-27 | Nothing protected in the served part: text, names of files, outline, metadata, images | nothing_protected | client.protected | all
M-28 | Each exhibit: hash rechecked, method, collector, device and time source recorded | exhibits_complete | exhibit.capture | exhibits
M-29 | Each exhibit is there once | exhibits_once | packet.exhibits | exhibits
M-30 | No exhibit lacks its web address, account id or time | no_flags | exhibit.flags | 8
M-31 | No person under 18 in any exhibit | no_minor | exhibit.minor | exhibits
M-32 | Nothing military or political in the matter | screened | case.screen | 2.2
M-34 | Each legal text was checked within 180 days | law_fresh days=180 | law.checked_on | sources
M-36 | No order of one country is shown as enforceable in the other | orders_have_country | reference.order | 7
M-37 | Approved by a second person who did not prepare the packet | approved_by_second | packet.approved_by | cover
M-38 | Every character could be printed | every_character_printed | text.characters | all
`,
);

const bureau = ours(
  "interpol_briefing",
  `
N-01 | First page says that this is a briefing and not an INTERPOL message | notice_printed | packet.kind | cover
N-02 | The officer who would ask the bureau is named by role | receiver_named roles=[investigating_officer] | handover.liaison | 5
N-03 | The bureau is named | receiver_named roles=[ncb] | packet.receiver | 5
N-04 | Two countries are concerned | two_countries | case.pair | 5
N-05 | An offence of each country is paired | offences_paired | charge.pairs | 5
N-06 | Nothing military, political, religious or racial in the matter | screened | case.screen | 5
N-07 | Subject is linked to the acts | accounts_linked | account.link | 3
N-08 | What the matter is, and the fullest identifiers | identifiers_full | subject.identity | 3
N-09 | One purpose is stated | bureau_purpose | ncb.purpose | 1
N-10 | Offence with provision and maximum penalty | offences_complete | charge.provision | 1
N-11 | An official number of the matter is present | number_issued types=[cas,police_report,us_case,court_case,other] | reference | 1
N-12 | Action asked for and date by which | bureau_action | ncb.action | 1
N-13 | Conditions of use and onward sharing | bureau_conditions | release.conditions | 1
N-14 | Known danger stated | danger_stated | case.danger | 2
N-15 | Ground for transfer abroad is recorded | transfer_ground | release.cross_border_basis | 5
N-16 | Nothing protected in the served part: text, names of files, outline, metadata, images | nothing_protected | client.protected | all
N-17 | No person under 18 in any exhibit | no_minor | exhibit.minor | exhibits
N-18 | Each legal text was checked within 180 days | law_fresh days=180 | law.checked_on | sources
N-19 | Every character could be printed | every_character_printed | text.characters | all
N-20 | Approved by a second person who did not prepare the packet | approved_by_second | packet.approved_by | cover
N-21 | Each exhibit: hash rechecked, method, collector, device and time source recorded | exhibits_complete | exhibit.capture | exhibits
N-22 | Each exhibit is there once | exhibits_once | packet.exhibits | exhibits
N-23 | Release is valid for this receiver on this day | receivers_released | release.expires_at | releases
N-24 | Release covers each of the exhibits | exhibits_released | release.items | releases
`,
);

const preservation = ours(
  "preservation_briefing",
  `
S-01 | First page says police only, and that the organisation sends nothing | notice_printed | packet.kind | cover
S-02 | Provider legal entity and its route for police | entity_and_route | account.provider | 2
S-03 | Unchanging id, handle and URL for each account | letter_accounts_named | account.platform_id | 3
S-04 | Date range in UTC for each account | letter_ranges | request.range | 3
S-05 | Data types named; not “all data” | letter_types | request.class | 3
S-06 | Statement that legal process will follow | purpose_stated | request.purpose | 4
S-07 | The officer who sends is named by role | receiver_named roles=[investigating_officer] | handover.liaison | 4
S-08 | No provision that is not in force is cited | in_force_relied_on | law.in_force | 4
S-09 | Expiry and extension dates computed from the date sent | letter_clocks | clock | 5
S-10 | Gap forecast against the request | gap_forecast | clock | 5
S-11 | User notice: reason against notice stated | secrecy_stated | request.secrecy | 4
S-12 | Emergency text: who, what, why now, which data, no time for process | emergency_complete | case.danger | 6
S-13 | Release is valid for this receiver on this day | receivers_released | release.expires_at | releases
S-14 | Nothing protected in the served part: text, names of files, outline, metadata, images | nothing_protected | client.protected | all
S-15 | No person under 18 in any exhibit | no_minor | exhibit.minor | exhibits
S-16 | Each legal text was checked within 180 days | law_fresh days=180 | law.checked_on | sources
S-17 | Every character could be printed | every_character_printed | text.characters | all
S-18 | Approved by a second person who did not prepare the packet | approved_by_second | packet.approved_by | cover
S-19 | Each exhibit: hash rechecked, method, collector, device and time source recorded | exhibits_complete | exhibit.capture | exhibits
S-20 | Each exhibit is there once | exhibits_once | packet.exhibits | exhibits
S-21 | Release covers each of the exhibits | exhibits_released | release.items | releases
`,
);

const docket = ours(
  "docket_pack",
  `
D-01 | First page says that the pack is for the file, and opens or numbers none by itself | notice_printed | packet.kind | cover
D-02 | Statement of the client is ready: final, or sworn | statement_ready kinds=[sworn_statement,sworn_declaration] | paper.statement | statement
D-03 | Each annexure that the statement names is in the pack | annexures_there | paper.annexures | index
D-04 | An official number, or a stated “not yet issued” | number_or_state types=[cas,police_report,us_case,court_case,other] oneIsEnough=true | reference | index
D-05 | Stage of the matter is stated | stage_stated | case.stage | cover
D-06 | Each act: time, account, and the words as sent or what happened | acts_complete | incident.words | chronology
D-07 | Whether the sender was told to stop, or knew of the fear | knowledge_stated | incident.knowledge | chronology
D-08 | Each account has its numeric id, not the name alone | accounts_have_id | account.platform_id | chronology
D-09 | Each offence named was in force on each incident date | in_force_on_acts | law.in_force_from | cover
D-10 | No provision that is not in force is relied on | in_force_relied_on | law.in_force | cover
D-11 | Each exhibit is there once | exhibits_once | packet.exhibits | exhibits
D-12 | Each exhibit: hash rechecked, method, collector, device and time source recorded | exhibits_complete | exhibit.capture | exhibits
D-13 | No exhibit lacks its web address, account id or time | no_flags | exhibit.flags | index
D-14 | No person under 18 in any exhibit | no_minor | exhibit.minor | exhibits
D-15 | Screened for anything military or political, before it goes further | screened | case.screen | cover
D-16 | Release is valid for this receiver on this day | receivers_released | release.expires_at | releases
D-17 | Release covers each of the exhibits | exhibits_released | release.items | releases
D-18 | Nothing protected in the served part: text, names of files, outline, metadata, images | nothing_protected | client.protected | all
D-19 | No order of one country is shown as enforceable in the other | orders_have_country | reference.order | index
D-20 | Each legal text was checked within 180 days | law_fresh days=180 | law.checked_on | sources
D-21 | Every character could be printed | every_character_printed | text.characters | all
D-22 | Approved by a second person who did not prepare the packet | approved_by_second | packet.approved_by | cover
`,
);

const complaint = ours(
  "refusal_complaint",
  `
C-01 | First page says what the complaint is about, and that it goes no further than was agreed | notice_printed | packet.kind | cover
C-02 | The refusal is recorded: which office, when, which step | refusal_recorded | refusal | refusal
C-03 | Who refused: name or number | refusal_officer | refusal.officer | refusal
C-04 | The words of the refusal, as they were said | refusal_words | refusal.words | refusal
C-05 | Witnesses by code or role, or stated that there was none | refusal_witnesses | refusal.witnesses | refusal
C-06 | What the complaint rests on is named, with its source | refusal_basis | refusal.basis | basis
C-07 | The rung that the complaint goes to is named | refusal_rung | refusal.rungs | rungs
C-08 | Each rung tried before is there with its date | earlier_rungs_dated | refusal.rungs | rungs
C-09 | Proof of the letter before goes along | refusal_proof | refusal.proof | rungs
C-10 | Written consent of the client to complain for them, valid on this day | authority_valid | refusal.authority | authority
C-11 | The complaint is in writing and final, so that it can be signed | complaint_written kinds=[refusal_complaint,letter] | paper.complaint | complaint
C-12 | A copy of the statement goes along | statement_ready kinds=[sworn_statement,sworn_declaration] | paper.statement | complaint
C-14 | Each exhibit: hash rechecked, method, collector, device and time source recorded | exhibits_complete | exhibit.capture | exhibits
C-15 | Each exhibit is there once | exhibits_once | packet.exhibits | exhibits
C-16 | No person under 18 in any exhibit | no_minor | exhibit.minor | exhibits
C-17 | Release is valid for this receiver on this day | receivers_released | release.expires_at | releases
C-18 | Release covers each of the exhibits | exhibits_released | release.items | releases
C-19 | Nothing protected in the served part: text, names of files, outline, metadata, images | nothing_protected | client.protected | all
C-20 | Each legal text was checked within 180 days | law_fresh days=180 | law.checked_on | sources
C-21 | Every character could be printed | every_character_printed | text.characters | all
C-22 | Approved by a second person who did not prepare the packet | approved_by_second | packet.approved_by | cover
`,
);

/** What a packet of a pair with no checklist of its own is checked against. */
export const neutralChecklists: ChecklistDraft[] = [mla, bureau, preservation, docket, complaint];
