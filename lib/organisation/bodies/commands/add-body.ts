import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { bodies } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { columnsOf, noteChanges, writerOf } from "../access";
import { AddBody } from "../input";
import { listShipped } from "../list-shipped";
import { expiryOf } from "../rules";
import type { BodyDetails } from "../types";

/**
 * Adds a body to the organisation's directory. Whoever types it has just read it, so it counts as confirmed.
 * @throws AppError conflict at `name` if the directory has it
 */
export const addBody = command({
  needs: "directory.confirm",
  input: AddBody,
  async run(ctx, input) {
    const addedBy = writerOf(ctx);
    const row = columnsOf(input);
    await refuseKnown(ctx, row);
    const id = newId();
    await ctx.db.insert(bodies).values({
      ...row,
      id,
      orgId: ctx.orgId,
      addedBy,
      addedAt: ctx.now,
      confirmedBy: addedBy,
      confirmedAt: ctx.now,
      expiresOn: expiryOf(officeToday(ctx.now)),
    });
    await noteChanges(ctx, [{ bodyId: id, act: "added", became: input }]);
    return { value: { id }, audit: { action: "body.added", subjectId: id, detail: { kind: input.kind } } };
  },
});

async function refuseKnown(ctx: TxCtx, row: BodyDetails & { nameKey: string; areaKey: string }): Promise<void> {
  const same = and(
    eq(bodies.orgId, ctx.orgId),
    eq(bodies.nameKey, row.nameKey),
    eq(bodies.areaKey, row.areaKey),
    eq(bodies.kind, row.kind),
    eq(bodies.country, row.country),
    isNull(bodies.retiredAt),
  );
  const own = await ctx.db.$count(bodies, same);
  const shipped = listShipped(await readLaw(ctx)).some(
    ({ nameKey, kind, country }) =>
      row.areaKey === "" && nameKey === row.nameKey && kind === row.kind && country === row.country,
  );
  if (own === 0 && !shipped) return;
  const message = t(
    "The directory has a body of this kind and name there already. Change that entry, or give an area.",
  );
  throw new AppError("conflict", message, { name: message });
}
