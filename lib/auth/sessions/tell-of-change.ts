import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { postMails } from "@/lib/kernel/mail/post-mails";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import type { NoticeKind } from "./types";

const sentences: Record<NoticeKind, string> = {
  passkey_added: t("A passkey was added to your account."),
  passkey_removed: t("A passkey was removed from your account."),
  totp_added: t("An authenticator app was set up for your account."),
  totp_removed: t("The authenticator app was removed from your account."),
  sso_linked: t("Your account was connected with your organisation's sign-in service."),
  sso_unlinked: t("Your account was disconnected from your organisation's sign-in service."),
  codes_made: t("New recovery codes were made for your account."),
  code_used: t(
    "Somebody signed in with your password and one of your recovery codes. Every other session of yours has ended.",
  ),
  password_changed: t("The password of your account was changed."),
  device_added: t("Somebody signed in to your account with a browser that was not used for it before."),
};

const subjects: Partial<Record<NoticeKind, string>> = { code_used: t("a recovery code was used") };

const whatToDo: Partial<Record<NoticeKind, string>> = {
  code_used: t(
    "If it was not you, call an administrator of your organisation now and ask for a new sign-in link. Where you can still sign in, end all other sessions.",
  ),
};

/**
 * Sends one mail immediately for each change to a person's sign-in methods, whatever their role and reminder settings:
 * an intruder in their session does not read that mailbox. It names nobody and no device.
 */
export async function tellOfChange(loginId: string): Promise<void> {
  const changes = await ask<{ id: string; kind: NoticeKind; org_id: string; member_id: string }>(
    sql`select * from auth.notices_to_send(${loginId}::uuid)`,
  );
  const [first] = changes;
  if (!first) return;
  await withTransaction(jobCtx(first.org_id), "read write", async (ctx) => {
    const mails = changes.map(({ id, kind, member_id: memberId }) => ({
      mail: {
        id: newId(),
        memberId,
        kind: "account",
        occasion: `notice:${id}`,
        at: ctx.now,
        subject: t("Crossdocket: {value}", { value: subjects[kind] ?? t("how you sign in has changed") }),
        body: bodyOf(kind),
      },
      reminderIds: [],
    }));
    await postMails(ctx, mails);
  });
}

const usual = t(
  "If it was not you, call an administrator or a supervisor of your organisation now. Then sign in, end all other sessions, remove anything you do not recognise and change your password.",
);

function bodyOf(kind: NoticeKind): string {
  return [
    sentences[kind],
    t("If it was you, there is nothing to do."),
    whatToDo[kind] ?? usual,
    t("Your ways to sign in: {value}/account/security", { value: env().APP_ORIGIN }),
  ].join("\n\n");
}
