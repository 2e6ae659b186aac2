import "server-only";
import { installationSteps } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AskTestMail } from "./input";

/**
 * Asks for a mail with a code to the administrator's own address. It goes the way of every mail: outbox, worker, server.
 */
export const askTestMail = command({
  needs: "people.write",
  input: AskTestMail,
  async run(ctx) {
    const memberId = ctx.actor.memberId ?? ctx.orgId;
    const asked = { memberId, codeHash: null, codeAt: ctx.now };
    await ctx.db
      .insert(installationSteps)
      .values({ orgId: ctx.orgId, step: "mail", ...asked })
      .onConflictDoUpdate({ target: [installationSteps.orgId, installationSteps.step], set: asked });
    await enqueue(ctx, "mail.test", { memberId });
    return { value: undefined, audit: { action: "installation.mail_tested", subjectId: memberId, detail: {} } };
  },
});
