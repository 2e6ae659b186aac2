import "server-only";
import { and, eq } from "drizzle-orm";
import { replyAddresses } from "@/db/schema";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { recordLetterIn } from "@/lib/escalation/letters/record-letter-in";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { changeMail, decidedNow, lockMail } from "../access";
import { FileMail } from "../input";
import { factsPlace, readFacts, summaryOf, writerOf } from "../rules";

/**
 * Puts a mail on the register of letters of its case, with its hour, sender and subject. It can be undone.
 * @throws AppError not_found; conflict when it is a letter already, and for a closed or restricted case
 */
export const fileMail = command({
  needs: "case.write",
  input: FileMail,
  async run(ctx, { mailId, step }) {
    const { row, found } = await lockMail(ctx, mailId);
    if (row.letterId) throw new AppError("conflict", t("This mail is on the register of letters already."));
    const vault = await openVault(ctx, row.keyId);
    const facts = readFacts(vault.open(factsPlace(row.id), row.facts));
    const { zone } = playbookOf(found, await readLaw(ctx)).home;
    const letter = await recordLetterIn(ctx, {
      caseId: found.id,
      from: writerOf(facts).slice(0, 200),
      receivedOn: civilDate(row.receivedAt, zone),
      channel: "email",
      step: step ?? (await stepOf(ctx, row.addressId)),
      summary: summaryOf(facts, formatInstant(row.receivedAt, zone), ""),
      answers: "nothing",
    });
    await changeMail(ctx, mailId, { ...decidedNow(ctx), state: "filed", letterId: letter.id });
    return {
      value: { code: letter.code },
      audit: { action: "incoming_mail.filed", subjectId: mailId, caseId: found.id, detail: { letterId: letter.id } },
    };
  },
});

async function stepOf(ctx: TxCtx, addressId: string | null): Promise<string | null> {
  if (!addressId) return null;
  const [row] = await ctx.db
    .select({ step: replyAddresses.step })
    .from(replyAddresses)
    .where(and(eq(replyAddresses.orgId, ctx.orgId), eq(replyAddresses.id, addressId)));
  return row?.step ?? null;
}
