import { formatDate } from "@/lib/platform/text/format";
import type { Compared, ComparedList } from "./compared";
import { noAnswer } from "./snapshot-parts";

const coded = <T extends { code: string }>(
  list: readonly T[],
  says: (one: T) => Compared["says"],
  since: (one: T) => string | undefined = () => undefined,
): Compared[] => list.map((one) => ({ key: one.code, name: one.code, says: says(one), since: since(one) }));

export const incidents: ComparedList = {
  section: "2.2, 5",
  heading: "Incidents",
  many: "Incidents",
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
      "what it shows that the sender knew": one.knowledge,
      "place in the summary": one.key,
    })),
};

export const events: ComparedList = {
  section: "5",
  heading: "Events",
  many: "Events",
  entries: ({ events }) =>
    coded(events, (one) => ({
      time: one.at,
      "what happened": one.what,
      sources: one.sources,
      "whether the sender knew": one.knowledge,
    })),
};

export const accounts: ComparedList = {
  section: "2.6, 6",
  heading: "Accounts",
  many: "Accounts",
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

/** A number keeps its identity wherever it is in the register, which is renumbered when one is added. */
export const references: ComparedList = {
  section: "7",
  heading: "Reference numbers",
  many: "Reference numbers",
  entries: ({ references }) =>
    references.map((reference) => ({
      key: `${reference.label} ${reference.number ?? reference.state}`,
      name: `${reference.label}${reference.number ? ` ${reference.number}` : `, ${reference.state.replaceAll("_", " ")}`}`,
      says: {
        station: reference.station,
        issuer: reference.issuer,
        date: reference.issuedOn,
        expiry: reference.expiresOn,
        "how it came": reference.cameBy,
        proof: reference.proof,
        answer: reference.answer === noAnswer ? null : reference.answer,
        "who has to act": reference.whoActs,
        accounts: reference.accounts,
      },
    })),
};

export const statements: ComparedList = {
  section: "2.2",
  heading: "Statements",
  many: "Statements",
  entries: ({ statements }) =>
    coded(statements, (one) => ({ "what it is": one.what, "day and place of swearing": [one.swornOn, one.place] })),
};

export const papers: ComparedList = {
  section: "2.2",
  heading: "Papers",
  many: "Papers",
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

export const exhibits: ComparedList = {
  section: "8, A",
  heading: "Exhibits",
  many: "Exhibits",
  entries: ({ exhibits }) =>
    coded(
      exhibits,
      (one) => ({
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
      }),
      (one) => one.custody.find((event) => event.action === "received" && !event.byHand)?.at,
    ),
};

export const releases: ComparedList = {
  section: "10",
  heading: "Releases",
  many: "Releases",
  entries: ({ releases }) =>
    releases.map((release) => ({
      key: release.code,
      name: release.code,
      why: release.revokedOn ? `revoked on ${formatDate(release.revokedOn)}` : null,
      says: {
        receiver: [release.receiver, release.roles],
        items: [release.items, release.exhibits],
        "days of signing and expiry": [release.signedOn, release.expiresOn],
        revocation: release.revokedOn,
        "basis for crossing the border": release.crossBorderBasis,
        "scan of what was signed": release.scan ?? null,
        "whether it names the client": release.identity,
        "officers whom it names": release.officers
          .filter((officer) => !officer.takenOffOn)
          .map((officer) => officer.id),
      },
    })),
};
