import { checklist } from "@/lib/jurisdictions/common/checklist-table";

const vawa = "34 USC 12291(b)(2) where it applies; techsafety.org; OVW FAQ Oct 2017";

/** What a police department asks of a pack for its file (domain reference 1.2, 7 and 9). */
export const docketChecklist = checklist(
  "docket_pack",
  1,
  `
D-01 | First page says that the pack is for the file, and opens or numbers none by itself | notice_printed | - | product rule | D | packet.kind | cover
D-02 | Declaration of the client is ready: final, or signed under penalty of perjury | statement_ready kinds=[sworn_declaration] | L28 | 28 USC 1746, named as the form; wording not read | V2, C | paper.statement | statement
D-03 | Each annexure that the declaration names is in the pack | annexures_there | - | standard practice | G | paper.annexures | index
D-04 | Police report number, or a stated “not yet issued” | number_or_state types=[police_report] | - | general knowledge | G | reference.police_report | index
D-05 | Stage of the matter is stated | stage_stated | - | general knowledge | G | case.stage | cover
D-06 | Each act: time, account, and the words as sent or what happened | acts_complete | - | standard practice | G | incident.words | chronology
D-07 | Whether the sender was told to stop, or knew of the fear | knowledge_stated | L12 | opinion of 27 June 2023 | V | incident.knowledge | chronology
D-08 | Each account has its numeric id, not the name alone | accounts_have_id | L42 | practice | G | account.platform_id | chronology
D-09 | Each offence named was in force on each incident date | in_force_on_acts | L8 L10 L11 | 18 USC 875; 18 USC 2261A; Pub. L. 119-12 | V | law.in_force_from | cover
D-10 | No provision that is not in force is relied on | in_force_relied_on | L20 | lawlibrary.org.za act/2020/19 | V, C | law.in_force | cover
D-11 | The index names each exhibit once | exhibits_once | - | product rule | D | packet.exhibits | index
D-12 | Each exhibit: hash rechecked, method, collector, device and time source recorded | exhibits_complete | L27 | rule text as quoted at allaboutediscovery.com | V2 | exhibit.capture | index
D-13 | No exhibit lacks its web address, account id or time | no_flags | L42 | practice | G | exhibit.flags | index
D-14 | No person under 18 in any exhibit | no_minor | L43 | text of s 24B | V, G | exhibit.minor | index
D-15 | Screened for anything military or political, before it goes further | screened | - | product rule | D | case.screen | cover
D-16 | Release is valid for this receiver on this day | receivers_released | L29 | ${vawa} | V2 | release.expires_at | releases
D-17 | Release covers each of the exhibits | exhibits_released | L29 | ${vawa} | V2 | release.items | releases
D-18 | Nothing protected in the served part: text, names of files, outline, metadata, images | nothing_protected | - | product rule | D | client.protected | all
D-19 | No order of one country is shown as enforceable in the other | orders_have_country | L44 | 18 USC 2265 | V | reference.order | index
D-20 | Each legal text was checked within 180 days | law_fresh days=180 | - | product rule | D | law.checked_on | sources
D-21 | Every character could be printed | every_character_printed | - | product rule | D | text.characters | all
D-22 | Approved by a second person who did not prepare the packet | approved_by_second | - | product rule | D | packet.approved_by | cover
`,
);

const own = "our own rule; no source was read";

/** What a complaint about a department needs. The reference has no rule for one: the order and the lines are ours. */
export const complaintChecklist = checklist(
  "refusal_complaint",
  1,
  `
C-01 | First page says what the complaint is about, and that it goes no further than was agreed | notice_printed | - | product rule | D | packet.kind | cover
C-02 | The refusal is recorded: which office, when, which step | refusal_recorded | - | ${own} | G | refusal | refusal
C-03 | Who refused: name or number | refusal_officer | - | ${own} | G | refusal.officer | refusal
C-04 | The words of the refusal, as they were said | refusal_words | - | product rule | D | refusal.words | refusal
C-05 | Witnesses by code or role, or stated that there was none | refusal_witnesses | - | product rule | D | refusal.witnesses | refusal
C-06 | What the complaint rests on is named, with its source | refusal_basis | - | ${own} | G | refusal.basis | basis
C-07 | The rung that the complaint goes to is named | refusal_rung | - | ${own} | G | refusal.rungs | rungs
C-08 | Each rung tried before is there with its date | earlier_rungs_dated | - | ${own} | G | refusal.rungs | rungs
C-09 | Proof of the letter before goes along | refusal_proof | - | ${own} | G | refusal.proof | rungs
C-10 | Written consent of the client to complain for them, valid on this day | authority_valid | - | product rule | D | refusal.authority | authority
C-11 | The complaint is in writing and final, so that it can be signed | complaint_written kinds=[refusal_complaint,letter] | - | ${own} | G | paper.complaint | complaint
C-12 | A copy of the declaration goes along | statement_ready kinds=[sworn_declaration] | - | ${own} | G | paper.statement | complaint
C-13 | Each exhibit: hash rechecked, method, collector, device and time source recorded | exhibits_complete | L27 | rule text as quoted at allaboutediscovery.com | V2 | exhibit.capture | exhibits
C-14 | The list names each exhibit once | exhibits_once | - | product rule | D | packet.exhibits | exhibits
C-15 | No person under 18 in any exhibit | no_minor | L43 | text of s 24B | V, G | exhibit.minor | exhibits
C-16 | Release is valid for this receiver on this day | receivers_released | L29 | ${vawa} | V2 | release.expires_at | releases
C-17 | Release covers each of the exhibits | exhibits_released | L29 | ${vawa} | V2 | release.items | releases
C-18 | Nothing protected in the served part: text, names of files, outline, metadata, images | nothing_protected | - | product rule | D | client.protected | all
C-19 | Each legal text was checked within 180 days | law_fresh days=180 | - | product rule | D | law.checked_on | sources
C-20 | Every character could be printed | every_character_printed | - | product rule | D | text.characters | all
C-21 | Approved by a second person who did not prepare the packet | approved_by_second | - | product rule | D | packet.approved_by | cover
`,
);
