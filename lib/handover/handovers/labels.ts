import type { PacketKindKey } from "@/lib/packets/packets/types";
import type { Cover } from "@/lib/packets/release-cover/types";
import type { HandoverEventName, OfficerPart, Outcome, QuestionReason } from "./types";

export const eventLabels: Record<HandoverEventName, string> = {
  delivered: "Handed over",
  opened: "Opened",
  downloaded: "Downloaded",
  acknowledged: "Receipt acknowledged",
  numbered: "Number recorded",
  asked: "Question asked",
  answered: "Question answered",
  outcome: "Where it stands",
  refusal_seen: "Refusal noted as seen",
};

/** The same as the officer reads it. */
export const ownEventLabels: Record<HandoverEventName, string> = {
  delivered: "Handed to you",
  opened: "Opened by you",
  downloaded: "Downloaded by you",
  acknowledged: "You acknowledged receipt",
  numbered: "You recorded a number",
  asked: "You asked",
  answered: "Your question was answered",
  outcome: "You said where it stands",
  refusal_seen: "The organisation has seen your refusal",
};

export const reasonLabels: Record<QuestionReason, string> = {
  wrong_identifier: "Wrong identifier",
  too_broad: "Too broad",
  no_legal_basis: "No legal basis",
  manifest_error: "Error in the files or the manifest",
  insufficient_facts: "Insufficient facts",
  not_our_jurisdiction: "Not our jurisdiction",
  other: "Something else",
};

/** What each reason means, for an officer who chooses one. */
export const reasonHints: Record<QuestionReason, string> = {
  wrong_identifier: "An account, number or id is not right, or belongs to somebody else.",
  too_broad: "More is asked for than can be justified: data, accounts or days.",
  no_legal_basis: "The law that is named does not carry what is asked.",
  manifest_error: "A file is missing, cannot be opened, or does not match its hash.",
  insufficient_facts: "Something that you must know is not said.",
  not_our_jurisdiction: "Another unit, station or country has to act.",
  other: "Say what it is.",
};

/** What members on the case do about each reason, and where: on the case, in the next draft, or in the packet. */
export const corrections: Record<
  QuestionReason,
  { what: string; at: "case" | "draft" | "packet"; path: string; words: string }
> = {
  wrong_identifier: {
    what: "Check the permanent ID of each account and what proves it, then build the next version.",
    at: "case",
    path: "/subjects",
    words: "Open the identity board",
  },
  too_broad: {
    what: "Ask for less in the next version: fewer accounts, classes of data or days.",
    at: "draft",
    path: "#draft-asks",
    words: "Change what is asked",
  },
  no_legal_basis: {
    what: "Say in the next version what is asked and why it is needed.",
    at: "draft",
    path: "",
    words: "Draft the next version",
  },
  manifest_error: {
    what: "Check the file and its hash, then build the next version.",
    at: "case",
    path: "/evidence",
    words: "Open evidence",
  },
  insufficient_facts: {
    what: "Add what is missing to the incidents, then build the next version.",
    at: "case",
    path: "/incidents",
    words: "Open incidents",
  },
  not_our_jurisdiction: {
    what: "See on the ladder who else can act, and take it there.",
    at: "case",
    path: "",
    words: "Open the ladder",
  },
  other: {
    what: "Read what is asked beside the packet.",
    at: "packet",
    path: "#file",
    words: "Open the packet",
  },
};

export const outcomeLabels: Record<Outcome, { label: string; hint: string }> = {
  assigned: { label: "Assigned", hint: "Somebody works on it." },
  sent_on: { label: "Sent on", hint: "Another unit, bureau or authority has it now." },
  refused: { label: "Refused", hint: "Nothing will be done with it. Say why." },
  data_received: { label: "Data received", hint: "What was asked for has come." },
  closed: { label: "Closed", hint: "Your office has closed the matter." },
};

/** The sections of each kind that an officer may ask about, by section id and with the printed numbering. */
export const sectionLabels: Record<PacketKindKey, Readonly<Record<string, string>>> = {
  mla_dossier: {
    summary: "1. Summary",
    request: "2. Draft request",
    standards: "3. Legal standards",
    dual: "4. Dual criminality",
    chronology: "5. Chronology",
    identity: "6. Identity board",
    references: "7. Register of reference numbers",
    exhibits: "8. Exhibit list",
    certificates: "9. Draft certificates",
    preflight: "10. Preflight result",
    verify: "11. How to verify",
  },
  interpol_briefing: {
    cover: "1. Fields for the message",
    facts: "2 and 3. Facts and identifiers",
    evidence: "4 and 5. References, evidence and criteria",
  },
  preservation_briefing: {
    cover: "1 and 2. Why today, and what to send where",
    identifiers: "3 and 4. Identifiers and draft letter",
    clocks: "5 to 7. Clocks, emergency disclosure and exhibits",
  },
  docket_pack: {
    statements: "1. Statements and papers",
    annexures: "2. Annexures",
    diary: "3. Chronology",
    index: "4. Index",
    filing: "6. For the officer to file",
  },
  refusal_complaint: {
    facts: "1 to 3. What happened, the rule, and what was asked",
    ladder: "4 and 5. Rungs of the complaint and authority",
    letters: "6. The letter",
    proof: "7. Proof",
  },
};

/** What each file of a packet is, for an officer. */
export const partLabels: Record<OfficerPart, string> = {
  served: "The packet",
  annex: "Sealed annex",
  request: "Draft request to edit",
  manifest: "List of files and hashes",
  manifest_signature: "Signature of that list",
  case_uco: "The same for machines (CASE/UCO)",
  verifier: "Verifier to open in a browser",
  originals: "Original files that travel beside it",
};

/** Why the annex of a packet can no longer be read. */
export const annexClosed =
  "The sealed annex was given to you, and the client’s release for it has ended or was taken back. It is not given out any more. Ask the organisation if you still need it.";

/** Why a packet is closed to its officer: the client's release has ended, or never named them. */
export const whyNoCover: Record<Exclude<Cover, "covered">, string> = {
  revoked: "The client has taken back their consent to your having this packet, so it is closed.",
  taken_off: "The client’s consent to your having this packet no longer names you, so it is closed.",
  expired: "The client’s consent to your having this packet has ended, so it is closed.",
  unnamed: "No release of the client names you for this packet, so it is closed until one does.",
  narrow: "The client’s consent does not cover all of this packet for you, so it is closed.",
};

const giveBack =
  "Do not use it any more. Return or destroy the copies that you took, have whoever you gave one to do the same, and tell the organisation when that is done.";

/** The instruction to the officer in each case. */
export const whatNow: Record<Exclude<Cover, "covered">, string> = {
  revoked: giveBack,
  taken_off: giveBack,
  expired: "Do not use it any more. Ask the organisation whether the client signs a new release.",
  unnamed: "Do not use it for now. Ask the organisation to have you named on the client’s release.",
  narrow: "Do not use it for now. Ask the organisation for a version that the client’s release covers.",
};

/** Why a file is temporarily closed to an officer; the reason itself belongs to the case and is not shown to them. */
export const heldBack = "The organisation holds this packet back for now. Ask them about it.";

/** What the served part was checked for, and what was not checked. */
export const whatWasChecked =
  "When it was built, its text was searched for the names, numbers and addresses that are recorded for the client, and none was found. Pictures and original files were not read that way: if you see in one who the client is, keep it to yourself and tell us.";
