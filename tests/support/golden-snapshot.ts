import { type PacketSnapshot, snapshotSchema } from "@/lib/packets/packets/snapshot/snapshot";
import type { PacketKindKey, ReceiverRole } from "@/lib/packets/packets/types";
import { sampleSnapshot } from "./sample-snapshot";

/** A pair that no law data knows, so that the common checklist is used. */
export const inventedPair = "XA-XB";

const far = "2028-01-01";
const receivers: Record<PacketKindKey, readonly [ReceiverRole, string][]> = {
  mla_dossier: [
    ["investigating_officer", "Investigating officer"],
    ["prosecutor", "Prosecutor"],
    ["central_authority", "Central authority"],
  ],
  interpol_briefing: [
    ["investigating_officer", "Investigating officer"],
    ["ncb", "National Central Bureau"],
  ],
  preservation_briefing: [["investigating_officer", "Investigating officer"]],
  docket_pack: [
    ["investigating_officer", "Investigating officer"],
    ["station", "Station commander"],
  ],
  refusal_complaint: [
    ["station", "Station commander"],
    ["complaints_body", "Civilian Secretariat"],
  ],
};

/** A snapshot of this kind and pair that lacks nothing: every line passes, and what does not apply is said in the test. */
export function goldenSnapshot(kind: PacketKindKey, pair: string): PacketSnapshot {
  const sample = sampleSnapshot();
  const exhibits = sample.exhibits.map((exhibit) => exhibit.code);
  const roles = ["prosecutor", ...receivers[kind].map(([role]) => role)];
  return snapshotSchema.parse({
    ...sample,
    charges: sample.charges.map((charge) => ({ ...charge, inForceFrom: charge.inForceFrom ?? "1996-01-01" })),
    ...(pair === "US-ZA" ? mirrored(sample) : {}),
    preflight: null,
    packet: { ...sample.packet, kind },
    case: { ...sample.case, danger: { ...sample.case.danger, reviewOn: far }, ...countries(pair) },
    receivers: receivers[kind].map(([role, name]) => ({ role, name })),
    references: references(sample, pair),
    accounts: sample.accounts.map((account) => ({ ...account, url: `https://social.example/${account.platformId}` })),
    request: {
      ...sample.request,
      purpose: [{ text: "To learn who used the accounts; a request will follow.", sources: ["A1"] }],
      authority: { shownBy: ["R-2"], missing: "No agent has the matter.", first: [] },
    },
    releases: [
      {
        ...sample.releases[0],
        roles,
        exhibits,
        signedOn: "2026-11-20",
        expiresOn: null,
        identity: true,
        crossBorderBasis: "consent of the client",
      },
    ],
    papers: papers(pair),
    ...(pair === inventedPair ? { words: inventedWords } : {}),
    ...(kind === "interpol_briefing" ? { ncb: bureau } : {}),
    ...(kind === "preservation_briefing" ? { preservation: letter(sample), emergency } : {}),
    ...(kind === "refusal_complaint" ? { refusal } : {}),
  });
}

function countries(pair: string) {
  if (pair === "US-ZA") return { pair, homeCountry: "United States", otherCountry: "South Africa" };
  if (pair === inventedPair) return { pair, homeCountry: "Alphaland", otherCountry: "Betaland" };
  return { pair };
}

/** The number of the police here, every preservation issued, and an order with its country. */
function references(sample: PacketSnapshot, pair: string): PacketSnapshot["references"] {
  const list = sample.references.map((reference) => {
    if (reference.type === "preservation")
      return { ...reference, state: "issued" as const, number: `EXAMPLE-${reference.code}`, expiresOn: far };
    return reference.type === "cas" && pair === "US-ZA" ? { ...reference, type: "police_report" as const } : reference;
  });
  const [first] = list;
  if (!first) throw new Error("the sample has no reference");
  const order = { ...first, code: "R-20", type: "order" as const, label: "Protection order", country: "ZA" };
  return [...list, order];
}

/** The same matter with the law of the two countries on the other side. */
function mirrored(sample: PacketSnapshot): Pick<PacketSnapshot, "charges" | "pairs"> {
  const force = { inForceFrom: "1996-01-01", inForceUntil: null, inForce: true, commonLaw: false };
  const provisions = ["18 USC 875(c)", "18 USC 2261A(2)", "47 USC 223(h)"] as const;
  return {
    charges: provisions.map((provision) => ({
      provision,
      maximum: "5 years",
      note: null,
      sources: ["18 USC"],
      ...force,
    })),
    pairs: sample.pairs.map((pair, i) => ({
      ...pair,
      home: { provision: provisions[i] ?? "", maximum: "5 years", charge: provisions[i] ?? null },
      other: { ...pair.other, provision: "Cybercrimes Act s 15", maximum: "3 years", maxYears: 3, law: "L13" },
    })),
  };
}

function papers(pair: string): PacketSnapshot["papers"] {
  const paper = {
    version: 1,
    finalOn: "2026-11-20",
    swornOn: null,
    sentOn: null,
    exhibit: null,
    state: "final" as const,
  };
  const kind = pair === "US-ZA" ? "sworn_declaration" : "sworn_statement";
  return snapshotSchema.shape.papers.parse([
    { ...paper, code: "D-1", title: "Statement", kind, annexures: ["E-01", "E-02"] },
    {
      ...paper,
      code: "D-2",
      title: "Complaint",
      kind: "refusal_complaint",
      rung: "civilian-secretariat",
      annexures: [],
    },
  ]);
}

/** A law source of a pair that the release has no words for. */
const inventedWords = {
  pair: inventedPair,
  laws: [
    {
      no: "L7",
      statement: "A law of Alphaland.",
      source: "a gazette",
      marks: [{ mark: "V" }],
      checkedOn: "2026-11-24",
    },
  ],
};

const bureau = {
  purpose: "identify",
  action: "Identify the user of the accounts.",
  by: "2026-12-24",
  priority: "normal",
  conditions: "For this matter only.",
  level: "restricted",
};

const emergency = {
  who: "The client.",
  nature: "Serious injury.",
  whyNow: "A ticket is booked.",
  data: "Where A5 signs in.",
  noTime: "The journey is this week.",
  sources: ["I-8"],
};

function letter(sample: PacketSnapshot) {
  return {
    letterOn: "2026-11-24",
    rows: sample.accounts.map((account) => ({
      account: account.code,
      entity: account.provider?.entity ?? null,
      route: "the provider’s portal for police",
      types: ["subscriber records", "log-in addresses"],
      from: "2026-09-01T00:00:00Z",
      to: "2026-11-24T00:00:00Z",
      state: "not_asked",
      sentOn: null,
      reference: null,
      extendBy: "2027-02-15",
      expiresOn: "2027-02-22",
      secondExpiresOn: "2027-05-23",
      notifies: null,
    })),
    forecast: { text: "Kept data may be gone before an answer.", sources: ["A1"] },
  };
}

const rung = {
  title: "Station commander",
  who: "station",
  since: null,
  due: null,
  note: null,
  sources: ["case record"],
};

const refusal = {
  code: "RF-1",
  step: "Report at the station",
  office: "Voorbeeldfontein",
  officer: "Const. B. Voorbeeld (specimen)",
  forceNumber: null,
  at: "2026-10-10T09:00:00Z",
  zone: "Africa/Johannesburg",
  words: "This is not a police matter.",
  witnesses: "none",
  needsAuthority: "Complaint to the secretariat",
  basis: [{ text: "Every complaint gets immediate attention.", sources: ["case record"] }],
  proof: "E-01",
  rungs: [
    { ...rung, key: "station-commander", title: "Station commander", state: "before", since: "2026-10-10" },
    { ...rung, key: "civilian-secretariat", title: "Civilian Secretariat", state: "here" },
  ],
  complainant: { name: true, identityNumber: true, contact: true },
  recourse: "That the docket is registered, and that the failure is looked into.",
  authority: { title: "Authority to complain", signedOn: "2026-11-01", expiresOn: null, exhibit: null },
};
