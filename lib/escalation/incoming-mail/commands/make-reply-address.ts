import "server-only";
import { replyAddresses } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { hashReplyToken, mailInAddress } from "../access";
import { MakeReplyAddress } from "../input";
import { counterpartPlace, replyAddress, subjectTag, tokenFrom } from "../rules";

/**
 * Makes an address for the answers of one counterpart of one case. It is returned once: only a keyed hash of its token is
 * kept. Whoever has it can read nothing; it says where a mail is offered.
 * @throws AppError not_found; conflict for a closed or restricted case, and where no mail comes in
 */
export const makeReplyAddress = command({
  needs: "case.write",
  input: MakeReplyAddress,
  async run(ctx, { caseId, party, senders, step }) {
    const base = mailInAddress();
    if (!base) throw new AppError("conflict", t("No mailbox is set up for mails that come in."));
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("A person makes a reply address."));
    const row = await lockCase(ctx, caseId);
    const vault = await openVault(ctx, row.keyId);
    const id = newId();
    const token = newReplyToken();
    await ctx.db.insert(replyAddresses).values({
      id,
      orgId: ctx.orgId,
      caseId: row.id,
      tokenHash: hashReplyToken(token),
      counterpart: vault.seal(counterpartPlace(id), JSON.stringify({ party, senders })),
      step,
      madeBy: memberId,
      madeAt: ctx.now,
    });
    await touchCase(ctx, row.id);
    return {
      value: { id, address: replyAddress(base, token), tag: subjectTag(token) },
      audit: { action: "reply_address.made", subjectId: id, caseId: row.id, detail: { senders: senders.length } },
    };
  },
});

function newReplyToken(): string {
  for (;;) {
    const token = tokenFrom(Buffer.concat([newToken(), newToken()]));
    if (token) return token;
  }
}
