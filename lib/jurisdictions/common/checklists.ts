import type { ChecklistDraft } from "@/lib/jurisdictions/checklist-types";
import { checklist } from "./checklist-table";

// Every line is a rule of this product: no law of a pair that is not in the reference is guessed. A folder of law adds
// its own in pairs/<PAIR>/checklists.json.
const row = (id: string, rule: string, check: string, field: string, section: string) =>
  `${id} | ${rule} | ${check} | - | product rule | D | ${field} | ${section}`;

type Closing = { letter: string; from: number };

/** The lines that every packet has, whoever it is for. */
function closing({ letter, from }: Closing): string[] {
  const id = (i: number) => `${letter}-${String(from + i).padStart(2, "0")}`;
  return [
    row(id(0), "No person under 18 in any exhibit", "no_minor", "exhibit.minor", "exhibits"),
    row(
      id(1),
      "Each exhibit: hash rechecked, method, collector, device and time source recorded",
      "exhibits_complete",
      "exhibit.capture",
      "exhibits",
    ),
    row(id(2), "Each exhibit is there once", "exhibits_once", "packet.exhibits", "exhibits"),
    row(
      id(3),
      "Release is valid for this receiver on this day",
      "receivers_released",
      "release.expires_at",
      "releases",
    ),
    row(id(4), "Release covers each of the exhibits", "exhibits_released", "release.items", "releases"),
    row(
      id(5),
      "Nothing protected in the served part: text, names of files, outline, metadata, images",
      "nothing_protected",
      "client.protected",
      "all",
    ),
    row(id(6), "Each legal text was checked within 180 days", "law_fresh days=180", "law.checked_on", "sources"),
    row(id(7), "Every character could be printed", "every_character_printed", "text.characters", "all"),
    row(
      id(8),
      "Approved by a second person who did not prepare the packet",
      "approved_by_second",
      "packet.approved_by",
      "cover",
    ),
  ];
}

const anyNumber = "types=[cas,police_report,other]";

const mla = checklist(
  "mla_dossier",
  1,
  [
    row(
      "M-01",
      "First page says that this is a pre-request dossier and not a request by a state",
      "notice_printed",
      "packet.kind",
      "cover",
    ),
    row(
      "M-02",
      "Authority conducting the matter is named, or the blank is ruled",
      "blank_ruled",
      "charge.authority",
      "2.1",
    ),
    row("M-03", "An official number of the matter is present", `number_issued ${anyNumber}`, "reference", "2.2"),
    row("M-04", "Stage of the matter is stated", "stage_stated", "case.stage", "2.2"),
    row("M-05", "Each offence has provision and maximum penalty", "offences_complete", "charge.provision", "2.3"),
    row("M-06", "Each provision was in force on each incident date", "in_force_on_acts", "law.in_force_from", "2.3"),
    row("M-07", "No provision that is not in force is relied on", "in_force_relied_on", "law.in_force", "2.3"),
    row(
      "M-08",
      "Content is asked only where an offence of the other country is paired",
      "content_needs_pair",
      "charge.pairs",
      "3",
    ),
    row(
      "M-09",
      "Every element has an incident or exhibit, or its gap is printed",
      "elements_carried",
      "charge.elements",
      "4",
    ),
    row("M-10", "Each account has a provider legal entity", "accounts_have_entity", "account.provider", "2.4"),
    row("M-11", "Each account has an unchanging platform id", "accounts_have_id", "account.platform_id", "6"),
    row("M-12", "Each item asked for has a date range in UTC", "ranges_in_utc", "request.range", "2.4"),
    row("M-13", "Each item names its data class", "classes_named", "request.class", "3"),
    row("M-14", "Link of each account to the offence is stated", "accounts_linked", "request.purpose", "2.5"),
    row(
      "M-15",
      "Persons: identity and location stated, or stated as not known",
      "identity_stated",
      "subject.identity",
      "2.6",
    ),
    row("M-16", "Form of certification is stated", "certification_stated", "request.certification", "2.7"),
    row("M-17", "Confidentiality: reason stated", "secrecy_stated", "request.secrecy", "2.8"),
    row("M-18", "Urgency: reason stated", "urgency_stated", "request.urgency", "2.9"),
    row(
      "M-19",
      "Each account has a preservation reference and expiry",
      "accounts_preserved",
      "reference.preservation",
      "7",
    ),
    row(
      "M-20",
      "No act is older than 90 days without preservation",
      "old_acts_preserved days=90",
      "incident.at",
      "2.9",
    ),
    row("M-21", "Ground for transfer abroad is recorded", "transfer_ground", "release.cross_border_basis", "10"),
    row("M-22", "No exhibit lacks its web address, account id or time", "no_flags", "exhibit.flags", "8"),
    row("M-23", "Nothing military or political in the matter", "screened", "case.screen", "2.2"),
    row(
      "M-24",
      "No order of one country is shown as enforceable in the other",
      "orders_have_country",
      "reference.order",
      "7",
    ),
    ...closing({ letter: "M", from: 25 }),
  ].join("\n"),
);

const bureau = checklist(
  "interpol_briefing",
  1,
  [
    row(
      "N-01",
      "First page says that this is a briefing and not an INTERPOL message",
      "notice_printed",
      "packet.kind",
      "cover",
    ),
    row(
      "N-02",
      "The officer who would ask the bureau is named by role",
      "receiver_named roles=[investigating_officer]",
      "handover.liaison",
      "5",
    ),
    row("N-03", "The bureau is named", "receiver_named roles=[ncb]", "packet.receiver", "5"),
    row("N-04", "Two countries are concerned", "two_countries", "case.pair", "5"),
    row("N-05", "An offence of each country is paired", "offences_paired", "charge.pairs", "5"),
    row("N-06", "Nothing military, political, religious or racial in the matter", "screened", "case.screen", "5"),
    row("N-07", "Subject is linked to the acts", "accounts_linked", "account.link", "3"),
    row("N-08", "What the matter is, and the fullest identifiers", "identifiers_full", "subject.identity", "3"),
    row("N-09", "One purpose is stated", "bureau_purpose", "ncb.purpose", "1"),
    row("N-10", "Offence with provision and maximum penalty", "offences_complete", "charge.provision", "1"),
    row("N-11", "An official number of the matter is present", `number_issued ${anyNumber}`, "reference", "1"),
    row("N-12", "Action asked for and date by which", "bureau_action", "ncb.action", "1"),
    row("N-13", "Conditions of use and onward sharing", "bureau_conditions", "release.conditions", "1"),
    row("N-14", "Known danger stated", "danger_stated", "case.danger", "2"),
    row("N-15", "Ground for transfer abroad is recorded", "transfer_ground", "release.cross_border_basis", "5"),
    ...closing({ letter: "N", from: 16 }),
  ].join("\n"),
);

const preservation = checklist(
  "preservation_briefing",
  1,
  [
    row(
      "S-01",
      "First page says police only, and that the organisation sends nothing",
      "notice_printed",
      "packet.kind",
      "cover",
    ),
    row("S-02", "Provider legal entity and its route for police", "entity_and_route", "account.provider", "2"),
    row("S-03", "Unchanging id, handle and URL for each account", "letter_accounts_named", "account.platform_id", "3"),
    row("S-04", "Date range in UTC for each account", "letter_ranges", "request.range", "3"),
    row("S-05", "Data types named; not “all data”", "letter_types", "request.class", "3"),
    row("S-06", "Statement that legal process will follow", "purpose_stated", "request.purpose", "4"),
    row(
      "S-07",
      "The officer who sends is named by role",
      "receiver_named roles=[investigating_officer]",
      "handover.liaison",
      "4",
    ),
    row("S-08", "No provision that is not in force is cited", "in_force_relied_on", "law.in_force", "4"),
    row("S-09", "Expiry and extension dates computed from the date sent", "letter_clocks", "clock", "5"),
    row("S-10", "Gap forecast against the request", "gap_forecast", "clock", "5"),
    row("S-11", "User notice: reason against notice stated", "secrecy_stated", "request.secrecy", "4"),
    row(
      "S-12",
      "Emergency text: who, what, why now, which data, no time for process",
      "emergency_complete",
      "case.danger",
      "6",
    ),
    ...closing({ letter: "S", from: 13 }),
  ].join("\n"),
);

const docket = checklist(
  "docket_pack",
  1,
  [
    row(
      "D-01",
      "First page says that the pack is for the file, and opens or numbers none by itself",
      "notice_printed",
      "packet.kind",
      "cover",
    ),
    row(
      "D-02",
      "Statement of the client is ready: final, or sworn",
      "statement_ready kinds=[sworn_statement,sworn_declaration]",
      "paper.statement",
      "statement",
    ),
    row("D-03", "Each annexure that the statement names is in the pack", "annexures_there", "paper.annexures", "index"),
    row(
      "D-04",
      "An official number, or a stated “not yet issued”",
      `number_or_state ${anyNumber} oneIsEnough=true`,
      "reference",
      "index",
    ),
    row("D-05", "Stage of the matter is stated", "stage_stated", "case.stage", "cover"),
    row(
      "D-06",
      "Each act: time, account, and the words as sent or what happened",
      "acts_complete",
      "incident.words",
      "chronology",
    ),
    row(
      "D-07",
      "Whether the sender was told to stop, or knew of the fear",
      "knowledge_stated",
      "incident.knowledge",
      "chronology",
    ),
    row(
      "D-08",
      "Each account has its numeric id, not the name alone",
      "accounts_have_id",
      "account.platform_id",
      "chronology",
    ),
    row(
      "D-09",
      "Each offence named was in force on each incident date",
      "in_force_on_acts",
      "law.in_force_from",
      "cover",
    ),
    row("D-10", "No provision that is not in force is relied on", "in_force_relied_on", "law.in_force", "cover"),
    row("D-11", "No exhibit lacks its web address, account id or time", "no_flags", "exhibit.flags", "index"),
    row(
      "D-12",
      "Screened for anything military or political, before it goes further",
      "screened",
      "case.screen",
      "cover",
    ),
    row(
      "D-13",
      "No order of one country is shown as enforceable in the other",
      "orders_have_country",
      "reference.order",
      "index",
    ),
    ...closing({ letter: "D", from: 14 }),
  ].join("\n"),
);

const complaint = checklist(
  "refusal_complaint",
  1,
  [
    row(
      "C-01",
      "First page says what the complaint is about, and that it goes no further than was agreed",
      "notice_printed",
      "packet.kind",
      "cover",
    ),
    row("C-02", "The refusal is recorded: which office, when, which step", "refusal_recorded", "refusal", "refusal"),
    row("C-03", "Who refused: name or number", "refusal_officer", "refusal.officer", "refusal"),
    row("C-04", "The words of the refusal, as they were said", "refusal_words", "refusal.words", "refusal"),
    row(
      "C-05",
      "Witnesses by code or role, or stated that there was none",
      "refusal_witnesses",
      "refusal.witnesses",
      "refusal",
    ),
    row("C-06", "What the complaint rests on is named, with its source", "refusal_basis", "refusal.basis", "basis"),
    row("C-07", "The rung that the complaint goes to is named", "refusal_rung", "refusal.rungs", "rungs"),
    row("C-08", "Each rung tried before is there with its date", "earlier_rungs_dated", "refusal.rungs", "rungs"),
    row("C-09", "Proof of the letter before goes along", "refusal_proof", "refusal.proof", "rungs"),
    row(
      "C-10",
      "Written consent of the client to complain for them, valid on this day",
      "authority_valid",
      "refusal.authority",
      "authority",
    ),
    row(
      "C-11",
      "The complaint is in writing and final, so that it can be signed",
      "complaint_written kinds=[refusal_complaint,letter]",
      "paper.complaint",
      "complaint",
    ),
    row(
      "C-12",
      "A copy of the statement goes along",
      "statement_ready kinds=[sworn_statement,sworn_declaration]",
      "paper.statement",
      "complaint",
    ),
    ...closing({ letter: "C", from: 13 }),
  ].join("\n"),
);

/** What a packet of a pair with no checklist of its own is checked against. */
export const neutralChecklists: ChecklistDraft[] = [mla, bureau, preservation, docket, complaint];
