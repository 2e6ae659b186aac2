import { byHandSentences } from "@/lib/evidence/custody/labels";
import { methodLabels } from "@/lib/evidence/exhibits/labels";
import { exhibitFlagsOf } from "@/lib/evidence/exhibits/rules";
import { type CaptureMethod, captureMethods, type ExhibitFlag } from "@/lib/evidence/exhibits/types";
import { liftedSentence } from "@/lib/evidence/redactions/labels";
import { written } from "@/lib/platform/language/written";
import { formatInstant } from "@/lib/platform/text/format";
import type { DraftContent } from "../input";
import { liftedAction } from "../labels";
import { maskedFiles } from "./derived";
import { plannedPictures } from "./pictures";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { exhibitCode, incidentCode, iso, staffCode } from "./words";

type ExhibitRow = CaseRecord["exhibits"][number];

/** The exhibits that travel: those ticked in the draft, or all when none were offered. */
export function chosenExhibits(record: CaseRecord, draft: DraftContent): ExhibitRow[] {
  const ticked = draft.exhibits;
  return ticked ? record.exhibits.filter((row) => ticked[exhibitCode(row)] === true) : record.exhibits;
}

/**
 * Each exhibit with its capture, hash and ledger. The file is named by its code: a name given by a phone may name a
 * person.
 */
export function exhibitParts(
  record: CaseRecord,
  rows: readonly ExhibitRow[],
  draft: DraftContent,
  zone: string,
): Pick<PacketSnapshotInput, "exhibits"> {
  return {
    exhibits: rows.map((row) => ({
      code: exhibitCode(row),
      title: row.description,
      shows: record.incidents
        .filter((incident) => record.links.some((link) => link.incidentId === incident.id && link.exhibitId === row.id))
        .map(incidentCode),
      capturedAt: row.capturedAt && iso(row.capturedAt),
      method: methodLabels[methodOf(row)],
      collector: row.capturedBy || null,
      device: row.device,
      timeSource:
        row.capturedAt && row.capturedZone ? `the time is as stated on receipt, in the zone ${row.capturedZone}` : null,
      received: `${formatInstant(row.receivedAt, zone)}, by ${staffCode(record, row.receivedBy)}`,
      files: [
        { no: 1, name: fileNameOf(row), kind: "original", bytes: row.size, sha256: row.sha256 },
        ...maskedFiles(row, record.derived),
      ],
      clockOffset: row.clockOffset ?? 0,
      custody: record.custody
        .filter((event) => event.exhibitId === row.id)
        .map((event) => custodyLine(record, row, event)),
      sentActive: sentActiveOf(draft, exhibitCode(row)),
      minor: draft.minors === "" ? null : draft.minors === "yes",
      flags: flagsOf(record, row),
      pictures: plannedPictures(record, row),
    })),
  };
}

/** The person who captured it is not a member, so the ledger names nobody: the capture details say who it was. */
function custodyLine(record: CaseRecord, row: ExhibitRow, event: CaseRecord["custody"][number]) {
  const isCapture = event.action === "collected" && event.by === null;
  return {
    no: event.seq,
    action: event.purpose === liftedSentence ? liftedAction : event.action,
    at: iso(event.at),
    by: isCapture ? (row.capturedBy ?? "not recorded") : staffCode(record, event.by),
    hash: event.hash.toString("hex"),
    byHand: handSentences().includes(event.purpose),
  };
}

const handSentences = (): readonly string[] => written(() => Object.values(byHandSentences));

const sentActiveOf = ({ active }: DraftContent, code: string): string | null =>
  active[code]?.send ? active[code].why || null : null;

const endings: Record<string, string> = {
  jpeg: "jpg",
  png: "png",
  webp: "webp",
  gif: "gif",
  tiff: "tif",
  pdf: "pdf",
  eml: "eml",
  text: "txt",
};

/** Of texts that have an ending of their own, by their media type. */
const byMime: readonly (readonly [begins: string, ending: string])[] = [
  ["text/html", "html"],
  ["application/zip", "zip"],
  ["application/wacz", "wacz"],
  ["application/warc", "warc"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml", "docx"],
  ["application/vnd.oasis.opendocument.text", "odt"],
];

export function fileNameOf(row: { number: number; look: Record<string, unknown> }): string {
  const mime = String(row.look.mime ?? "");
  const ending = byMime.find(([begins]) => mime.startsWith(begins))?.[1] ?? endings[String(row.look.kind ?? "")];
  return `${exhibitCode(row)}.${ending ?? "bin"}`;
}

/** What a screenshot lacks before a receiver can use it, as on the evidence page. */
function flagsOf(record: CaseRecord, row: ExhibitRow): ExhibitFlag[] {
  const account = record.accounts.find((candidate) => candidate.id === row.accountId) ?? null;
  return exhibitFlagsOf({ ...row, method: methodOf(row), account });
}

function methodOf(row: ExhibitRow): CaptureMethod {
  return captureMethods.find((method) => method === row.method) ?? "other";
}
