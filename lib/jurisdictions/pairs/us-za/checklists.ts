import type { ChecklistDraft } from "@/lib/jurisdictions/checklist-types";
import { checklist } from "@/lib/jurisdictions/common/checklist-table";
import { complaintChecklist, docketChecklist } from "./checklists-home";

// Sources and marks as in the domain reference, read 2026-11-24. D is a rule of this product. An id that the other
// direction has too asks the same thing there.

const vawa = "34 USC 12291(b)(2) where it applies; techsafety.org; OVW FAQ Oct 2017";

const mla = checklist(
  "mla_dossier",
  1,
  `
M-01 | First page says that this is a pre-request dossier and not a request by a state | notice_printed | L5 | general knowledge | G | packet.kind | cover
M-02 | Authority conducting the matter is named, or the blank is ruled | blank_ruled | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | charge.authority | 2.1
M-03 | A number at home is present: FBI case or police report | number_issued types=[police_report,us_case] | L37 | reporting guide; general knowledge | S G | reference.police_report | 2.2
M-04 | Stage of the matter is stated | stage_stated | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | case.stage | 2.2
M-05 | Each offence has provision, text slot and maximum penalty | offences_complete | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | charge.provision | 2.3
M-06 | Each US provision was in force on each incident date | in_force_on_acts | L8 L10 L11 | 18 USC 875; 18 USC 2261A; Pub. L. 119-12 | V | law.in_force_from | 2.3
M-07 | No provision that is not in force is relied on | in_force_relied_on | L20 | lawlibrary.org.za act/2020/19 | V, C | law.in_force | 2.3
M-08 | Content is asked only where a South African offence stands opposite the charge | content_needs_pair | L21 | CPA, POCA and RICA named at justice.gov.za/ilr; what each asks for is general knowledge | V G | charge.pairs | 3
M-09 | Every element has an incident or exhibit, or its gap is printed | elements_carried | L31 | analysis | G | charge.elements | 4
M-10 | True threat where a US threat offence is charged: words of violence and knowledge facts (South Africa asks what a reasonable person would see) | knowledge_where_charged provisions=[875(b),875(c)] tags=[violence] | L12 L13 | opinion of 27 June 2023; cybercrimesact.co.za | V | incident.knowledge | 4
M-11 | Course of conduct: two or more acts | course_of_conduct provisions=[2261A] atLeast=2 | L10 L32 | 18 USC 2261A | V | incident | 4
M-12 | Acts used for 47 USC 223(h) are after 19 May 2025 | acts_after provisions=[223(h)] tags=[intimate_image] day=2025-05-19 | L11 | Pub. L. 119-12 | V; years G | incident.at | 4
M-13 | Each account has a provider legal entity | accounts_have_entity | L24 L25 | X law enforcement guidelines; about.meta.com law enforcement guidelines | V | account.provider | 2.4
M-14 | Each account has an unchanging platform id | accounts_have_id | L24 L25 | X law enforcement guidelines; about.meta.com law enforcement guidelines | V | account.platform_id | 6
M-15 | Each item asked for has a date range in UTC | ranges_in_utc | L25 L42 | about.meta.com law enforcement guidelines; practice | V / G | request.range | 2.4
M-16 | Each item names its data class, and the class its South African power and facts | classes_named | L21 L22 | CPA, POCA and RICA named at justice.gov.za/ilr; their content general knowledge | V / G | request.class | 3
M-17 | Purpose and link of each account to the offence are stated | accounts_linked | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | request.purpose | 2.5
M-18 | Persons: identity and location stated, or stated as not known | identity_stated | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | subject.identity | 2.6
M-19 | Special procedure and form of certification are stated | certification_stated | L3 L26 | US model text as read in the 1988 US–Hong Kong draft; acts.co.za | V model, G C / V | request.certification | 2.7
M-20 | Confidentiality: reason stated; length stated or blank ruled | secrecy_stated | L24 | X law enforcement guidelines | V | request.secrecy | 2.8
M-21 | Urgency: reason and date stated | urgency_stated | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | request.urgency | 2.9
M-22 | Each account has a preservation reference and expiry | accounts_preserved | L38 L24 L25 | tspa.org; X law enforcement guidelines; about.meta.com law enforcement guidelines | V2 / V | reference.preservation | 7
M-23 | No act is older than 90 days without preservation (our rule) | old_acts_preserved days=90 | - | product rule | D | incident.at | 2.9
M-24 | Release is valid for this receiver on this day | receivers_released | L29 | ${vawa} | V2 | release.expires_at | 10
M-25 | Release covers each of the exhibits | exhibits_released | L29 | ${vawa} | V2 | release.items | 10
M-26 | Ground for transfer abroad is recorded | transfer_ground | - | product rule | D | release.cross_border_basis | 10
M-27 | Nothing protected in the served part: text, names of files, outline, metadata, images | nothing_protected | - | product rule | D | client.protected | all
M-28 | Each exhibit: hash rechecked, method, collector, device and time source recorded | exhibits_complete | L26 L27 | acts.co.za; rule text as quoted at allaboutediscovery.com | V / V2 | exhibit.capture | 8
M-29 | Each exhibit printed once, one cover, page count equal to plan | exhibits_once | - | product rule | D | packet.exhibits | exhibits
M-30 | No exhibit lacks its web address, account id or time | no_flags | L42 | practice | G | exhibit.flags | 8
M-31 | No person under 18 in any exhibit | no_minor | L43 | text of s 24B | V, G | exhibit.minor | 8
M-32 | Nothing military or political in the matter | screened | L33 | US model | G C | case.screen | 2.2
M-33 | Each reference type has a number or a stated “not yet issued” | number_or_state types=[police_report,preservation,ncb,oia,central_authority] | - | product rule | D | reference.state | 7
M-34 | Each legal text was checked within 180 days | law_fresh days=180 | - | product rule | D | law.checked_on | annex B
M-35 | Threat for gain: a thing of value was asked for | gain_asked provisions=[875(b),875(d)] | L9 | 18 USC 875 | V | charge.gain | 4
M-36 | No order of one country is shown as enforceable in the other | orders_have_country | L44 | 18 USC 2265 | V | reference.order | 7
M-37 | Approved by a second person who did not prepare the packet | approved_by_second | - | product rule | D | packet.approved_by | cover
M-38 | Every character could be printed | every_character_printed | - | product rule | D | text.characters | all
`,
);

const bureau = checklist(
  "interpol_briefing",
  1,
  `
N-01 | First page says that this is a briefing and not an INTERPOL message | notice_printed | - | customer guide | S, V2 | packet.kind | cover
N-02 | Comes from the police of a member country (criterion 1) | receiver_named roles=[investigating_officer] | - | justice.gov | V, C | handover.liaison | 5
N-03 | Is to or from a member country or agency (criterion 2) | receiver_named roles=[ncb] | - | justice.gov | V, C | packet.receiver | 5
N-04 | Is an international investigation (criterion 3) | two_countries | - | justice.gov | V, C | case.pair | 5
N-05 | Crime in both countries (criterion 4) | offences_paired | L8 L13 | justice.gov; 18 USC 875; cybercrimesact.co.za | V, C / V | charge.pairs | 5
N-06 | Not military, political, religious or racial (criterion 5, article 3) | screened | - | Constitution art 3; justice.gov | V2, G / V, C | case.screen | 5
N-07 | Subject is linked to the crime (criterion 6) | accounts_linked | - | justice.gov | V, C | account.link | 3
N-08 | Reason, type of investigation and fullest identifiers (criterion 7) | identifiers_full | - | justice.gov | V, C | subject.identity | 3
N-09 | One purpose is stated | bureau_purpose | - | customer guide | S, V2 | ncb.purpose | 1
N-10 | Offence with provision and maximum penalty | offences_complete | - | practice | G C | charge.provision | 1
N-11 | Police report number and investigating unit | number_issued types=[police_report] officer=true | - | practice | G C | reference.police_report | 1
N-12 | Action asked for and date by which | bureau_action | - | practice | G C | ncb.action | 1
N-13 | Conditions of use and onward sharing | bureau_conditions | - | practice | G C | release.conditions | 1
N-14 | Known danger stated | danger_stated | - | practice | G C | case.danger | 2
N-15 | Release valid for INTERPOL Washington and for onward use | release_covers transfer=true | L29 | ${vawa} | V2 | release.recipient | 5
N-16 | No name or address in the served part | nothing_protected | - | product rule | D | client.protected | all
N-17 | No person under 18 in any exhibit | no_minor | L43 | text of s 24B | V, G | exhibit.minor | exhibits
N-18 | Each legal text was checked within 180 days | law_fresh days=180 | - | product rule | D | law.checked_on | sources
N-19 | Every character could be printed | every_character_printed | - | product rule | D | text.characters | all
N-20 | Approved by a second person who did not prepare the packet | approved_by_second | - | product rule | D | packet.approved_by | cover
`,
);

const preservation = checklist(
  "preservation_briefing",
  1,
  `
S-01 | First page says police only, and that the organisation sends nothing | notice_printed | L38 L24 | tspa.org; X law enforcement guidelines | V2 / V | packet.kind | cover
S-02 | Provider legal entity and its route for police | entity_and_route | L24 L25 | X law enforcement guidelines; about.meta.com law enforcement guidelines | V | account.provider | 2
S-03 | Unchanging id, handle and URL for each account | letter_accounts_named | L24 L25 | X law enforcement guidelines; about.meta.com law enforcement guidelines | V | account.platform_id | 3
S-04 | Date range in UTC for each account | letter_ranges | L25 L42 | about.meta.com law enforcement guidelines; practice | V / G | request.range | 3
S-05 | Data types named; not “all data” | letter_types | L25 | about.meta.com law enforcement guidelines | V | request.class | 3
S-06 | Statement that legal process will follow | purpose_stated | - | practice | G | request.purpose | 4
S-07 | Officer, letterhead and signature | receiver_named roles=[investigating_officer] | - | practice | G | handover.liaison | 4
S-08 | No provision that is not in force is cited | in_force_relied_on | L20 | lawlibrary.org.za act/2020/19 | V, C | law.in_force | 4
S-09 | Expiry and extension dates computed from the date sent | letter_clocks | L38 L24 | tspa.org; X law enforcement guidelines | V2 / V | clock | 5
S-10 | Gap forecast against the request | gap_forecast | L41 | general knowledge | G | clock | 5
S-11 | User notice: reason against notice stated | secrecy_stated | L24 L25 | X law enforcement guidelines; about.meta.com law enforcement guidelines | V | request.secrecy | 4
S-12 | Emergency text: who, what, why now, which data, no time for process | emergency_complete | L40 | DOJ slides | V2 | case.danger | 6
S-13 | Release valid for the investigating officer | release_covers | L29 | ${vawa} | V2 | release.recipient | 7
S-14 | No name or address in the served part | nothing_protected | - | product rule | D | client.protected | all
S-15 | No person under 18 in any exhibit | no_minor | L43 | text of s 24B | V, G | exhibit.minor | exhibits
S-16 | Each legal text was checked within 180 days | law_fresh days=180 | - | product rule | D | law.checked_on | sources
S-17 | Every character could be printed | every_character_printed | - | product rule | D | text.characters | all
S-18 | Approved by a second person who did not prepare the packet | approved_by_second | - | product rule | D | packet.approved_by | cover
`,
);

/** What each receiver of this pair asks. */
export const checklists: ChecklistDraft[] = [mla, bureau, preservation, docketChecklist, complaintChecklist];
