import type { Sql } from "postgres";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault, wrapKey } from "@/lib/kernel/access/vault";
import { newToken } from "@/lib/platform/ids";

type Row = { id: string; key_id: string };

/**
 * Gives what a start page opens of a planted organisation (open flags, the newest review notes) a key and a text. As the
 * superuser: such rows are never changed by the product.
 */
export async function giveTexts(bare: Sql, ctx: Ctx): Promise<void> {
  await bare`set session_replication_role = replica`;
  for (const [table, column, which] of [
    ["case_flags", "message", "and t.resolved_at is null"],
    ["case_reviews", "note", "order by t.written_at desc limit 200"],
  ] as const) {
    const rows = await bare.unsafe<Row[]>(
      `select t.id, c.key_id from app.${table} t join app.cases c on c.id = t.case_id where t.org_id = $1 ${which}`,
      [ctx.orgId],
    );
    for (const { key_id: keyId } of rows) {
      const wrapped = wrapKey(newToken(), ctx.orgId, keyId);
      await bare`update app.data_keys set wrapped = ${wrapped} where id = ${keyId} and wrapped = 'none'`;
    }
    await withTransaction(ctx, "read only", async (scoped) => {
      for (const { id, key_id: keyId } of rows) {
        const vault = await openVault(scoped, keyId);
        const text = vault.seal({ table, column, row: id }, "Somebody should look at this.");
        await bare.unsafe(`update app.${table} set ${column} = $1 where id = $2`, [text, id]);
      }
    });
  }
  // What was planted as ready for approval has no draft that could be read.
  await bare`update app.packets set status = 'handed_over' where org_id = ${ctx.orgId} and status = 'ready'`;
  await bare`set session_replication_role = origin`;
}
