import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq, isNull, or } from "drizzle-orm";
import { importRows, imports, organisations } from "@/db/schema";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { bringInCase } from "@/lib/casework/cases/commands/bring-in-case";
import { closePastCase } from "@/lib/casework/cases/commands/close-past-case";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { type ImportRow, type ImportSeals, lockImport, requireState } from "../access";
import { countRows } from "../count-rows";
import { OneImport } from "../input";
import { type Judged, judgeRows } from "../judge-rows";
import { whyField } from "../labels";
import { openImport } from "../open-import";
import type { RowMessage } from "../types";

/** Who opens a case meanwhile waits for the end of a batch, so it is short, also on a machine that is busy. */
const batch = 20;
const enoughMs = 250;

/**
 * Turns the next rows into cases, each by the commands of the form, all of it or nothing. A row and its case are
 * written in one transaction under a lock of the list, so a dying worker loses the whole batch, and two never take the
 * same row.
 * @returns whether there may be more
 * @throws AppError conflict if the import is no longer running
 */
export const bringInRows = command({
  needs: "case.import",
  input: OneImport,
  async run(ctx, { importId }) {
    const list = await lockImport(ctx, importId);
    requireState(list, ["running"], t("This import does not run."));
    await lockOrganisation(ctx);
    const known = new Map<string, unknown>();
    const inBatch = { ...ctx, batch: { known, asked: new Set<string>() } };
    const seals = await openImport(ctx, list);
    const mapping = seals.openMapping(list.mapping);
    if (!mapping) throw new Error("A list without a mapping runs.");
    const open = await nextRows(ctx, list);
    const rows = open.map((row) => ({ id: row.id, row: row.row, cells: seals.openCells(row.id, row.cells) }));
    const by = { import: list, seals, mapping, law: await readLaw(inBatch), within: "none" as const };
    const ended: Ended[] = [];
    const began = performance.now();
    for (const judged of await judgeRows(inBatch, rows, by)) {
      const row = open.find(({ id }) => id === judged.id);
      const decided = seals.openMessages(judged.id, row?.said ?? null).find(({ field }) => field === whyField)?.was;
      const why = (row?.decision === "import" ? decided : null) ?? mapping.twinsWhy;
      const wanted = row?.decision === "import" || (list.twinsToo && row?.decision !== "leave_out");
      const became = await bringIn(
        { ...ctx, batch: { known, asked: new Set() } },
        { list, seals, one: judged, wanted, why: why ?? null },
      );
      ended.push({ was: row?.state ?? "good", became });
      if (performance.now() - began > enoughMs) break;
    }
    const more = open.length === batch || ended.length < open.length;
    if (!more) await leaveOutDuplicates(ctx, importId);
    // Counting fifty thousand rows after each five would take longer than the five; at the end it is done afresh.
    const counts = more ? countOn(list, ended) : await countRows(ctx, importId);
    const done = more ? {} : { state: "done" as const, finishedAt: ctx.now };
    await ctx.db
      .update(imports)
      .set({ ...counts, ...done })
      .where(eq(imports.id, importId));
    const { imported, failed } = counts;
    const detail = { imported, failed, ended: !more };
    return { value: { more }, audit: { action: "import.rows_brought_in", subjectId: importId, detail } };
  },
});

type Ended = { was: string; became: "imported" | "failed" | "left_out" };

function countOn({ good, twins, imported, failed, leftOut }: ImportRow, ended: readonly Ended[]) {
  const was = (state: string) => ended.filter((row) => row.was === state).length;
  const became = (state: string) => ended.filter((row) => row.became === state).length;
  return {
    good: good - was("good"),
    twins: twins - was("twin"),
    imported: imported + became("imported"),
    failed: failed + became("failed"),
    leftOut: leftOut + became("left_out"),
  };
}

/** Lists that run at once take turns, so that the second sees what the first brought in. */
async function lockOrganisation(ctx: TxCtx): Promise<void> {
  await ctx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId))
    .for("update");
}

function nextRows(ctx: TxCtx, list: ImportRow) {
  const twins = list.twinsToo
    ? or(isNull(importRows.decision), eq(importRows.decision, "import"))
    : eq(importRows.decision, "import");
  return ctx.db
    .select({
      id: importRows.id,
      row: importRows.row,
      cells: importRows.cells,
      decision: importRows.decision,
      state: importRows.state,
      said: importRows.said,
    })
    .from(importRows)
    .where(
      and(eq(importRows.importId, list.id), or(eq(importRows.state, "good"), and(eq(importRows.state, "twin"), twins))),
    )
    .orderBy(asc(importRows.row))
    .limit(batch);
}

type Bringing = { list: ImportRow; seals: ImportSeals; one: Judged; wanted: boolean; why: string | null };

async function bringIn(ctx: TxCtx, { list, seals, one, wanted, why }: Bringing): Promise<Ended["became"]> {
  const { id, messages, state } = one;
  const note = async (became: Ended["became"], told: readonly RowMessage[], caseId?: string) => {
    const set = { state: became, said: seals.sealMessages(id, told), doneAt: ctx.now, ...(caseId ? { caseId } : {}) };
    await ctx.db.update(importRows).set(set).where(eq(importRows.id, id));
    return became;
  };
  if (state === "bad") return note("failed", messages);
  if (state === "twin" && !wanted) return note("left_out", messages);
  try {
    const caseId = await ctx.db.transaction((tx) =>
      openRow({ ...ctx, db: tx as TxCtx["db"] }, list, withReason(one, why)),
    );
    return await note("imported", messages, caseId);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return note("failed", [...messages, ...messagesOf(error)]);
  }
}

/**
 * The person running the list was shown who seems to be the same, decided, and said why; otherwise the form's own rule
 * applies.
 */
function withReason(judged: Judged, why: string | null): Judged {
  if (!why) return judged;
  const client = { ...(judged.built.form.client as object), somebodyElse: true, somebodyElseWhy: why };
  return { ...judged, built: { ...judged.built, form: { ...judged.built.form, client } } };
}

/** What the form would have refused, or a value that the database takes for none. A broken connection is neither. */
function isRefusal(error: unknown): error is Error {
  return error instanceof AppError || /^2[23]/.test(sqlState(error) ?? "");
}

function messagesOf(error: Error): RowMessage[] {
  const fields = error instanceof AppError ? Object.entries(error.fields) : [];
  const text = error instanceof AppError ? error.message : t("Something in this row cannot be kept.");
  if (fields.length === 0) return [{ kind: "error", field: "", was: "", text }];
  return fields.map(([field, words]) => ({ kind: "error", field, was: "", text: words }));
}

/** One row: the case with its client, subject, accounts and incidents, its owner, its numbers, and where it is from. */
async function openRow(ctx: TxCtx, list: ImportRow, { row, built, ownerId }: Judged): Promise<string> {
  const { id: caseId } = await bringInCase(ctx, built.form);
  if (ownerId && ownerId !== ctx.actor.memberId) await assignCase(ctx, { caseId, memberId: ownerId });
  for (const { input } of built.references) {
    await recordReference(ctx, { ...input, caseId, keepAsTyped: true, seenDuplicate: true });
  }
  const { openedOn, closedOn, outcome, closingNote } = built.form as Record<string, string>;
  if (closedOn) await closePastCase(ctx, { caseId, closedOn, outcome, note: closingNote });
  const days = { ...(openedOn ? { openedOn } : {}), ...(closedOn ? { closedOn } : {}) };
  const detail = { list: list.number, row, ...days };
  await writeAudit(ctx.db, { action: "case.imported", subjectId: caseId, caseId, detail });
  return caseId;
}

async function leaveOutDuplicates(ctx: TxCtx, importId: string): Promise<void> {
  await ctx.db
    .update(importRows)
    .set({ state: "left_out", doneAt: ctx.now })
    .where(and(eq(importRows.importId, importId), eq(importRows.state, "twin")));
}
