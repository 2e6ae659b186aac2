import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { accessChanges } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockAccessChange } from "./access";
import { WithdrawAccessChange } from "./input";

/**
 * An administrator withdraws a pending role. A link is withdrawn with its invitation. @throws AppError not_found,
 * conflict
 */
export const withdrawAccessChange = command({
  needs: "people.write",
  input: WithdrawAccessChange,
  async run(ctx, { changeId }) {
    const row = await lockAccessChange(ctx, changeId);
    if (row.kind !== "role") throw new AppError("conflict", t("Withdraw the invitation."));
    if (row.state !== "waiting") throw new AppError("conflict", t("This was decided or taken back already."));
    await ctx.db.update(accessChanges).set({ state: "withdrawn" }).where(eq(accessChanges.id, changeId));
    const { kind, role, memberId } = row;
    const detail = { kind, role, ...(memberId ? { memberId } : {}) };
    return { value: null, audit: { action: "member.access_withdrawn", subjectId: changeId, detail } };
  },
});
