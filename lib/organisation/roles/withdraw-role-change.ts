import "server-only";
import { eq } from "drizzle-orm";
import { roleChanges } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { detailOf, lockRoleChange } from "./access";
import { WithdrawRoleChange } from "./input";

/** An administrator takes back a change that waits. @throws AppError not_found, conflict */
export const withdrawRoleChange = command({
  needs: "roles.write",
  input: WithdrawRoleChange,
  async run(ctx, { changeId }) {
    const row = await lockRoleChange(ctx, changeId);
    if (row.state !== "waiting") throw new AppError("conflict", t("This was decided or taken back already."));
    await ctx.db.update(roleChanges).set({ state: "withdrawn" }).where(eq(roleChanges.id, changeId));
    return { value: null, audit: { action: "role.change_withdrawn", subjectId: changeId, detail: detailOf(row) } };
  },
});
