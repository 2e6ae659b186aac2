import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { AppError } from "@/lib/platform/errors";
import { DescribeDesk } from "../input";

/** Sets what future packets print about the organisation. @throws AppError conflict if nothing changes; ClashError */
export const describeDesk = command({
  needs: "people.write",
  input: DescribeDesk,
  async run(ctx, { version, ...input }) {
    const mine = eq(organisations.id, ctx.orgId);
    const [before] = await ctx.db.select().from(organisations).where(mine).for("update");
    if (!before) throw new AppError("not_found", t("No such organisation."));
    const { name, deskEmail, deskPhone } = before;
    await bumpRecordVersion(ctx, { record: ctx.orgId, seen: version, now: () => ({ name, deskEmail, deskPhone }) });
    const fields = (["name", "deskEmail", "deskPhone"] as const).filter((field) => before[field] !== input[field]);
    if (fields.length === 0) throw new AppError("conflict", t("Nothing was changed."));
    await ctx.db.update(organisations).set(input).where(mine);
    return { value: undefined, audit: { action: "organisation.described", subjectId: ctx.orgId, detail: { fields } } };
  },
});
