import type { PacketKind, PacketKindKey, PacketStatus, ReceiverRole } from "./types";

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

/** What a reader must know before anything else about a packet of this kind. */
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

export const classLabels = {
  subscriber: "Subscriber",
  traffic: "Traffic",
  content: "Content",
} as const;

/** The lowest standard that opens each class of data there, in plain words (domain reference 3.4). */
export const classHints = {
  subscriber: "Who registered and paid. Subpoena standard.",
  traffic: "Log-in addresses and times. Court order standard.",
  content: "The messages themselves. Search warrant standard.",
} as const;

/** What is sought when the author writes nothing else. */
export const classDefaults = {
  subscriber:
    "Name, address, session times and durations, length of service, phone or subscriber number including temporarily assigned IP addresses, means of payment",
  traffic: "Log-in and session IP addresses, with port and UTC time; message headers",
  content: "Messages between the account and the client’s account, and the posts named in the incidents",
} as const;

/** The stages of building, in order. `counted` says what their count counts. */
export const buildStages = [
  { key: "queued", name: "Waiting for the worker", counted: "" },
  { key: "reading", name: "Reading the case", counted: "" },
  { key: "hashing", name: "Checking the original files", counted: "exhibits" },
  { key: "preflight", name: "Checking the preflight list", counted: "" },
  { key: "exhibits", name: "Preparing exhibits", counted: "exhibits" },
  { key: "drawing", name: "Drawing pages", counted: "" },
  { key: "leaks", name: "Checking for protected details", counted: "" },
  { key: "storing", name: "Storing the file", counted: "" },
] as const;

export type BuildStage = (typeof buildStages)[number]["key"];

/** Where a failed line is mended: a page of the case, and the words of the link. Longest beginning wins. */
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

/** The link that mends a field of the checklist, under the case's own address. */
export function mendingPlace(field: string): { path: string; words: string } {
  const found = places.filter(([start]) => field.startsWith(start)).toSorted((a, b) => b[0].length - a[0].length)[0];
  return found ? { path: found[1], words: found[2] } : { path: "", words: "Open the case" };
}

/** Why a packet with exhibits stands still: no reason overrides it. */
export const stoppedExhibits =
  "A sexual image of a person under 18 may be among the files of this case, so none is handed out. Leave out every exhibit.";
