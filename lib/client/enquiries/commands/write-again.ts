import "server-only";
import { count, eq } from "drizzle-orm";
import { enquiryMessages } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { changeEnquiry, ownEnquiry } from "../access";
import { WriteAgain } from "../input";
import { messagePlace, mostMessages } from "../rules";

/**
 * She writes again, with her code. What was closed is open again; what belongs to a case stays there.
 * @throws AppError invalid at `words`; conflict when the enquiry holds its most; unauthenticated when it is gone
 */
export const writeAgain = command({
  needs: "own.enquiry",
  input: WriteAgain,
  async run(ctx, { words }) {
    const row = await ownEnquiry(ctx);
    const [held] = await ctx.db
      .select({ n: count() })
      .from(enquiryMessages)
      .where(eq(enquiryMessages.enquiryId, row.id));
    if ((held?.n ?? 0) >= mostMessages) throw new AppError("conflict", t("Too much was written here."));
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    await ctx.db.insert(enquiryMessages).values({
      id,
      orgId: ctx.orgId,
      enquiryId: row.id,
      writer: "enquirer",
      words: vault.seal(messagePlace(id), words),
      at: ctx.now,
    });
    const state = row.state === "case" ? row.state : "open";
    await changeEnquiry(ctx, row.id, { newsAt: ctx.now, state });
    const entry = { action: "enquiry.written" as const, subjectId: row.id, detail: {} };
    return { value: { id }, audit: row.caseId ? { ...entry, caseId: row.caseId } : entry };
  },
});
