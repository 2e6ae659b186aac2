import "server-only";
import { reportCounts } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { countsOf } from "./access";
import { ForgetCounts } from "./input";

/** Drops what was counted under a filter, so that the page counts again. */
export const forgetCounts = command({
  needs: "team.read",
  input: ForgetCounts,
  rateLimit: "export",
  async run(ctx, filter) {
    await ctx.db.delete(reportCounts).where(countsOf(ctx, filter));
    return { value: null, audit: { action: "report.recounted", subjectId: ctx.orgId, detail: { ...filter } } };
  },
});
