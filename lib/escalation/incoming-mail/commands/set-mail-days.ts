import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { SetMailDays } from "../input";

/** Says after how many days a mail that nobody filed is erased. */
export const setMailDays = command({
  needs: "people.write",
  input: SetMailDays,
  async run(ctx, { days }) {
    await ctx.db.update(organisations).set({ mailDays: days }).where(eq(organisations.id, ctx.orgId));
    return {
      value: undefined,
      audit: { action: "incoming_mail.days_set", subjectId: ctx.orgId, detail: { days } },
    };
  },
});
