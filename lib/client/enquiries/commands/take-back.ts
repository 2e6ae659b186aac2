import "server-only";
import { sql } from "drizzle-orm";
import { command } from "@/lib/kernel/access/command";
import { changeEnquiry, ownEnquiry } from "../access";
import { Nothing } from "../input";

/**
 * She takes back what she wrote: it is erased at once, with its key. Where there is a case already, it stays with the
 * case, her code opens it no more, and staff are told. @throws AppError unauthenticated when it is gone
 */
export const takeBack = command({
  needs: "own.enquiry",
  input: Nothing,
  async run(ctx) {
    const { id, caseId } = await ownEnquiry(ctx);
    const [row] = await ctx.db.execute<{ erased: boolean }>(sql`select app.erase_enquiry(${id}) as erased`);
    const erased = row?.erased ?? false;
    if (!erased) await changeEnquiry(ctx, id, { withdrawnAt: ctx.now, newsAt: ctx.now });
    const entry = { action: "enquiry.taken_back" as const, subjectId: id, detail: { erased } };
    return { value: { erased }, audit: caseId ? { ...entry, caseId } : entry };
  },
});
