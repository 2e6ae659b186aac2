import "server-only";
import { and, eq, gt, inArray, isNull, lt, lte, or } from "drizzle-orm";
import { mails, members } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { hasMailServer, MailRefused, postLetter } from "@/lib/platform/mail/smtp";
import { addHours } from "@/lib/platform/time/clock";

/** Longer than a mail server is ever waited for: who claimed a mail so long ago has died. */
const claimHours = 1 / 6;

/** A mail about today says nothing useful two days later. */
const freshHours = 36;

/**
 * The job that sends one mail. It is claimed in a transaction of its own, sent, and marked; of two workers one wins.
 * Who dies in between leaves a claim that lapses, and the second attempt carries the same Message-ID.
 * @returns what became of it: `held` is claimed by another worker, sent already, too early or too old
 * @throws MailRefused when the server did not take it; the queue tries again
 */
export async function sendMail(ctx: Ctx, { mailId }: { mailId: string }): Promise<"sent" | "held" | "no_server"> {
  requirePermission(ctx, "job.run");
  if (!hasMailServer()) return "no_server";
  const letter = await claim(ctx, mailId);
  if (!letter) return "held";
  try {
    await postLetter(letter);
  } catch (error) {
    const failure = error instanceof MailRefused ? error.message : "Something went wrong on our side.";
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
 * Where the log ends is for administrators, who keep it; that there are alerts, for who may read them; that something in an inbox changed, for its officer; what is about
 * the person's own account, for every role. A role that sees no cases is told of none, also when it changed since the mail
 * was made.
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
