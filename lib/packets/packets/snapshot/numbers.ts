import { countsAsIssued, shownNumber } from "@/lib/casework/references/rules";
import { answerLabels } from "@/lib/escalation/ladder/labels";
import { currentKeep, keptUntil } from "@/lib/escalation/preservation/rules";
import type { PacketWords } from "@/lib/law/jurisdictions/packet-word-types";
import { findReferenceKind, houseLaw, type Law, packetWordsFor } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { formatDate } from "@/lib/platform/text/format";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { noAnswer, referenceTypes } from "./snapshot-parts";
import { accountCode, exhibitCode } from "./words";

type ReferenceType = (typeof referenceTypes)[number];
type ReferencePart = NonNullable<PacketSnapshotInput["references"]>[number];

/** How a kind of number counts in the register of this pair. */
function typeOf(kind: string, words: PacketWords | null): ReferenceType {
  const named = words?.referenceTypes[kind] ?? kind;
  return referenceTypes.find((type) => type === named) ?? "other";
}

const cameBy: Record<string, string> = {
  sms: "SMS",
  phone: "phone",
  paper: "on paper",
  email: "e-mail",
  portal: "portal or screen",
};

const inRegister = (record: CaseRecord) => record.references.filter((row) => row.state !== "withdrawn");

/** The code of a recorded number in the register of the packet; null for one that is not in it. */
export function referenceCode(record: CaseRecord, referenceId: string | null | undefined): string | null {
  const at = inRegister(record).findIndex((row) => row.id === referenceId);
  return at < 0 ? null : `R-${at + 1}`;
}

/** Every number in recording order, then those not yet issued. Withdrawn numbers are excluded. */
export function referenceParts(
  record: CaseRecord,
  playbook: Playbook | null,
  chosen: ReadonlySet<string>,
  law: Law = houseLaw,
): Pick<PacketSnapshotInput, "references"> {
  const words = packetWordsFor(record.case.pair, law);
  const expected = words?.expectedNumbers ?? [];
  const known = inRegister(record);
  const missing = expected.filter((kind) => !known.some((row) => typeOf(row.kind, words) === typeOf(kind, words)));
  const recorded = known.map(
    (row, i): ReferencePart => ({
      ...recordedPart(record, row, i + 1, { chosen, words, law }),
      ...keptPart(record, row.id, law),
    }),
  );
  const open = missing.map((kind, i): ReferencePart => openPart(kind, known.length + i + 1, { playbook, words, law }));
  return { references: [...recorded, ...open] };
}

function recordedPart(
  record: CaseRecord,
  row: CaseRecord["references"][number],
  no: number,
  { chosen, words, law }: { chosen: ReadonlySet<string>; words: PacketWords | null; law: Law },
): ReferencePart {
  const kind = findReferenceKind(row.kind, law);
  const issued = countsAsIssued(row);
  const number = issued ? shownNumber(row, law) : null;
  const proof = record.exhibits.find((exhibit) => exhibit.id === row.proofExhibitId && chosen.has(exhibit.id));
  return {
    code: `R-${no}`,
    type: typeOf(row.kind, words),
    label: kind?.label ?? row.kind,
    state: issued ? "issued" : "not_yet_issued",
    number,
    station: stationOf(row.kind, row.canonical),
    issuer: row.issuer ?? kind?.issuer ?? null,
    issuedOn: row.issuedOn,
    cameBy: row.handoverId ? "recorded by the officer" : (cameBy[row.receivedVia ?? ""] ?? null),
    proof: proof ? exhibitCode(proof) : null,
    answer: answerOf(record, row.id),
    country: typeOf(row.kind, words) === "order" ? kind?.jurisdiction || null : null,
    accounts: [],
  };
}

/** What came of one report: each has its own answer and day. */
function answerOf({ reports }: CaseRecord, referenceId: string): string | null {
  const report = reports.find((part) => part.referenceId === referenceId);
  if (!report || report.status === "skipped") return null;
  if (report.status !== "done") return noAnswer;
  const answer = report.answer ? answerLabels[report.answer].toLowerCase() : "answered";
  return report.answeredOn ? `${answer} on ${formatDate(report.answeredOn)}` : answer;
}

/** Which accounts a provider keeps under this number, and until when: the soonest day, when there are several. */
function keptPart(record: CaseRecord, referenceId: string, law: Law): Pick<ReferencePart, "accounts" | "expiresOn"> {
  const all = record.preservations.filter((keep) => keep.referenceId === referenceId && keptUntil(keep, law));
  const current = all.filter((keep) => currentKeep(record.preservations, keep.accountId)?.id === keep.id);
  const keeps = current.length > 0 ? current : all;
  const days = keeps.flatMap((keep) => keptUntil(keep, law) ?? []).toSorted();
  const kept = new Set(keeps.map((keep) => keep.accountId));
  const accounts = record.accounts.filter((account) => kept.has(account.id)).map(accountCode);
  return { accounts, expiresOn: days[0] ?? null };
}

/** The words before the number in the canonical form: `Fynbos Road` of `Fynbos Road 212/10/2026`. */
export function stationOf(kind: string, canonical: string | null): string | null {
  const parser = findReferenceKind(kind)?.parser;
  if (parser?.shape !== "station_serial" || !canonical) return null;
  const at = canonical.indexOf(` ${parser.word} `);
  return at > 0 ? canonical.slice(0, at) : null;
}

function openPart(
  kindKey: string,
  no: number,
  { playbook, words, law }: { playbook: Playbook | null; words: PacketWords | null; law: Law },
): ReferencePart {
  const kind = findReferenceKind(kindKey, law);
  const step = Object.values(playbook?.steps ?? {}).find((candidate) =>
    candidate.produces.references.includes(kindKey),
  );
  return {
    code: `R-${no}`,
    type: typeOf(kindKey, words),
    label: kind?.label ?? kindKey,
    state: "not_yet_issued",
    issuer: kind?.issuer ?? null,
    whoActs: step?.whoMaySend ?? kind?.issuer ?? null,
  };
}
