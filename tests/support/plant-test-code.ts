import { and, desc, eq } from "drizzle-orm";
import { mails } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { askTestMail } from "@/lib/operations/installation/ask-test-mail";
import { writeTestMail } from "@/lib/operations/installation/write-test-mail";
import type { Org, Person } from "./org";

/** A test mail that an administrator asked for, written as the worker writes it. @returns its code */
export async function plantTestCode(org: Org, { ctx, memberId }: Pick<Person, "ctx" | "memberId">): Promise<string> {
  await askTestMail(ctx, {});
  await writeTestMail(org.service(), { memberId });
  const mine = and(eq(mails.orgId, org.id), eq(mails.memberId, memberId));
  const [mail] = await withTransaction(org.service(), "read only", ({ db }) =>
    db.select({ body: mails.body }).from(mails).where(mine).orderBy(desc(mails.madeAt), desc(mails.id)).limit(1),
  );
  return /^[A-Z0-9]{8}$/m.exec(mail?.body ?? "")?.[0] ?? "";
}
