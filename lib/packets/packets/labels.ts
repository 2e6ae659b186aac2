import type { ncbPurposes } from "./snapshot/snapshot-kind-parts";
import type { PacketEventName, PacketKind, PacketKindKey, PacketPartKey, PacketStatus, ReceiverRole } from "./types";

/** The kinds of packets, each shaped for its receiver. */
export const packetKinds: Record<PacketKindKey, PacketKind> = {
  mla_dossier: {
    key: "mla_dossier",
    label: "MLA pre-request dossier",
    short: "MLA pre-request dossier",
    notice: {
      title: "This is a pre-request dossier, not an MLAT request",
      text: "Only the prosecutor and the central authority can make a request. Page 1 says so.",
    },
    receivers: ["investigating_officer", "prosecutor", "central_authority"],
    asks: ["stage", "screening", "asks", "reasons", "exhibits"],
    hasAnnex: true,
    hasRequest: true,
  },
  interpol_briefing: {
    key: "interpol_briefing",
    label: "INTERPOL briefing",
    short: "INTERPOL briefing",
    notice: {
      title: "This is a briefing, not an INTERPOL message",
      text: "Only a National Central Bureau can send a message. The officer decides whether to ask the bureau.",
    },
    receivers: ["investigating_officer", "ncb"],
    asks: ["stage", "screening", "ncb", "emergency", "exhibits"],
    hasAnnex: true,
    hasRequest: false,
  },
  preservation_briefing: {
    key: "preservation_briefing",
    label: "Preservation and emergency-disclosure briefing",
    short: "Preservation briefing",
    notice: {
      title: "Only police can send what is drafted here",
      text: "The organisation sends nothing to a provider. The officer copies the text onto their own letterhead.",
    },
    receivers: ["investigating_officer"],
    asks: ["letter", "asks", "reasons", "emergency", "exhibits"],
    hasAnnex: false,
    hasRequest: false,
  },
  docket_pack: {
    key: "docket_pack",
    label: "Docket pack",
    short: "Docket pack",
    notice: {
      title: "For the docket: statement, annexures, chronology and index",
      text: "The officer files it. Nothing in it opens, registers or numbers a docket by itself.",
    },
    receivers: ["investigating_officer", "station"],
    asks: ["stage", "screening", "exhibits"],
    hasAnnex: true,
    hasRequest: false,
  },
  refusal_complaint: {
    key: "refusal_complaint",
    label: "Refusal complaint pack",
    short: "Refusal complaint",
    notice: {
      title: "A complaint about a refusal, with what was said and when",
      text: "It goes where the client has agreed in writing that it may go, and no further.",
    },
    receivers: ["station", "complaints_body"],
    asks: ["refusal", "exhibits"],
    hasAnnex: true,
    hasRequest: false,
  },
};

export const kindLabels: Record<string, string> = Object.fromEntries(
  Object.values(packetKinds).map((kind) => [kind.key, kind.label]),
);

/** The most important notice for readers of a packet of this kind. */
export const kindNotices: Record<string, { title: string; text: string }> = Object.fromEntries(
  Object.values(packetKinds).map((kind) => [kind.key, kind.notice]),
);

export const receiverLabels: Record<ReceiverRole, string> = {
  investigating_officer: "Investigating officer",
  prosecutor: "Prosecutor",
  central_authority: "Central authority",
  other_side: "Authority of the other country",
  ncb: "National Central Bureau",
  station: "Station or head of the unit",
  complaints_body: "Complaints body",
};

export const statusLabels: Record<PacketStatus, string> = {
  building: "Building",
  failed: "Not built",
  cancelled: "Building was stopped",
  ready: "Waiting for approval",
  approved: "Approved",
  returned: "Returned to the author",
  handed_over: "Handed over",
  withdrawn: "Withdrawn",
};

export const packetEventLabels: Record<PacketEventName, string> = {
  drafted: "Drafted",
  built: "Built",
  failed: "Not built",
  cancelled: "Building was stopped",
  retried: "Building started again",
  commented: "Comment",
  approved: "Approved",
  returned: "Returned to the author",
  withdrawn: "Withdrawn",
};

export const classLabels = {
  subscriber: "Subscriber",
  traffic: "Traffic",
  content: "Content",
} as const;

/** The lowest foreign standard for each class of data, in plain words (domain reference 3.4). */
export const classHints = {
  subscriber: "Who registered and paid. Subpoena standard.",
  traffic: "Log-in addresses and times. Court order standard.",
  content: "The messages themselves. Search warrant standard.",
} as const;

/** The same if the data is only preserved: that needs no court. */
export const keptHints = {
  subscriber: "Who registered and paid.",
  traffic: "Log-in addresses and times.",
  content: "The messages themselves.",
} as const;

/** The default request if the author writes nothing else. */
export const classDefaults = {
  subscriber:
    "Name, address, session times and durations, length of service, phone or subscriber number including temporarily assigned IP addresses, means of payment",
  traffic: "Log-in and session IP addresses, with port and UTC time; message headers",
  content: "Messages between the account and the client’s account, and the posts named in the incidents",
} as const;

/** The stages of a build, in order. `counted` says what their count refers to. */
export const buildStages = [
  { key: "queued", name: "Waiting for the worker", counted: "" },
  { key: "reading", name: "Reading the case", counted: "" },
  { key: "exhibits", name: "Checking and preparing exhibits", counted: "exhibits" },
  { key: "preflight", name: "Checking the preflight list", counted: "" },
  { key: "drawing", name: "Writing pages", counted: "pages" },
  { key: "leaks", name: "Looking for protected details in the finished file", counted: "" },
  { key: "parts", name: "Writing the annex, the request and the manifest", counted: "" },
  { key: "storing", name: "Keeping all of it", counted: "" },
] as const;

export type BuildStage = (typeof buildStages)[number]["key"];

/** How a packet names the ledger line that lifts a cover of words: purposes are not printed. */
export const liftedAction = "redaction lifted";

/** The field of a line that can be fixed only by a person looking. No reason overrides it. */
export const lookField = "exhibit.look";

/** Where a failed line can be fixed: a page of the case, and the link text. The longest prefix wins. */
const places: readonly (readonly [string, string, string])[] = [
  ["packet", "packets/new", "Draft a new version"],
  ["request", "packets/new", "Change what is asked"],
  ["case.stage", "packets/new", "State the stage"],
  ["case.screen", "packets/new", "Answer the screening question"],
  ["case.danger", "packets/new", "Describe the danger"],
  ["case.pair", "", "Open the case"],
  ["ncb", "packets/new", "Say what is asked of the bureau"],
  ["handover", "packets/new", "Name the officer by role"],
  ["clock", "packets/new", "Give the day of the letter"],
  ["paper", "documents", "Open documents"],
  ["refusal", "refusals", "Open refusals"],
  ["refusal.authority", "releases", "Open releases and written consent"],
  ["text", "incidents", "Open incidents"],
  ["exhibit.minor", "packets/new", "Answer the question on minors"],
  ["exhibit", "evidence", "Open evidence"],
  [lookField, "evidence/pictures", "Look at the pictures"],
  ["reference", "references", "Open references"],
  ["charge", "charges", "Open charges"],
  ["law", "charges", "Open charges"],
  ["incident", "incidents", "Open incidents"],
  ["account", "subjects", "Open the identity board"],
  ["subject", "subjects", "Open the identity board"],
  ["release.conditions", "packets/new", "State the conditions of use"],
  ["release", "releases", "Open releases"],
  ["client", "incidents", "Open incidents"],
];

/** The link to fix a field of the checklist, relative to the case. */
export function placeToCorrect(field: string): { path: string; words: string } {
  const found = places.filter(([start]) => field.startsWith(start)).toSorted((a, b) => b[0].length - a[0].length)[0];
  return found ? { path: found[1], words: found[2] } : { path: "", words: "Open the case" };
}

/** Why a packet with exhibits is blocked: no reason overrides it. */
export const stoppedExhibits =
  "A sexual image of a person under 18 may be among the files of this case, so none is handed out. Leave out every exhibit.";

/** Why a packet with unchecked pictures is blocked: no reason overrides it. */
export const unseenPictures = (which: string): string =>
  `Nobody looked yet at ${which}. A picture leaves only after a person looked at it.`;

/** A picture of the packet that was replaced by a mask. */
export const replacedPictures = (which: string): string =>
  `${which} was masked after this version was built. Draft the next version, so that the masked copy is served.`;

/** Built by an earlier release, which did not ask. */
export const neverAsked =
  "This version was built before anybody was asked to look at its pictures. Draft the next version and look at them.";

/** The purpose and readers of each kind, for the page where one is chosen. */
export const kindUses: Record<PacketKindKey, { use: string; readers: string }> = {
  mla_dossier: {
    use: "To ask the other country for records of the accounts, through a prosecutor.",
    readers: "Investigating officer, prosecutor, central authority",
  },
  interpol_briefing: {
    use: "To ask police in the other country for help, from bureau to bureau.",
    readers: "Investigating officer, who takes it to the National Central Bureau",
  },
  preservation_briefing: {
    use: "To have companies keep the records before they are deleted, or give them at once when a life is in danger.",
    readers: "Investigating officer, who writes to the companies",
  },
  docket_pack: {
    use: "To give the docket everything at once: statement, annexures, chronology and index.",
    readers: "Station, or the officer who has the docket",
  },
  refusal_complaint: {
    use: "To complain when somebody in office refuses to do their part.",
    readers: "Head of the unit, or the body that hears complaints",
  },
};

/** The purposes of a message in plain words (INTERPOL rules on data, article 10(2), with the snapshot's keys). */
export const purposeLabels: Record<(typeof ncbPurposes)[number], { label: string; hint: string }> = {
  identify: { label: "Find out who it is", hint: "The person behind the accounts is not known, or not for certain." },
  locate: { label: "Find out where a person is", hint: "Who it is, is known; where they are, is not." },
  obtain_information: { label: "Get information", hint: "What police there hold about the person or the accounts." },
  support_investigation: {
    label: "Support an investigation",
    hint: "An investigation is open here and needs their help.",
  },
  warn: { label: "Warn of a danger", hint: "The person may travel or act, and police there should know." },
};

export const levelLabels = {
  official: { label: "For official use only", hint: "" },
  restricted: { label: "Restricted", hint: "The usual choice: it names a victim by code, and threats in full." },
  confidential: { label: "Confidential", hint: "When being known would put a person in danger." },
} as const;

/** What a company requires for an emergency disclosure, one question each. */
export const emergencyLabels = {
  who: { label: "Who is in danger", hint: "By code, never by name: the client, a child of the client." },
  nature: { label: "What threatens them", hint: "Death or serious injury, and how. Quote the words of the threat." },
  whyNow: { label: "Why it is now", hint: "What says that it will happen soon: a date, a journey, a weapon." },
  data: { label: "Which data would stop it", hint: "For example: where the account was last logged in from." },
  noTime: { label: "Why there is no time for the usual way", hint: "What would happen while a court is asked." },
} as const;

export const partLabels: Record<PacketPartKey, { label: string; about: string }> = {
  served: { label: "Served part", about: "What the receiver reads. People by code only." },
  annex: { label: "Sealed annex", about: "Identity and address. Open it only if your work needs it." },
  request: { label: "Draft request", about: "For the prosecutor to edit. Same numbers as the served part." },
  manifest: { label: "Manifest", about: "Every file and page with its SHA-256." },
  manifest_signature: { label: "Signature of the manifest", about: "Says that the manifest is ours and unchanged." },
  case_uco: { label: "CASE/UCO data", about: "The evidence as data, for forensic software." },
  verifier: { label: "Verifier", about: "A page that checks the folder without a network." },
  originals: { label: "Originals", about: "The files that travel beside it, in one .zip for an officer to unpack." },
  withdrawn_copy: { label: "Withdrawn copy", about: "The served part with the stamp Withdrawn." },
  superseded_copy: { label: "Superseded copy", about: "The served part, saying on every page what replaced it." },
};

/** Names of draft fields by the field a checklist line points at. The longest prefix wins. */
const formFields: readonly (readonly [string, string])[] = [
  ["packet.exhibits", "exhibits"],
  ["packet.receiver", "receivers"],
  ["case.stage", "stage"],
  ["case.screen", "screened"],
  ["exhibit.minor", "minors"],
  ["request", "asks"],
  ["request.purpose", "purpose"],
  ["request.certification", "certification"],
  ["request.secrecy", "secrecy"],
  ["request.urgency", "urgency"],
  ["ncb.", "ncbAsk"],
  ["emergency", "emergency"],
  ["case.danger", "emergency"],
  ["preservation.letter", "letterOn"],
  ["clock", "letterOn"],
  ["letter", "letterOn"],
  ["refusal.choice", "refusal"],
  ["packet.refusal", "refusal"],
];

/** The draft field that fixes a line, such as `stage` or `ncbAsk.purpose`; null if it is fixed on the case. */
export function formFieldOf(field: string): string | null {
  const found = formFields
    .filter(([start]) => field.startsWith(start))
    .toSorted((a, b) => b[0].length - a[0].length)[0];
  if (!found) return null;
  const [start, name] = found;
  return name === "ncbAsk" || (name === "emergency" && field.startsWith("emergency."))
    ? `${name}.${field.slice(start.replace(/\.$/, "").length + 1)}`
    : name;
}
