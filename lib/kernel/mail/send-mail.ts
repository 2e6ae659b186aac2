import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, gt, inArray, isNull, lt, lte, or } from "drizzle-orm";
import { mails, members } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { hasMailServer, MailRefused, postLetter } from "@/lib/platform/mail/smtp";
import { addHours } from "@/lib/platform/time/clock";

/** Longer than any wait for a mail server: a worker that claimed a mail this long ago has died. */
const claimHours = 1 / 6;

/** A mail about today says nothing useful two days later. */
const freshHours = 36;

/**
 * The job that sends one mail. It is claimed in its own transaction, sent, and marked; of two workers one wins. If a
 * worker dies in between, its claim expires, and the second attempt has the same Message-ID.
 * @returns the outcome: `held` means claimed by another worker, already sent, too early or too old
 * @throws MailRefused if the server did not accept it; the queue retries
 */
export async function sendMail(ctx: Ctx, { mailId }: { mailId: string }): Promise<"sent" | "held" | "no_server"> {
  requirePermission(ctx, "job.run");
  if (!hasMailServer()) return "no_server";
  const letter = await claim(ctx, mailId);
  if (!letter) return "held";
  try {
    await postLetter(letter);
  } catch (error) {
    const failure = error instanceof MailRefused ? error.message : t("Something went wrong on our side.");
    await mark(ctx, mailId, { claimedAt: null, failure });
    throw error;
  }
  await mark(ctx, mailId, { sentAt: ctx.now, failure: null });
  return "sent";
}

async function claim(ctx: Ctx, mailId: string) {
  return withTransaction(ctx, "read write", async ({ db, orgId, now }) => {
    const free = or(isNull(mails.claimedAt), lt(mails.claimedAt, addHours(now, -claimHours)));
    const due = and(lte(mails.notBefore, now), gt(mails.madeAt, addHours(now, -freshHours)));
    const [mail] = await db
      .update(mails)
      .set({ claimedAt: now })
      .where(and(eq(mails.orgId, orgId), eq(mails.id, mailId), isNull(mails.sentAt), free, due))
      .returning();
    if (!mail) return null;
    const sees = and(isNull(members.removedAt), readersOf(mail.kind));
    const stays = and(eq(members.orgId, orgId), eq(members.id, mail.memberId), sees);
    const [receiver] = await db.select({ email: members.email }).from(members).where(stays);
    if (!receiver) return null;
    return { id: mail.id, to: receiver.email, subject: mail.subject, text: mail.body };
  });
}

/**
 * Mails on the end of the log go to administrators, who keep them; alerts to those who may read them; inbox changes to
 * the officer; the person's own account to every role. A role that sees no cases gets none about cases, even if it
 * changed after the mail was created.
 */
function readersOf(kind: (typeof mails.$inferSelect)["kind"]) {
  if (kind === "account") return undefined;
  if (kind === "log_head") return eq(members.role, "admin");
  if (kind === "alert") return inArray(members.role, ["admin", "supervisor"]);
  if (kind === "officer_notice") return eq(members.role, "liaison");
  return inArray(members.role, ["caseworker", "supervisor"]);
}

async function mark(ctx: Ctx, mailId: string, change: Partial<typeof mails.$inferInsert>): Promise<void> {
  await withTransaction(ctx, "read write", ({ db, orgId }) =>
    db
      .update(mails)
      .set(change)
      .where(and(eq(mails.orgId, orgId), eq(mails.id, mailId), isNull(mails.sentAt))),
  );
}
