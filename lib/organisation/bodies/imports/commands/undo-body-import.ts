import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { bodyImports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { readLaw } from "@/lib/law/provisions/queries";
import { columnsOf, lockBodies, noteChanges, planForMany } from "@/lib/organisation/bodies/access";
import { findShipped } from "@/lib/organisation/bodies/find-shipped";
import { detailsOf, differencesOf } from "@/lib/organisation/bodies/rules";
import type { BodyDetails } from "@/lib/organisation/bodies/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findBodyImport } from "../access";
import { OneBodyImport } from "../input";
import { undoMs } from "../rules";

type Made = {
  body_id: string;
  act: string;
  was: Partial<BodyDetails> | null;
  confirmation: { by: string; at: string; expiresOn: string | null } | null;
  latest: boolean;
};

/**
 * Takes an import back within a day: what it added goes out of use, what it changed is as before. An entry that somebody
 * changed or confirmed since stays as it is.
 * @throws AppError not_found; conflict if it is not done, or too old
 */
export const undoBodyImport = command({
  needs: "directory.write",
  input: OneBodyImport,
  async run(ctx, { importId }) {
    const { id } = await findBodyImport(ctx, importId);
    const [won] = await ctx.db
      .update(bodyImports)
      .set({ state: "undone" as const, undoneAt: ctx.now })
      .where(
        and(
          eq(bodyImports.orgId, ctx.orgId),
          eq(bodyImports.id, id),
          eq(bodyImports.state, "done"),
          sql`${bodyImports.finishedAt} > ${new Date(ctx.now.getTime() - undoMs).toISOString()}::timestamptz`,
        ),
      )
      .returning({ id: bodyImports.id });
    if (!won) throw new AppError("conflict", t("Only a list that was imported in the last 24 hours can be undone."));
    await planForMany(ctx);
    const made = await madeBy(ctx, id);
    const open = made.filter(({ latest }) => latest);
    const rows = new Map(
      (
        await lockBodies(
          ctx,
          open.map(({ body_id }) => body_id),
        )
      ).map((row) => [row.id, row]),
    );
    const added = open.filter(({ act }) => act === "imported");
    const changed = open.filter(({ act }) => act === "changed");
    await takeOut(
      ctx,
      added.map(({ body_id }) => body_id),
    );
    const law = await readLaw(ctx);
    const before = changed.flatMap(({ body_id, was, confirmation }) => {
      const row = rows.get(body_id);
      if (!row) return [];
      const details = { ...detailsOf(row), ...was };
      const shipped = row.lawKey ? findShipped(law, row.lawKey) : null;
      // A body of the law data that is as it was there follows the law data again.
      const ofLaw = shipped !== null && differencesOf(detailsOf(shipped), details) === null;
      return [{ id: body_id, ...columnsOf(details), ofLaw, ...confirmation }];
    });
    await putBack(ctx, before);
    await noteChanges(
      ctx,
      open.map(({ body_id, was }) => ({ bodyId: body_id, act: "undone" as const, became: was, importId: id })),
    );
    const detail = { removed: added.length, restored: before.length, kept: made.length - open.length };
    return { value: detail, audit: { action: "body_import.undone", subjectId: id, detail } };
  },
});

/** What the import did to each body, and whether that is the last thing that happened to it. */
async function madeBy(ctx: TxCtx, importId: string): Promise<Made[]> {
  const rows = await ctx.db.execute<Made>(sql`
    select c.body_id, c.act, c.was, c.confirmation, not exists (select from app.body_changes later
      where later.org_id = c.org_id and later.body_id = c.body_id and later.id > c.id) as latest
    from app.body_changes c where c.org_id = ${ctx.orgId}::uuid and c.import_id = ${importId}::uuid
      and c.act in ('imported', 'changed')`);
  return [...rows];
}

async function takeOut(ctx: TxCtx, ids: readonly string[]): Promise<void> {
  await ctx.db.execute(sql`update app.bodies set retired_at = ${ctx.now.toISOString()}::timestamptz
    where org_id = ${ctx.orgId}::uuid and id = any(${sql.param(ids)}::uuid[])`);
}

async function putBack(ctx: TxCtx, before: readonly Record<string, unknown>[]): Promise<void> {
  await ctx.db.execute(sql`update app.bodies b
    set kind = j.kind, country = j.country, name = j.name, area = j.area, phone = j.phone, email = j.email,
      address = j.address, hours = j.hours, languages = j.languages, purpose = j.purpose, source = j.source,
      read_on = j."readOn", mark = j.mark, name_key = j."nameKey", area_key = j."areaKey",
      changed_at = case when j."ofLaw" then null else ${ctx.now.toISOString()}::timestamptz end,
      confirmed_by = j.by, confirmed_at = j.at, expires_on = j."expiresOn"
    from jsonb_to_recordset(${JSON.stringify(before)}::jsonb) as j(id uuid, kind text, country text, name text,
      area text, phone text, email text, address text, hours text, languages text, purpose text, source text,
      "readOn" date, mark text, "nameKey" text, "areaKey" text, "ofLaw" boolean, by uuid, at timestamptz,
      "expiresOn" date)
    where b.org_id = ${ctx.orgId}::uuid and b.id = j.id`);
}
