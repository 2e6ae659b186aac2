import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { liaisons, members } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { AppError } from "@/lib/platform/errors";
import { lockLiaison } from "./access";
import { AmendLiaison } from "./input";

const fields = ["rank", "forceNumber", "agency", "unit", "address", "phone", "zone"] as const;
/** What an officer is not known by: a change of it needs no call-back. */
const free = ["rank", "zone"];

/**
 * Changes an entry of the directory. The database removes its confirmation if identifying details change; a new rank
 * or time zone does not.
 * @throws AppError not_found; conflict if nothing changes; ClashError
 */
export const amendLiaison = command({
  needs: "directory.write",
  input: AmendLiaison,
  async run(ctx, { liaisonId, name, version, ...officerFields }) {
    const before = await lockLiaison(ctx, liaisonId);
    const now = () => ({ name: before.name, ...Object.fromEntries(fields.map((field) => [field, before[field]])) });
    await bumpRecordVersion(ctx, { record: liaisonId, seen: version, now });
    const changed: string[] = fields.filter((field) => before[field] !== officerFields[field]);
    const renamed = before.name !== name;
    if (renamed) changed.unshift("name");
    if (changed.length === 0) throw new AppError("conflict", t("Nothing was changed."));
    if (renamed) {
      const mine = and(eq(members.orgId, ctx.orgId), eq(members.id, liaisonId));
      await ctx.db.update(members).set({ name }).where(mine);
    }
    const isFree = changed.every((field) => free.includes(field));
    await ctx.db
      .update(liaisons)
      .set({ ...officerFields, ...(isFree ? {} : { changedAt: ctx.now }) })
      .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, liaisonId)));
    return {
      value: undefined,
      audit: { action: "liaison.amended", subjectId: liaisonId, detail: { fields: changed } },
    };
  },
});
