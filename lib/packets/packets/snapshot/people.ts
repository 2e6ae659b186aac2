import { isKnownByPhone, stableId } from "@/lib/casework/cases/rules";
import { identifierLabels } from "@/lib/casework/subjects/identifiers/labels";
import { entityOf, findPlatform, houseLaw, type Law, packetWordsFor } from "@/lib/law/jurisdictions/rules";
import { accountsPattern, countOf } from "../sections/words";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { accountCode, exhibitCode, sourceWords } from "./words";

const confidences = { confirmed: "high", probable: "medium", possible: "low" } as const;

/** The legal entity to address, with the source; null if no source names one. */
export function providerOf(platform: string, law: Law = houseLaw, pair = ""): { entity: string; law: string[] } | null {
  const entity = entityOf(platform, law, pair);
  if (!entity) return null;
  const own = packetWordsFor(pair, law)?.providerLaw[platform];
  return { entity: entity.name, law: own ?? (entity.source ? [sourceWords(entity.source)] : []) };
}

export function accountParts(
  record: CaseRecord,
  chosen: ReadonlySet<string>,
  law: Law = houseLaw,
): Pick<PacketSnapshotInput, "accounts"> {
  return {
    accounts: record.accounts.map((row) => ({
      code: accountCode(row),
      platform: findPlatform(row.platform, law)?.name ?? row.platform,
      provider: providerOf(row.platform, law, record.case.pair),
      platformId: stableId(row, law),
      idIs: isKnownByPhone(row.platform, law) ? "phone" : null,
      url: row.url,
      handles: handlesOf(record, row),
      displayNames: row.displayName ? [row.displayName] : [],
      link: row.linkReason ? { confidence: confidences[row.confidence], text: row.linkReason } : null,
      shownBy: record.exhibits
        .filter((exhibit) => exhibit.accountId === row.id && chosen.has(exhibit.id))
        .map(exhibitCode),
    })),
  };
}

/** As it was called when the case was opened; how many accounts there are since is counted, and not remembered. */
export function matterOf({
  case: { matter },
  accounts,
}: {
  case: { matter: string };
  accounts: readonly unknown[];
}): string {
  if (accounts.length === 0) return matter;
  return matter.replace(accountsPattern, (_, from) => `${from} ${countOf(accounts.length, "account")}`);
}

/** For which platforms the annex has the client’s own id: their phone number, where the number is the id. */
export function clientIdParts(record: CaseRecord, law: Law): { inAnnex: string[]; notRecorded: string[] } {
  const hasPhone = record.client.hasPhone;
  const platforms = [...new Set(record.accounts.map((row) => row.platform))];
  const has = (platform: string) => hasPhone && isKnownByPhone(platform, law);
  const named = (some: readonly string[]) => some.map((platform) => findPlatform(platform, law)?.name ?? platform);
  return { inAnnex: named(platforms.filter(has)), notRecorded: named(platforms.filter((platform) => !has(platform))) };
}

function handlesOf(record: CaseRecord, row: CaseRecord["accounts"][number]) {
  const history = record.handles.filter((handle) => handle.accountId === row.id && handle.handle !== row.handle);
  const earlier = history.map((handle) => ({ handle: handle.handle, from: handle.seenOn, to: null }));
  return [...earlier, { handle: row.handle, from: row.firstSeenOn, to: row.lastSeenOn }];
}

function shownByExhibit(record: CaseRecord, exhibitId: string | null, chosen: ReadonlySet<string>): string[] {
  const found = record.exhibits.find((exhibit) => exhibit.id === exhibitId && chosen.has(exhibit.id));
  return [found ? exhibitCode(found) : "told by the client"];
}

/**
 * What is known about the subjects. It is the client's statement, printed as alleged. Values of subjects other than the
 * first say whose they are.
 */
export function subjectParts(record: CaseRecord, chosen: ReadonlySet<string>) {
  const [subject] = record.subjects;
  const told = record.subjects.flatMap(allegationsOf);
  const rest = "Date of birth, nationality and address are not known to this organisation.";
  return {
    subjectCode: subject ? codeOf(subject) : "Subject 1",
    subjectIdentifiers: record.identifiers.map((row) => {
      const other = record.subjects.find(({ id }) => id === row.subjectId && id !== subject?.id);
      const kind = identifierLabels[row.kind].toLowerCase();
      return {
        kind: other ? `${kind} of ${codeOf(other)}` : kind,
        value: row.value,
        sources: shownByExhibit(record, row.exhibitId, chosen),
        confidence: other ? null : confidences[row.confidence],
      };
    }),
    subjectIdentity: told.length > 0 ? { text: `${told.join(" ")} ${rest}`, sources: ["told by the client"] } : null,
    zone:
      subject?.zone && subject.zoneReason
        ? { zone: subject.zone, reason: { text: subject.zoneReason, sources: ["case record"] } }
        : null,
  };
}

type Subject = CaseRecord["subjects"][number];

const codeOf = ({ number }: Pick<Subject, "number">) => `Subject ${number}`;

function allegationsOf(subject: Subject): string[] {
  const allegations = [
    subject.allegedName && `name used “${subject.allegedName}”`,
    subject.allegedPlace && `place named “${subject.allegedPlace}”`,
  ].filter(Boolean);
  return allegations.length > 0 ? [`${codeOf(subject)} (alleged by the client): ${allegations.join("; ")}.`] : [];
}
