import { describePart as describePacketPart } from "@/lib/packets/packets/labels";
import { isLetter } from "@/lib/packets/packets/rules";
import type { LetterKey, PacketKindKey } from "@/lib/packets/packets/types";
import type { Cover } from "@/lib/packets/release-cover/types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { HandoverEventName, OfficerPart, Outcome, QuestionReason } from "./types";

export const eventLabels: Record<HandoverEventName, string> = labelTable(() => ({
  delivered: t("Handed over"),
  opened: t("Opened"),
  downloaded: t("Downloaded"),
  acknowledged: t("Receipt acknowledged"),
  numbered: t("Number recorded"),
  asked: t("Question asked"),
  answered: t("Question answered"),
  outcome: t("Where it stands"),
  refusal_seen: t("Refusal noted as seen"),
}));

/** The same as the officer reads it. */
export const ownEventLabels: Record<HandoverEventName, string> = labelTable(() => ({
  delivered: t("Handed to you"),
  opened: t("Opened by you"),
  downloaded: t("Downloaded by you"),
  acknowledged: t("You acknowledged receipt"),
  numbered: t("You recorded a number"),
  asked: t("You asked"),
  answered: t("Your question was answered"),
  outcome: t("You updated the status"),
  refusal_seen: t("The organisation has seen your refusal"),
}));

/** What an officer is asked to do first, by kind of packet. */
export const readLabels: Partial<Record<string, string>> = labelTable(
  () =>
    ({
      mla_dossier: t("Read the brief"),
      interpol_briefing: t("Read the briefing"),
      preservation_briefing: t("Read the briefing"),
      docket_pack: t("Read the docket pack"),
      refusal_complaint: t("Read the complaint"),
    }) satisfies Record<PacketKindKey, string>,
);

export const reasonLabels: Record<QuestionReason, string> = labelTable(() => ({
  wrong_identifier: t("Wrong identifier"),
  too_broad: t("Too broad"),
  no_legal_basis: t("No legal basis"),
  manifest_error: t("Error in the files or the manifest"),
  insufficient_facts: t("Insufficient facts"),
  not_our_jurisdiction: t("Not our jurisdiction"),
  other: t("Something else"),
}));

/** What each reason means, for an officer who chooses one. */
export const reasonHints: Record<QuestionReason, string> = labelTable(() => ({
  wrong_identifier: t("An account, number or id is not right, or belongs to somebody else."),
  too_broad: t("More is asked for than can be justified: data, accounts or days."),
  no_legal_basis: t("The law that is cited does not support what is asked for."),
  manifest_error: t("A file is missing, cannot be opened, or does not match its hash."),
  insufficient_facts: t("Something that you need to know is missing."),
  not_our_jurisdiction: t("Another unit, station or country has to act."),
  other: t("Say what it is."),
}));

/** What members on the case do about each reason, and where: on the case, in the next draft, or in the packet. */
export const corrections: Record<
  QuestionReason,
  { what: string; at: "case" | "draft" | "packet"; path: string; words: string }
> = labelTable(() => ({
  wrong_identifier: {
    what: t("Check the permanent ID of each account and what proves it, then build the next version."),
    at: "case",
    path: "/subjects",
    words: t("Open the identity board"),
  },
  too_broad: {
    what: t("Ask for less in the next version: fewer accounts, classes of data or days."),
    at: "draft",
    path: "#draft-asks",
    words: t("Change what is asked"),
  },
  no_legal_basis: {
    what: t("Say in the next version what is asked and why it is needed."),
    at: "draft",
    path: "",
    words: t("Draft the next version"),
  },
  manifest_error: {
    what: t("Check the file and its hash, then build the next version."),
    at: "case",
    path: "/evidence",
    words: t("Open evidence"),
  },
  insufficient_facts: {
    what: t("Add what is missing to the incidents, then build the next version."),
    at: "case",
    path: "/incidents",
    words: t("Open incidents"),
  },
  not_our_jurisdiction: {
    what: t("See on the ladder who else can act, and take it there."),
    at: "case",
    path: "",
    words: t("Open the ladder"),
  },
  other: {
    what: t("Read what is asked beside the packet."),
    at: "packet",
    path: "#file",
    words: t("Open the packet"),
  },
}));

export const outcomeLabels: Record<Outcome, { label: string; hint: string }> = labelTable(() => ({
  assigned: { label: t("Assigned"), hint: t("Somebody is working on it.") },
  sent_on: { label: t("Passed to another unit"), hint: t("Another unit, bureau or authority has it now.") },
  refused: { label: t("Refused"), hint: t("Nothing will be done with it. Say why.") },
  data_received: { label: t("Data received"), hint: t("What was asked for has arrived.") },
  closed: { label: t("Closed by your office"), hint: t("Nothing more is done there.") },
}));

/** The sections of each kind that an officer may ask about, by section id and with the printed numbering. */
export const sectionLabels: Record<PacketKindKey, Readonly<Record<string, string>>> = labelTable(() => ({
  mla_dossier: {
    brief: t("Brief"),
    request: t("1. Statement of facts"),
    dual: t("2. The offences, element by element"),
    standards: t("3. What is sought, and why"),
    identity: t("4. The accounts and who used them"),
    references: t("5. Reference numbers"),
    handling: t("6. Authority, secrecy, urgency, form of proof"),
    adoption: t("7. Adoption"),
    exhibits: t("Schedule A. Exhibits"),
    chronology: t("Schedule B. Chronology"),
    "annex-a": t("Schedule C. Custody, files and hashes"),
    certificates: t("Schedule D. Draft certificates"),
    "annex-b": t("Schedule E. Law relied on"),
    verify: t("Schedule F. How to verify"),
  },
  interpol_briefing: {
    cover: t("1. Fields for the message"),
    facts: t("2 and 3. Facts and identifiers"),
    evidence: t("4 and 5. References, evidence and criteria"),
  },
  preservation_briefing: {
    cover: t("1 to 3. Letters to send, why today, and routes"),
    clocks: t("4 to 6. Clocks, emergency disclosure and exhibits"),
  },
  docket_pack: {
    statements: t("1. Statements and papers"),
    annexures: t("2. Annexures"),
    diary: t("3. Chronology"),
    index: t("4. Index"),
    filing: t("5. For the officer to file"),
  },
  refusal_complaint: {
    facts: t("1 to 3. What happened, the rule, and what was asked"),
    ladder: t("4 and 5. Escalation history and authority"),
    letters: t("6. The letter"),
    proof: t("7. Proof"),
  },
}));

/** Sections of an earlier layout, which questions of that time still name. */
export const formerSections: Readonly<Record<string, string>> = labelTable(() => ({
  summary: t("Summary"),
  preflight: t("Preflight result"),
  identifiers: t("The letters"),
}));

/** What each file of a packet is, for an officer. */
const fixedParts: Record<Exclude<OfficerPart, LetterKey>, string> = labelTable(() => ({
  served: t("The packet"),
  annex: t("Sealed annex"),
  request: t("Letter of request to edit"),
  manifest: t("List of files and hashes"),
  manifest_signature: t("Signature of that list"),
  case_uco: t("Machine-readable version (CASE/UCO)"),
  verifier: t("Verifier to open in a browser"),
  originals: t("Original files sent with it"),
}));

/** @param name of its file, which says to whom a letter is */
export function describePart(part: OfficerPart, name?: string): string {
  return isLetter(part) ? describePacketPart(part, name).label : fixedParts[part];
}

/** Why the annex of a packet can no longer be read. */
export const annexClosed = t(
  "You were given the sealed annex, but the client’s release for it has ended or was revoked. It is no longer available. Ask the organisation if you still need it.",
);

/** Why a packet is closed to its officer: the client's release has ended, or never named them. */
export const whyNoCover: Record<Exclude<Cover, "covered">, string> = labelTable(() => ({
  revoked: t("The client has withdrawn their consent to your having this packet, so it is closed."),
  taken_off: t("The client’s consent to your having this packet no longer names you, so it is closed."),
  expired: t("The client’s consent to your having this packet has ended, so it is closed."),
  unnamed: t("No release of the client names you for this packet, so it is closed until one does."),
  narrow: t("The client’s consent does not cover all of this packet for you, so it is closed."),
}));

const giveBack = t(
  "Do not use it any more. Return or destroy any copies that you took, ask anybody you gave a copy to do the same, and tell the organisation when that is done.",
);

/** The instruction to the officer in each case. */
export const whatNow: Record<Exclude<Cover, "covered">, string> = labelTable(() => ({
  revoked: giveBack,
  taken_off: giveBack,
  expired: t("Do not use it any more. Ask the organisation whether the client signs a new release."),
  unnamed: t("Do not use it for now. Ask the organisation to have you named on the client’s release."),
  narrow: t("Do not use it for now. Ask the organisation for a version that the client’s release covers."),
}));

/** Why a file is temporarily closed to an officer; the reason itself belongs to the case and is not shown to them. */
export const heldBack = t("The organisation holds this packet back for now. Ask them about it.");

/** What the served part was checked for, and what was not checked. */
export const whatWasChecked = t(
  "When this packet was built, its text was searched for the names, numbers and addresses that are recorded for the client, and none was found. Words in pictures are searched only as far as a machine reads them, and original files are not searched: if one shows you who the client is, keep it to yourself and tell us.",
);
