import "server-only";
import { inScope } from "@/lib/access/ctx";
import { jobCtx } from "@/lib/jobs/job-ctx";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { postMails } from "@/lib/reminders/scope";
import type { Standing } from "./standing";

/** One mail at once to the person whose recovery code was used, whatever their role and their wishes. */
export async function tellOfRecovery({ orgId, memberId }: Pick<Standing, "orgId" | "memberId">) {
  const id = newId();
  const subject = "Crossdocket: a recovery code was used";
  const body = [
    "Somebody signed in with your password and one of your recovery codes. Every other session of yours has ended.",
    "If it was not you, call an administrator of your organisation now and ask for a new sign-in link.",
    `Your ways to sign in: ${env().APP_ORIGIN}/account/security`,
  ].join("\n\n");
  await inScope(jobCtx(orgId), "read write", async (ctx) => {
    const mail = { id, memberId, kind: "account", occasion: `recovery:${id}`, subject, body, at: ctx.now };
    await postMails(ctx, [{ mail, reminderIds: [] }]);
  });
}
