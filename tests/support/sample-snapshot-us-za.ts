import { createHash } from "node:crypto";
import { runPreflight } from "@/lib/packets/preflight";
import { type PacketSnapshot, type PacketSnapshotInput, snapshotSchema } from "@/lib/packets/snapshot";

type Part<K extends keyof PacketSnapshotInput> = NonNullable<PacketSnapshotInput[K]>;

const builtAt = "2026-11-24T15:40:00Z";
const sha = (text: string) => createHash("sha256").update(text).digest("hex");

const act = (
  code: string,
  at: string,
  account: string,
  words: string,
  exhibits: string[],
  tags: Part<"incidents">[number]["tags"],
): Part<"incidents">[number] => ({
  code,
  at,
  account,
  kind: "direct message",
  words,
  language: "English",
  exhibits,
  statements: ["ST 4"],
  tags,
  key: code === "I-1",
});

const incidents: Part<"incidents"> = [
  act(
    "I-1",
    "2026-10-06T17:10:44Z",
    "A1",
    "I know your house in Examplebury. I will have your legs broken.",
    ["E-01"],
    ["violence"],
  ),
  act(
    "I-2",
    "2026-10-19T20:31:05Z",
    "A2",
    "Blocked again? I know you are scared. You should be.",
    ["E-02"],
    ["fear", "contact"],
  ),
  act(
    "I-3",
    "2026-11-09T18:02:51Z",
    "A2",
    "Next month I fly over and I will break your jaw myself.",
    ["E-03"],
    ["violence", "contact"],
  ),
];

const events: Part<"events"> = [
  {
    code: "C-1",
    at: "2026-10-08T13:00:00Z",
    what: "The client wrote to A1: “Stop writing to me. I am afraid of you.” The client then blocked A1.",
    sources: ["E-02", "ST 5"],
    knowledge: true,
  },
  {
    code: "C-2",
    at: "2026-10-21T15:30:00Z",
    what: "The client reported to the police of Examplebury and got a report number.",
    sources: ["R-2"],
  },
];

const accounts: Part<"accounts"> = [
  {
    code: "A1",
    platform: "X",
    provider: { entity: "X Corp.", law: ["L24"] },
    platformId: "2999000000000000201",
    idReadFrom: "saved profile page, E-01 file 2",
    handles: [{ handle: "@veld_example_one", from: "2026-10-06", to: "2026-10-08" }],
    displayNames: ["veld"],
    location: "“Gqeberha” shown on profile (E-01)",
    link: { confidence: "first", text: "First account seen." },
    shownBy: ["E-01"],
  },
  {
    code: "A2",
    platform: "Instagram",
    provider: { entity: "Meta Platforms, Inc.", law: ["L25"] },
    platformId: "99999999900000401",
    idReadFrom: "message export, E-03",
    handles: [{ handle: "veld.example.two", from: "2026-10-19", to: "2026-11-09" }],
    displayNames: ["v"],
    link: { confidence: "medium", text: "“Blocked again?” (E-02), eleven days after A1 was blocked." },
    shownBy: ["E-02", "E-03"],
  },
];

const open = (
  code: string,
  type: Part<"references">[number]["type"],
  text: string,
  issuer: string,
  whoActs: string,
) => ({
  code,
  type,
  label: text,
  state: "not_yet_issued" as const,
  issuer,
  whoActs,
});

const references: Part<"references"> = [
  {
    code: "R-1",
    type: "us_case",
    label: "FBI case number",
    state: "issued",
    number: "EXAMPLE-FBI-000147",
    issuer: "FBI, Examplebury field office",
    issuedOn: "2026-10-30",
    cameBy: "phone",
    proof: "call note",
  },
  {
    code: "R-2",
    type: "police_report",
    label: "US police report number",
    state: "issued",
    number: "EXAMPLE-2026-10-4471",
    issuer: "Police of Examplebury",
    issuedOn: "2026-10-21",
    cameBy: "on paper",
    proof: "E-04",
  },
  {
    code: "R-3",
    type: "ic3",
    label: "IC3 submission ID",
    state: "issued",
    number: "EXAMPLE-IC3-20261022-0009",
    issuer: "FBI Internet Crime Complaint Center",
    issuedOn: "2026-10-22",
    cameBy: "portal or screen",
    proof: "saved page",
  },
  {
    code: "R-4",
    type: "preservation",
    label: "Preservation, X",
    state: "issued",
    number: "EXAMPLE-X-PRES-77",
    issuer: "X Corp.",
    issuedOn: "2026-10-31",
    expiresOn: "2027-01-29",
    cameBy: "e-mail",
    proof: "e-mail, raw",
    accounts: ["A1"],
  },
  open("R-5", "preservation", "Preservation, Meta", "Meta Platforms, Inc.", "Police only"),
  open("R-6", "ncb", "INTERPOL Washington reference", "INTERPOL Washington (US NCB)", "Police only"),
  open("R-7", "oia", "OIA reference", "DOJ Office of International Affairs", "Central authority only"),
  open("R-8", "central_authority", "DOJ&CD reference", "DOJ&CD", "Central authority only"),
  open("R-9", "letter_of_request", "Letter rogatory", "Court", "Court only"),
  open("R-10", "cas", "CAS number", "SAPS station", "Police only"),
];

const element = (home: string, other: string, facts: string, shownBy: string[], gap = "none noted") => ({
  home,
  other,
  facts,
  shownBy,
  gap,
});

const pairs: Part<"pairs"> = [
  {
    code: "P-1",
    home: { provision: "18 USC 875(c)", maximum: "5 years", charge: "18 USC 875(c)" },
    other: { provision: "Cybercrimes Act 19 of 2020, section 15", maximum: "3 years", maxYears: 3, law: "L13" },
    elements: [
      element(
        "threat to injure the person of another",
        "data message that threatens violence",
        "“I will have your legs broken.” “I will break your jaw myself.”",
        ["I-1", "I-3", "E-01", "E-03"],
      ),
      element("interstate or foreign transmission", "disclosure by electronic communications", "X and Instagram.", [
        "A1",
        "A2",
      ]),
      element(
        "recklessness or more as to the threatening character",
        "a reasonable person with the same information would see a threat",
        "Told to stop (C-1). Then: “I know you are scared.” (I-2).",
        ["C-1", "I-2", "E-02"],
      ),
      element("the accused sent it", "the accused sent it", "Not known.", [], "Identity; Q-1 goes to this."),
    ],
    content: ["Yes"],
  },
  {
    code: "P-2",
    home: { provision: "18 USC 2261A(2)", maximum: "5 years", charge: "18 USC 2261A(2)" },
    other: {
      provision: "Intimidation Act 72 of 1982, section 1(1)(a)",
      maximum: "10 years",
      maxYears: 10,
      law: "L15",
    },
    elements: [
      element("course of conduct of two or more acts", "each act by itself", "Three acts.", ["I-1", "I-2", "I-3"]),
      element(
        "intent to harass or intimidate",
        "to compel a person to do or not do something",
        "",
        [],
        "No demand is recorded.",
      ),
    ],
  },
];

const network = "Karoo Voorbeeld Netwerk (Pty) Ltd (specimen)";

const request: Part<"request"> = {
  items: [
    {
      code: "Q-1",
      provider: network,
      dataClass: "subscriber",
      why: "who had the line at the minute of I-2 and I-3",
      rows: [
        {
          accounts: ["A2"],
          what: "subscriber of the line that used 192.0.2.44, port 51812, at 2026-10-19T20:31:05Z",
          from: "2026-10-19T00:00:00Z",
          to: "2026-10-20T00:00:00Z",
        },
      ],
    },
    {
      code: "Q-2",
      provider: network,
      dataClass: "traffic",
      why: "whether the same line was used for all three acts",
      rows: [
        {
          accounts: ["A1", "A2"],
          what: "sessions of that line",
          from: "2026-10-05T00:00:00Z",
          to: "2026-11-10T00:00:00Z",
        },
      ],
    },
  ],
  purpose: [],
  secrecy: {
    text: "Reason for the prosecutor’s use: the sender wrote again from a new account eleven days after a block, and in I-3 of travelling.",
    sources: ["C-1", "I-2", "I-3"],
  },
  urgency: [],
};

const captured = ["2026-10-07T09:12:00Z", "2026-10-20T08:00:00Z", "2026-11-10T07:41:00Z", "2026-10-21T16:00:00Z"];
const titles = [
  "Direct message from A1 (I-1), and profile page",
  "Direct message from A2 (I-2), and the stop message (C-1)",
  "Direct message from A2 (I-3), message export",
  "Police report of Examplebury (R-2)",
];

const exhibits: Part<"exhibits"> = titles.map((title, i) => ({
  code: `E-0${i + 1}`,
  title,
  shows: i < 3 ? [`I-${i + 1}`] : [],
  capturedAt: captured[i] ?? builtAt,
  method: i === 3 ? "scan" : "phone screenshot",
  collector: "Client",
  device: i === 3 ? "workstation WS-01" : "client’s phone",
  timeSource: "the phone’s clock was compared with a time server on 20 October 2026",
  received: "20 Oct 2026 by S-03",
  language: "English",
  files: [{ no: 1, name: `e-0${i + 1}-1.png`, kind: "original", bytes: 15002 + i, sha256: sha(`us-za E-0${i + 1}`) }],
  custody: ["collected", "received", "hashed", "viewed"].map((action, no) => ({
    no: no + 1,
    action,
    at: new Date(Date.parse(captured[i] ?? builtAt) + no * 3_600_000).toISOString(),
    by: no === 0 ? "Client" : "S-03",
    hash: sha(`us-za ${i} ${no}`),
  })),
  rehashed: { at: builtAt, same: true },
  minor: false,
  pageNote: "file 1, reduced to fit the page",
}));

const draft: PacketSnapshotInput = {
  packet: {
    no: "CD-2026-0201",
    version: 1,
    builtAt,
    preparedBy: "S-03",
    specimen: true,
    approval: { by: "S-04", at: "2026-11-24T15:20:00Z" },
  },
  org: { name: "Examplebury Safe Online Center", liaisonEmail: "packet@safe.example", liaisonPhone: "+1 555 0100 147" },
  receivers: [
    { role: "investigating_officer", name: "Special agent, FBI field office, Examplebury" },
    { role: "prosecutor", name: "Assistant US attorney" },
    { role: "central_authority", name: "Office of International Affairs, US Department of Justice" },
  ],
  zones: {
    home: "America/New_York",
    other: {
      zone: "Africa/Johannesburg",
      name: "South Africa Standard",
      reason: { text: "A1 showed “Gqeberha” on its profile.", sources: ["E-01"] },
    },
  },
  case: {
    clientCode: "MB-11",
    pair: "US-ZA",
    homeCountry: "United States",
    otherCountry: "South Africa",
    homeDemonym: "US",
    otherDemonym: "South African",
    matter: "Threats of violence on X and Instagram",
    stage: {
      text: "Stage on the day of this version: open investigation. No person has been charged, as far as this organisation was told.",
      sources: ["R-1"],
    },
    screened: true,
    clientFacts: [{ text: "The client is an adult who lives in the United States.", sources: ["ST 1"] }],
    subjectIdentity: {
      text: "Subject 1 (alleged): name, date of birth, nationality and address not known. A1 showed “Gqeberha”. That was not confirmed.",
      sources: ["E-01"],
    },
  },
  statements: [{ code: "ST", what: "A declaration was", swornOn: "2026-10-22", place: "Examplebury" }],
  references,
  incidents,
  events,
  accounts,
  charges: [
    { provision: "18 USC 875(c)", maximum: "5 years", inForceFrom: null, sources: ["L8", "L12"] },
    { provision: "18 USC 2261A(2)", maximum: "5 years", inForceFrom: null, sources: ["L10"] },
  ],
  dropped: [
    { provision: "Crimen injuria", reason: "insult alone; not relied on", source: "L18" },
    { provision: "Protection from Harassment Act, breach of an order", reason: "no order is known", source: "L17" },
  ],
  pairs,
  request,
  exhibits,
  releases: [
    {
      code: "REL-1",
      receiver: "FBI; US attorney; onward to the Office of International Affairs and South Africa",
      roles: ["investigating_officer", "prosecutor", "central_authority", "other_side"],
      items: "E-01 to E-04; the declaration",
      exhibits: ["E-01", "E-02", "E-03", "E-04"],
      signedOn: "2026-11-16",
      expiresOn: "2026-12-16",
      crossBorderBasis: "consent of the client",
    },
  ],
};

const reasons: Record<string, string> = {
  "M-21": "Section 2.9 says what the record shows; the US attorney states the day.",
  "M-22": "The agent was asked today to have A2 preserved.",
};

/** The invented case of the other direction: the client in the United States, the subject in South Africa. */
export function sampleSnapshotUsZa(change: Partial<PacketSnapshotInput> = {}): PacketSnapshot {
  const snapshot = snapshotSchema.parse({ ...draft, ...change });
  const results = runPreflight(snapshot).map((line) => {
    const reason = line.result === "fail" ? reasons[line.id] : undefined;
    return reason ? { ...line, override: { by: "S-04", at: "2026-11-24T15:18:00Z", reason } } : line;
  });
  return { ...snapshot, preflight: { checkedAt: "2026-11-24T15:19:00Z", checklistVersion: 3, results } };
}
