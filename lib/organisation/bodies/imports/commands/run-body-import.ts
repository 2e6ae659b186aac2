import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { bodies, bodyImportRows, bodyImports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { columnsOf, insertMany, lockBodies, noteChanges, writerOf } from "@/lib/organisation/bodies/access";
import { differencesOf } from "@/lib/organisation/bodies/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { judgeAgain, lockChecked } from "../access";
import { RunBodyImport } from "../input";
import type { Judged } from "../types";

type Placed = Judged & { details: NonNullable<Judged["details"]>; bodyId: string };

/**
 * Takes a list over: its new bodies, and the differences that somebody confirmed. All of it or nothing; rows with faults
 * only stay out if that was said. Nobody has confirmed the new bodies yet.
 * @throws AppError conflict if it was imported, or brings nothing; invalid at `leaveOutBad`
 */
export const runBodyImport = command({
  needs: "directory.write",
  input: RunBodyImport,
  async run(ctx, { importId, leaveOutBad }) {
    const list = await lockChecked(ctx, importId);
    // The directory may have changed since the list was checked.
    const judged = await judgeAgain(ctx, list);
    const bad = judged.filter(({ state }) => state === "bad").length;
    const tick = t("Some rows need correction. Correct them, or tick that they stay out.");
    if (bad > 0 && !leaveOutBad) throw new AppError("invalid", tick, { leaveOutBad: tick });
    const taken = await takenRows(ctx, list.id);
    const fresh = judged.flatMap((row) =>
      row.state === "new" && row.details ? [{ ...row, details: row.details, bodyId: newId() }] : [],
    );
    const differing = judged.filter(({ state, row }) => state === "changed" && taken.has(row));
    if (fresh.length + differing.length === 0) {
      throw new AppError("conflict", t("This list brings nothing new. Confirm its differences first, if it has any."));
    }
    await addBodies(ctx, fresh, list.id);
    const updated = await updateBodies(ctx, differing, list.id);
    await noteRows(ctx, list.id, [
      ...fresh.map((row) => [row, "added"] as const),
      ...updated.map((row) => [row, "updated"] as const),
    ]);
    await ctx.db
      .update(bodyImports)
      .set({ state: "done" as const, finishedAt: ctx.now })
      .where(and(eq(bodyImports.orgId, ctx.orgId), eq(bodyImports.id, list.id)));
    const detail = { added: fresh.length, updated: updated.length, leftOut: bad };
    return { value: detail, audit: { action: "body_import.run", subjectId: list.id, detail } };
  },
});

async function takenRows(ctx: TxCtx, importId: string): Promise<Set<number>> {
  const rows = await ctx.db
    .select({ row: bodyImportRows.row })
    .from(bodyImportRows)
    .where(
      and(
        eq(bodyImportRows.orgId, ctx.orgId),
        eq(bodyImportRows.importId, importId),
        eq(bodyImportRows.state, "changed"),
        eq(bodyImportRows.take, "yes"),
      ),
    );
  return new Set(rows.map(({ row }) => row));
}

async function addBodies(ctx: TxCtx, fresh: readonly Placed[], importId: string): Promise<void> {
  const addedBy = writerOf(ctx);
  await insertMany(
    ctx,
    bodies,
    fresh.map(({ details, bodyId }) => ({
      ...columnsOf(details),
      id: bodyId,
      orgId: ctx.orgId,
      addedBy,
      addedAt: ctx.now,
    })),
  );
  await noteChanges(
    ctx,
    fresh.map(({ bodyId, details }) => ({ bodyId, act: "imported" as const, became: details, importId })),
  );
}

/** A difference that is taken over changes the entry; what somebody confirmed of it before counts no longer. */
async function updateBodies(ctx: TxCtx, differing: readonly Judged[], importId: string): Promise<Placed[]> {
  const refs = differing.flatMap(({ known }) => (known ? [known.ref] : []));
  if (refs.length === 0) return [];
  const locked = await lockBodies(ctx, refs);
  const byId = new Map(locked.map((row) => [row.id, row]));
  const byLaw = new Map(locked.map((row) => [row.lawKey, row]));
  const placed = differing.flatMap((row) => {
    const body = row.known?.bodyId ? byId.get(row.known.bodyId) : byLaw.get(row.known?.lawKey ?? "");
    return body && row.details ? [{ ...row, details: row.details, bodyId: body.id, body }] : [];
  });
  const table = JSON.stringify(placed.map(({ bodyId, details }) => ({ id: bodyId, ...columnsOf(details) })));
  await ctx.db.execute(sql`update app.bodies b
    set kind = j.kind, country = j.country, name = j.name, area = j.area, phone = j.phone, email = j.email,
      address = j.address, hours = j.hours, languages = j.languages, purpose = j.purpose, source = j.source,
      read_on = j."readOn", mark = j.mark, name_key = j."nameKey", area_key = j."areaKey",
      changed_at = ${ctx.now.toISOString()}::timestamptz, confirmed_by = null, confirmed_at = null, expires_on = null,
      reported_at = null
    from jsonb_to_recordset(${table}::jsonb) as j(id uuid, kind text, country text, name text, area text, phone text,
      email text, address text, hours text, languages text, purpose text, source text, "readOn" date, mark text,
      "nameKey" text, "areaKey" text)
    where b.org_id = ${ctx.orgId}::uuid and b.id = j.id`);
  await noteChanges(
    ctx,
    placed.map(({ bodyId, details, known, body }) => {
      const differs = known && differencesOf(known.details, details);
      const { confirmedBy: by, confirmedAt, expiresOn } = body;
      const confirmation = by && confirmedAt ? { by, at: confirmedAt.toISOString(), expiresOn } : null;
      return { bodyId, act: "changed" as const, was: differs?.was, became: differs?.became, importId, confirmation };
    }),
  );
  return placed;
}

async function noteRows(
  ctx: TxCtx,
  importId: string,
  done: readonly (readonly [Placed, "added" | "updated"])[],
): Promise<void> {
  const table = JSON.stringify(done.map(([{ row, bodyId }, state]) => ({ row, state, body_id: bodyId })));
  await ctx.db.execute(sql`update app.body_import_rows r set state = j.state, body_id = j.body_id, law_key = null
    from jsonb_to_recordset(${table}::jsonb) as j("row" int, state text, body_id uuid)
    where r.org_id = ${ctx.orgId}::uuid and r.import_id = ${importId}::uuid and r."row" = j."row"`);
  await ctx.db.execute(sql`update app.body_import_rows r set state = 'left_out'
    where r.org_id = ${ctx.orgId}::uuid and r.import_id = ${importId}::uuid and r.state in ('bad', 'changed')`);
}
