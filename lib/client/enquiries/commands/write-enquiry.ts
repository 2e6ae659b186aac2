import "server-only";
import { enquiries } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { createVault } from "@/lib/kernel/access/vault";
import { WriteEnquiry } from "../input";
import { wordsPlace } from "../rules";

/**
 * Somebody who has no case asks for help. Nobody is looked up: the answer is the same whether she is known here or not.
 * @throws AppError invalid at `what` when all of it is empty; conflict if the same form was sent before
 */
export const writeEnquiry = command({
  needs: "own.enquiry",
  input: WriteEnquiry,
  async run(ctx, { id, receiptHash, apart, ...words }) {
    const vault = await createVault(ctx, "enquiry");
    const { danger, language } = words;
    await ctx.db.insert(enquiries).values({
      id,
      orgId: ctx.orgId,
      keyId: vault.keyId,
      receiptHash,
      language,
      danger,
      apart,
      words: vault.seal(wordsPlace(id), JSON.stringify(words)),
      writtenAt: ctx.now,
      newsAt: ctx.now,
    });
    return { value: { id }, audit: { action: "enquiry.received", subjectId: id, detail: { language, danger, apart } } };
  },
});
