import "server-only";
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { auditAnchors, mails, members } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { postMails } from "@/lib/kernel/mail/post-mails";
import { newId } from "@/lib/platform/ids";
import { hasMailServer } from "@/lib/platform/mail/smtp";
import { lineOf } from "./access";
import { headMail } from "./labels";

/**
 * If a mail server is configured, each administrator gets the newest anchor once a day: a copy that neither the
 * database nor this machine can change. Idempotent per day. @returns how many were created
 */
export async function mailHead(ctx: Ctx): Promise<number> {
  if (!hasMailServer()) return 0;
  const occasion = `log-head:${ctx.now.toISOString().slice(0, 10)}`;
  const { anchor, made } = await withTransaction(ctx, "read only", async ({ db, orgId }) => {
    const mine = and(eq(auditAnchors.orgId, orgId), isNotNull(auditAnchors.signature));
    const [newest] = await db.select().from(auditAnchors).where(mine).orderBy(desc(auditAnchors.seq)).limit(1);
    const today = and(eq(mails.orgId, orgId), eq(mails.occasion, occasion));
    return { anchor: newest, made: await db.select({ id: mails.id }).from(mails).where(today).limit(1) };
  });
  if (!anchor || made.length > 0) return 0;
  return withTransaction(ctx, "read write", async (scoped) => {
    const administrators = await scoped.db
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.orgId, ctx.orgId), eq(members.role, "admin"), isNull(members.removedAt)));
    const text = headMail(JSON.stringify(lineOf(anchor)), anchor.seq);
    const mail = { ...text, kind: "log_head", occasion, at: ctx.now };
    return postMails(
      scoped,
      administrators.map(({ id }) => ({ mail: { ...mail, id: newId(), memberId: id }, reminderIds: [] })),
    );
  });
}
