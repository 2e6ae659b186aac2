import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { SetCaseChecks } from "./input";

/** Lets the checker look at the addresses of a case, or has it leave them alone, as the client wishes. */
export const setCaseChecks = command({
  needs: "case.write",
  input: SetCaseChecks,
  async run(ctx, { caseId, off }) {
    await lockCase(ctx, caseId);
    await ctx.db
      .update(cases)
      .set({ checksOff: off })
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
    return { value: { off }, audit: { action: "case.checks_turned", subjectId: caseId, caseId, detail: { off } } };
  },
});
