import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { installationSteps } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { postMails } from "@/lib/kernel/mail/post-mails";
import { newId, newToken } from "@/lib/platform/ids";
import { hashCode } from "./access";
import { testMail } from "./labels";
import { codeOf } from "./rules";

/** The job that writes the mail an administrator asked for, once: a retry finds its code made. @returns how many */
export async function writeTestMail(ctx: Ctx, { memberId }: { memberId: string }): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async (scoped) => {
    const { db, orgId, now } = scoped;
    const code = codeOf(newToken());
    const asked = and(
      eq(installationSteps.orgId, orgId),
      eq(installationSteps.step, "mail"),
      eq(installationSteps.memberId, memberId),
      isNull(installationSteps.codeHash),
    );
    const rows = await db
      .update(installationSteps)
      .set({ codeHash: hashCode(orgId, code) })
      .where(asked)
      .returning({ step: installationSteps.step });
    if (rows.length === 0) return 0;
    const id = newId();
    const mail = { id, memberId, kind: "account", occasion: `test:${id}`, at: now, ...testMail(code) };
    return postMails(scoped, [{ mail, reminderIds: [] }]);
  });
}
