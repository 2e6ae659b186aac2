import { eq } from "drizzle-orm";
import { mails } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";

type MailRow = typeof mails.$inferSelect;

/** A mail in the outbox, as the planning leaves it there. */
export async function plantMail(service: Ctx, memberId: string, change: Partial<MailRow> = {}): Promise<string> {
  const id = newId();
  const { orgId, now } = service;
  const text = { subject: "Crossdocket: 1 thing for today", body: "CD-26-0001: due today.\n" };
  const row = { id, orgId, memberId, kind: "digest" as const, occasion: `digest:${id}`, ...text };
  await withTransaction(service, "read write", ({ db }) =>
    db.insert(mails).values({ ...row, notBefore: now, madeAt: now, ...change }),
  );
  return id;
}

export async function mailRow(service: Ctx, id: string): Promise<MailRow | undefined> {
  const rows = await withTransaction(service, "read only", ({ db }) => db.select().from(mails).where(eq(mails.id, id)));
  return rows[0];
}

/** Every mail of the organisation, in the order in which they were made. */
export async function allMails(service: Ctx): Promise<MailRow[]> {
  return withTransaction(service, "read only", ({ db }) => db.select().from(mails).orderBy(mails.id));
}
