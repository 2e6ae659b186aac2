import type { PacketSnapshot } from "@/lib/packets/snapshot";
import { formatDate } from "@/lib/platform/format";

/** Where a change is printed: its section in the dossier, and the words for a kind of packet that numbers otherwise. */
export type Place = { section: string; heading: string };

/** One list of a snapshot as it is compared: what makes an entry the same, how it is named, and what it says. */
export type ComparedList = Place & {
  /** `Incidents` */
  many: string;
  entries: (snapshot: PacketSnapshot) => Compared[];
  /** Why it changed, where that can be told better than "changed in the record". */
  why?: string;
};

export type Compared = {
  /** The same in two versions even where a number moved. */
  key: string;
  name: string;
  /** What is printed of it, by the words for it. What grows by itself, such as a ledger, is left out. */
  says: Record<string, unknown>;
  /** Why it is no longer what it was. */
  why?: string | null;
};

const texts = (list: readonly { text: string }[]): string[] => list.map((one) => one.text);

const coded = <T extends { code: string }>(list: readonly T[], says: (one: T) => Compared["says"]): Compared[] =>
  list.map((one) => ({ key: one.code, name: one.code, says: says(one) }));

const incidents: ComparedList = {
  ...{ section: "2.2, 5", heading: "Incidents", many: "Incidents" },
  entries: ({ incidents }) =>
    coded(incidents, (one) => ({
      time: [one.at, one.exact],
      account: one.account,
      kind: one.kind,
      words: one.words,
      language: one.language,
      translation: one.translation,
      note: one.note,
      "web address": one.url,
      exhibits: one.exhibits,
      "paragraphs of the statement": one.statements,
      "what it is counted as": one.tags,
      "place in the summary": one.key,
    })),
};

const events: ComparedList = {
  ...{ section: "5", heading: "Events", many: "Events" },
  entries: ({ events }) =>
    coded(events, (one) => ({
      time: one.at,
      "what happened": one.what,
      sources: one.sources,
      "whether the sender knew": one.knowledge,
    })),
};

const accounts: ComparedList = {
  ...{ section: "2.6, 6", heading: "Accounts", many: "Accounts" },
  entries: ({ accounts }) =>
    coded(accounts, (one) => ({
      platform: one.platform,
      "legal entity": one.provider?.entity,
      "platform id": [one.platformId, one.idReadFrom],
      "web address": one.url,
      handles: one.handles,
      "names shown": one.displayNames,
      location: one.location,
      "link to the subject": one.link,
      exhibits: one.shownBy,
    })),
};

/** A number is the same wherever it stands in the register, which is numbered anew when one is added. */
const references: ComparedList = {
  ...{ section: "7", heading: "Reference numbers", many: "Reference numbers" },
  entries: ({ references }) =>
    references.map((one) => ({
      key: `${one.label} ${one.number ?? one.state}`,
      name: `${one.label}${one.number ? ` ${one.number}` : `, ${one.state.replaceAll("_", " ")}`}`,
      says: {
        station: one.station,
        issuer: one.issuer,
        date: one.issuedOn,
        expiry: one.expiresOn,
        "how it came": one.cameBy,
        proof: one.proof,
        "who has to act": one.whoActs,
        accounts: one.accounts,
      },
    })),
};

const charges: ComparedList = {
  ...{ section: "2.3", heading: "Offences", many: "Offences" },
  entries: ({ charges }) =>
    charges.map((one) => ({
      key: one.provision,
      name: one.provision,
      says: {
        maximum: one.maximum,
        "time in force": [one.inForceFrom, one.inForceUntil, one.inForce],
        note: one.note,
        sources: one.sources,
      },
    })),
};

const dropped: ComparedList = {
  ...{ section: "2.3", heading: "Offences", many: "Offences considered and not relied on" },
  entries: ({ dropped }) =>
    dropped.map((one) => ({
      key: one.provision,
      name: one.provision,
      says: { reason: one.reason, source: one.source },
    })),
};

const pairs: ComparedList = {
  ...{ section: "4", heading: "Dual criminality", many: "Pairs of offences" },
  entries: ({ pairs }) =>
    pairs.map((one) => ({
      key: `${one.home.provision} / ${one.other.provision}`,
      name: `${one.home.provision} / ${one.other.provision}`,
      says: {
        "maximum in the home country": one.home.maximum,
        "maximum in the other country": [one.other.maximum, one.other.maxYears, one.other.yearsVerified],
        "time in force": [one.other.inForceFrom, one.other.inForceUntil, one.other.inForce],
        elements: one.elements.map((element) => [element.home, element.other]),
        "facts of the elements": one.elements.map((element) => [element.facts, element.shownBy]),
        gaps: one.elements.map((element) => element.gap),
      },
    })),
};

const items: ComparedList = {
  ...{ section: "2.4", heading: "What is sought", many: "Items sought", why: "redrafted" },
  entries: ({ request }) =>
    request.items.map((one) => ({
      key: `${one.provider} ${one.dataClass}`,
      name: `${one.provider}, ${one.dataClass}`,
      says: {
        accounts: one.rows.map((row) => row.accounts),
        "what is sought": one.rows.map((row) => row.what),
        range: one.rows.map((row) => [row.from, row.to]),
        reason: one.why,
      },
    })),
};

const exhibits: ComparedList = {
  ...{ section: "8, A", heading: "Exhibits", many: "Exhibits" },
  entries: ({ exhibits }) =>
    coded(exhibits, (one) => ({
      title: one.title,
      "what it shows": one.shows,
      "time of capture": [one.capturedAt, one.timeSource],
      "how it was captured": [one.method, one.collector, one.device],
      "how it was received": one.received,
      language: one.language,
      original: one.files.filter((file) => file.kind !== "masked copy"),
      "masked copies": one.files.filter((file) => file.kind === "masked copy"),
      sealing: one.sealed,
      "what it still lacks": one.flags,
      "note on its pages": one.pageNote,
    })),
};

const releases: ComparedList = {
  ...{ section: "10", heading: "Releases", many: "Releases" },
  entries: ({ releases }) =>
    releases.map((one) => ({
      key: one.code,
      name: one.code,
      why: one.revokedOn ? `revoked on ${formatDate(one.revokedOn)}` : null,
      says: {
        receiver: [one.receiver, one.roles],
        items: [one.items, one.exhibits],
        "days of signing and expiry": [one.signedOn, one.expiresOn],
        revocation: one.revokedOn,
        "basis for crossing the border": one.crossBorderBasis,
        "whether it names the client": one.identity,
      },
    })),
};

const receivers: ComparedList = {
  ...{ section: "Cover", heading: "Cover", many: "Receivers", why: "redrafted" },
  entries: ({ receivers }) => receivers.map((one) => ({ key: `${one.role} ${one.name}`, name: one.name, says: {} })),
};

const statements: ComparedList = {
  ...{ section: "2.2", heading: "Statements", many: "Statements" },
  entries: ({ statements }) =>
    coded(statements, (one) => ({ "what it is": one.what, "day and place of swearing": [one.swornOn, one.place] })),
};

const papers: ComparedList = {
  ...{ section: "2.2", heading: "Papers", many: "Papers" },
  entries: ({ papers }) =>
    coded(papers, (one) => ({
      title: [one.title, one.kind],
      state: one.state,
      version: one.version,
      days: [one.finalOn, one.swornOn, one.sentOn],
      exhibit: one.exhibit,
      annexures: one.annexures,
    })),
};

const standards: ComparedList = {
  ...{ section: "3", heading: "Standards", many: "Standards" },
  entries: ({ request }) =>
    request.standards.map((one) => ({
      key: one.row,
      name: one.row,
      says: { facts: [one.facts, one.shownBy], gap: one.gap },
    })),
};

const preserved: ComparedList = {
  ...{ section: "4-5", heading: "Accounts to be preserved", many: "Accounts to be preserved" },
  entries: ({ preservation }) =>
    (preservation?.rows ?? []).map((one) => ({
      key: one.account,
      name: one.account,
      says: {
        "legal entity": one.entity,
        route: one.route,
        types: one.types,
        range: [one.from, one.to],
        state: [one.state, one.sentOn, one.reference],
        "notice to the user": one.notifies,
      },
    })),
};

const rungs: ComparedList = {
  ...{ section: "3", heading: "The ladder of complaints", many: "Rungs" },
  entries: ({ refusal }) =>
    (refusal?.rungs ?? []).map((one) => ({
      key: one.title,
      name: one.title,
      says: { "who decides": one.who, state: [one.state, one.since], note: one.note, "day due": one.due },
    })),
};

/** Every list that a packet prints, in the order of its sections. */
export const comparedLists: readonly ComparedList[] = [
  receivers,
  statements,
  papers,
  incidents,
  charges,
  dropped,
  items,
  accounts,
  standards,
  pairs,
  events,
  references,
  exhibits,
  releases,
  preserved,
  rungs,
];

/** What stands once in a packet, by its words. Codes that only tell where it comes from are no change. */
export type ComparedOne = Place & { what: string; why: string; of: (snapshot: PacketSnapshot) => unknown };

const record = "changed in the record";
const redrafted = "redrafted";
const one = (section: string, heading: string, what: string, why: string, of: ComparedOne["of"]): ComparedOne => ({
  section,
  heading,
  what,
  why,
  of,
});

export const comparedOnes: readonly ComparedOne[] = [
  one("Cover", "Cover", "What the matter is", record, ({ case: matter }) => matter.matter),
  one("Cover", "Cover", "How to reach the liaison desk", record, ({ org }) => [
    org.name,
    org.liaisonEmail,
    org.liaisonPhone,
  ]),
  one("1", "Summary", "What is known of the client", record, ({ case: matter }) => texts(matter.clientFacts)),
  one("1", "Summary", "What is urgent", redrafted, ({ case: matter }) => texts(matter.urgent)),
  one("1", "Summary", "What is weak", redrafted, ({ case: matter }) => texts(matter.weak)),
  one("1", "Danger", "The danger named", record, ({ case: matter }) => matter.danger?.text),
  one("2.2", "Stage", "The stage of the matter", redrafted, ({ case: matter }) => matter.stage?.text),
  one(
    "2.2",
    "Screening",
    "The screening for anything military or political",
    redrafted,
    ({ case: matter }) => matter.screened,
  ),
  one("2.2", "Harm", "The harm", record, ({ case: matter }) => texts(matter.harm)),
  one("2.5", "Purpose", "The purpose", redrafted, ({ request }) => texts(request.purpose)),
  one("2.6", "Subject", "What is known of the subject", record, ({ case: matter }) => [
    matter.subjectIdentity?.text,
    matter.subjectIdentifiers.map(({ kind, value }) => [kind, value]),
  ]),
  one("2.7", "Certification", "The certification wanted", redrafted, ({ request }) => request.certification?.text),
  one("2.8", "Confidentiality", "The reason for secrecy", redrafted, ({ request }) => request.secrecy?.text),
  one("2.9", "Urgency", "The urgency", redrafted, ({ request }) => texts(request.urgency)),
  one(
    "5",
    "Zones",
    "The second time zone",
    record,
    ({ zones }) => zones.other && [zones.other.zone, zones.other.reason.text],
  ),
  one(
    "8",
    "Exhibits",
    "Whether files of the case may be handed out",
    record,
    ({ case: matter }) => matter.filesStopped,
  ),
  one("1", "Message to the bureau", "What is asked of the bureau", redrafted, ({ ncb }) => ncb),
  one(
    "6",
    "Emergency",
    "The emergency",
    redrafted,
    ({ emergency }) =>
      emergency && [emergency.who, emergency.nature, emergency.whyNow, emergency.data, emergency.noTime],
  ),
  one(
    "1",
    "Refusal",
    "The refusal",
    record,
    ({ refusal }) =>
      refusal && [
        refusal.code,
        refusal.step,
        refusal.office,
        refusal.officer,
        refusal.at,
        refusal.words,
        refusal.authority,
      ],
  ),
];
