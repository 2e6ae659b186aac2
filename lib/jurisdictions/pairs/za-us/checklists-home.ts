import { checklist } from "@/lib/jurisdictions/common/checklist-table";

/** What a station asks of a docket pack (domain reference 1.2, 1.3 and 9). */
export const docketChecklist = checklist(
  "docket_pack",
  1,
  `
D-01 | First page says that the pack is for the docket, and opens or numbers none by itself | notice_printed | - | product rule | D | packet.kind | cover
D-02 | Statement of the client is ready: final, or sworn | statement_ready kinds=[sworn_statement] | L40 | standard practice | G | paper.statement | statement
D-03 | Each annexure that the statement names is in the pack | annexures_there | - | standard practice | G | paper.annexures | index
D-04 | CAS number, or a stated “not yet issued” | number_or_state types=[cas] | L35 | westerncape.gov.za | V, G C | reference.CAS | index
D-05 | Stage of the matter is stated | stage_stated | - | general knowledge | G | case.stage | cover
D-06 | Each act: time, account, and the words as sent or what happened | acts_complete | - | standard practice | G | incident.words | chronology
D-07 | Whether the sender was told to stop, or knew of the fear | knowledge_stated | L16 | standard practice; opinion of 27 June 2023 | G / V | incident.knowledge | chronology
D-08 | Each account has its numeric id, not the name alone | accounts_have_id | L45 | practice | G | account.platform_id | chronology
D-09 | Each offence named was in force on each incident date | in_force_on_acts | L7 L9 | cybercrimesact.co.za; Moyo v Minister of Police [2019] ZACC 40 | V | law.in_force_from | cover
D-10 | No provision that is not in force is relied on | in_force_relied_on | L11 | lawlibrary.org.za act/2020/19 | V, C | law.in_force | cover
D-11 | The index names each exhibit once | exhibits_once | - | product rule | D | packet.exhibits | index
D-12 | Each exhibit: hash rechecked, method, collector, device and time source recorded | exhibits_complete | L26 | acts.co.za | V | exhibit.capture | index
D-13 | No exhibit lacks its web address, account id or time | no_flags | L45 | practice | G | exhibit.flags | index
D-14 | No person under 18 in any exhibit | no_minor | L44 | text of s 24B | V, G | exhibit.minor | index
D-15 | Screened for anything military or political, before it goes further | screened | - | product rule | D | case.screen | cover
D-16 | Release is valid for this receiver on this day | receivers_released | L43 | popia.co.za | V | release.expires_at | releases
D-17 | Release covers each of the exhibits | exhibits_released | L43 | popia.co.za | V | release.items | releases
D-18 | Nothing protected in the served part: text, names of files, outline, metadata, images | nothing_protected | - | product rule | D | client.protected | all
D-19 | No order of one country is shown as enforceable in the other | orders_have_country | L46 | 18 USC 2265 | V | reference.order | index
D-20 | Each legal text was checked within 180 days | law_fresh days=180 | - | product rule | D | law.checked_on | sources
D-21 | Every character could be printed | every_character_printed | - | product rule | D | text.characters | all
D-22 | Approved by a second person who did not prepare the packet | approved_by_second | - | product rule | D | packet.approved_by | cover
`,
);

const ni3 = "SAPS National Instruction 3 of 2011 (nca247.org.za and a circulated extract)";
const reg17 = "Civilian Secretariat for Police Service Regulations 2016, reg 17";

/** What a complaint about a refusal needs, rung by rung (domain reference 1.3). */
export const complaintChecklist = checklist(
  "refusal_complaint",
  1,
  `
C-01 | First page says what the complaint is about, and that it goes no further than was agreed | notice_printed | - | product rule | D | packet.kind | cover
C-02 | The refusal is recorded: which office, when, which step | refusal_recorded | - | ${ni3} | V2, C | refusal | refusal
C-03 | Who refused: name or force number | refusal_officer | - | ${ni3} | V2, C | refusal.officer | refusal
C-04 | The words of the refusal, as they were said | refusal_words | - | product rule | D | refusal.words | refusal
C-05 | Witnesses by code or role, or stated that there was none | refusal_witnesses | - | product rule | D | refusal.witnesses | refusal
C-06 | The duty that was not met is named, with its source | refusal_basis | - | ${ni3} | V2, C | refusal.basis | basis
C-07 | The rung that the complaint goes to is named | refusal_rung | - | fishhoekcpf.co.za; unisasapplication.co.za | V2 | refusal.rungs | rungs
C-08 | Each rung tried before is there with its date | earlier_rungs_dated | - | fishhoekcpf.co.za; unisasapplication.co.za | V2 | refusal.rungs | rungs
C-09 | Proof of the letter before goes along | refusal_proof | - | fishhoekcpf.co.za; unisasapplication.co.za | V2 | refusal.proof | rungs
C-10 | Written consent of the client to complain for them, valid on this day | authority_valid | - | ${reg17}(2) | V | refusal.authority | authority
C-11 | The complaint is in writing and final, so that it can be signed | complaint_written kinds=[refusal_complaint,letter] | - | ${reg17} | V | paper.complaint | complaint
C-12 | A copy of the statement goes along | statement_ready kinds=[sworn_statement] | - | fishhoekcpf.co.za; unisasapplication.co.za | V2 | paper.statement | complaint
C-13 | Not addressed to IPID: a bare refusal is normally not in its list | receiver_fits avoid=[ipid,independent~police~investigative] | - | houtbaycpf.org.za; general knowledge | V2, G | packet.receiver | cover
C-14 | Each exhibit: hash rechecked, method, collector, device and time source recorded | exhibits_complete | L26 | acts.co.za | V | exhibit.capture | exhibits
C-15 | The list names each exhibit once | exhibits_once | - | product rule | D | packet.exhibits | exhibits
C-16 | No person under 18 in any exhibit | no_minor | L44 | text of s 24B | V, G | exhibit.minor | exhibits
C-17 | Release is valid for this receiver on this day | receivers_released | L43 | popia.co.za | V | release.expires_at | releases
C-18 | Release covers each of the exhibits | exhibits_released | L43 | popia.co.za | V | release.items | releases
C-19 | Nothing protected in the served part: text, names of files, outline, metadata, images | nothing_protected | - | product rule | D | client.protected | all
C-20 | Each legal text was checked within 180 days | law_fresh days=180 | - | product rule | D | law.checked_on | sources
C-21 | Every character could be printed | every_character_printed | - | product rule | D | text.characters | all
C-22 | Approved by a second person who did not prepare the packet | approved_by_second | - | product rule | D | packet.approved_by | cover
`,
);
