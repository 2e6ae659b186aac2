import { formatDate } from "@/lib/platform/text/format";
import type { Compared, ComparedList } from "./compared";
import { noAnswer } from "./snapshot-parts";

const coded = <T extends { code: string }>(
  list: readonly T[],
  says: (record: T) => Compared["says"],
  since: (record: T) => string | undefined = () => undefined,
): Compared[] =>
  list.map((record) => ({ key: record.code, name: record.code, says: says(record), since: since(record) }));

export const incidents: ComparedList = {
  section: "1, B",
  heading: "Incidents",
  many: "Incidents",
  entries: ({ incidents }) =>
    coded(incidents, (record) => ({
      time: [record.at, record.exact],
      account: record.account,
      kind: record.kind,
      words: record.words,
      language: record.language,
      translation: record.english,
      note: record.note,
      "web address": record.url,
      exhibits: record.exhibits,
      "paragraphs of the statement": record.statements,
      "what it is counted as": record.tags,
      "what it shows that the sender knew": record.knowledge,
      "place in the summary": record.key,
    })),
};

export const events: ComparedList = {
  section: "B",
  heading: "Events",
  many: "Events",
  entries: ({ events }) =>
    coded(events, (record) => ({
      time: record.at,
      "what happened": record.what,
      sources: record.sources,
      "whether the sender knew": record.knowledge,
    })),
};

export const accounts: ComparedList = {
  section: "4",
  heading: "Accounts",
  many: "Accounts",
  entries: ({ accounts }) =>
    coded(accounts, (record) => ({
      platform: record.platform,
      "legal entity": record.provider?.entity,
      "platform id": [record.platformId, record.idReadFrom],
      "web address": record.url,
      handles: record.handles,
      "names shown": record.displayNames,
      location: record.location,
      "link to the subject": record.link,
      exhibits: record.shownBy,
    })),
};

/** A number keeps its identity wherever it is in the register, which is renumbered when one is added. */
export const references: ComparedList = {
  section: "5",
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
  section: "1",
  heading: "Statements",
  many: "Statements",
  entries: ({ statements }) =>
    coded(statements, (record) => ({
      "what it is": record.what,
      "day and place of swearing": [record.swornOn, record.place],
    })),
};

export const papers: ComparedList = {
  section: "1",
  heading: "Documents",
  many: "Documents",
  entries: ({ papers }) =>
    coded(papers, (record) => ({
      title: [record.title, record.kind],
      state: record.state,
      version: record.version,
      days: [record.finalOn, record.swornOn, record.sentOn],
      exhibit: record.exhibit,
      annexures: record.annexures,
    })),
};

export const exhibits: ComparedList = {
  section: "A, C",
  heading: "Exhibits",
  many: "Exhibits",
  entries: ({ exhibits }) =>
    coded(
      exhibits,
      (record) => ({
        title: record.title,
        "what it shows": record.shows,
        "time of capture": [record.capturedAt, record.timeSource],
        "how it was captured": [record.method, record.collector, record.device],
        "how it was received": record.received,
        translations: record.translations,
        "transcript of the recording": record.spoken,
        original: record.files.filter((file) => file.kind !== "masked copy"),
        "masked copies": record.files.filter((file) => file.kind === "masked copy"),
        sealing: record.sealed,
        "what it still lacks": record.flags,
        "note on its pages": record.pageNote,
      }),
      (record) => record.custody.find((event) => event.action === "received" && !event.byHand)?.at,
    ),
};

export const releases: ComparedList = {
  section: "6.6",
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
