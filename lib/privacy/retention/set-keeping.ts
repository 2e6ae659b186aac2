import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { SetKeeping } from "./input";

/** Sets how many years after closing a case is reviewed. It erases nothing. @throws AppError invalid at `years` */
export const setKeeping = command({
  needs: "people.write",
  input: SetKeeping,
  async run(ctx, { years }) {
    await ctx.db.update(organisations).set({ keepYears: years }).where(eq(organisations.id, ctx.orgId));
    return { value: { years }, audit: { action: "retention.set", subjectId: ctx.orgId, detail: { years } } };
  },
});
