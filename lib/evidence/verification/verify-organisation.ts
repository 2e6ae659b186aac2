import { t } from "@/lib/platform/language/translate";
import "server-only";
import { findBytesProblem } from "@/lib/evidence/exhibits/find-bytes-problem";
import { heldProblemSentences } from "@/lib/evidence/timestamps/labels";
import { verifyHeld } from "@/lib/evidence/timestamps/verify-held";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { plural } from "@/lib/platform/text/format";
import { countStrayLines } from "./count-stray-lines";
import { bytesWords, stampWords } from "./labels";
import { type Looked, listBatch, type StoredFile } from "./list-batch";
import type { Break, BreakKind, Report, VerifyOptions } from "./types";

/** Files read at the same time: enough to keep a disk busy, and two segments of memory. */
const atOnce = 2;

const firstId = "00000000-0000-0000-0000-000000000000";

/**
 * Rereads every original and derivative of an organisation and compares it with the record, and verifies every ledger.
 * Memory use is constant; no transaction is open while bytes are read.
 * @param ctx the role `service`
 * @throws StorageError `away` or `busy` if the storage does not answer: that says nothing about the evidence
 */
export async function verifyOrganisation(ctx: Ctx, options: VerifyOptions = {}): Promise<Report> {
  const report: Report = {
    counts: { exhibits: 0, originals: 0, derivatives: 0, bytes: 0, lines: 0, tokens: 0 },
    broken: {},
  };
  if (!options.sample) await noteStrayLines(ctx, report, options);
  for (let after = firstId; ; ) {
    const batch = await listBatch(ctx, after, options.sample);
    await verifyBatch(ctx, batch, report, options);
    const last = batch.at(-1);
    if (!last) return report;
    after = last.exhibitId;
  }
}

/** Lines whose exhibit is not there: walking the exhibits would never come across them. */
async function noteStrayLines(ctx: Ctx, report: Report, options: VerifyOptions): Promise<void> {
  const lines = await countStrayLines(ctx);
  if (lines === 0) return;
  const nowhere = { exhibitId: "", caseId: "", caseCode: t("No case"), exhibit: "no exhibit" };
  await noteBreak(
    report,
    options,
    nowhere,
    "ledger",
    t("{lines} of an exhibit that is not there", { lines: plural(lines, "ledger line") }),
  );
}

async function verifyBatch(ctx: Ctx, batch: readonly Looked[], report: Report, options: VerifyOptions): Promise<void> {
  const keys = new Map<string, Promise<SealedFiles | null>>();
  const filesOf = (keyId: string) => {
    const known = keys.get(keyId) ?? openOrNull(ctx, keyId);
    keys.set(keyId, known);
    return known;
  };
  const note = (looked: Looked, kind: BreakKind, what: string) => noteBreak(report, options, looked, kind, what);
  for (const looked of batch) {
    report.counts.exhibits += 1;
    report.counts.lines += looked.lines;
    if (looked.ledgerProblem) await note(looked, "ledger", looked.ledgerProblem);
    for (const stamp of looked.stamps) {
      report.counts.tokens += 1;
      const problem = await findStampProblem(stamp, looked.sha256);
      if (problem) await note(looked, "token", problem);
    }
  }
  const work = batch.flatMap((looked) => looked.files.map((file) => ({ looked, file })));
  await inTurns(work, async ({ looked, file }) => {
    const files = await filesOf(looked.keyId);
    const problem = files ? await findBytesProblem(files, file) : "broken";
    count(report, file);
    if (problem) await note(looked, file.kind, bytesWords[problem]);
    options.onProgress?.(report.counts);
  });
}

/** A token is checked as if it came today, and it must be over the hash that the exhibit has. */
async function findStampProblem(stamp: Looked["stamps"][number], sha256: string): Promise<string | null> {
  if (stamp.sha256 !== sha256)
    return stampWords(stamp.authority, t("It stamps another hash than that of the exhibit."));
  const found = await verifyHeld(stamp);
  return found.ok ? null : stampWords(stamp.authority, heldProblemSentences[found.problem]);
}

function count({ counts }: Report, file: StoredFile): void {
  counts[file.kind === "original" ? "originals" : "derivatives"] += 1;
  counts.bytes += file.size;
}

/** Without its key, what is stored can never be opened again: every file under it is broken. */
async function openOrNull(ctx: Ctx, keyId: string): Promise<SealedFiles | null> {
  return openFiles(ctx, keyId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
}

async function noteBreak(
  report: Report,
  options: VerifyOptions,
  { exhibitId, caseId, caseCode, exhibit }: Omit<Break, "kind" | "what">,
  kind: BreakKind,
  what: string,
): Promise<void> {
  const found: Break = { kind, exhibitId, caseId, caseCode, exhibit, what };
  const known = report.broken[kind];
  report.broken[kind] = { count: (known?.count ?? 0) + 1, first: known?.first ?? found };
  await options.onBreak?.(found);
}

async function inTurns<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const take = async () => {
    for (const item of queue) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, take));
}
