import "server-only";
import { sayIn } from "@/lib/client/wording/rules";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { postLetter } from "@/lib/platform/mail/smtp";
import { postText } from "@/lib/platform/sms/post-text";
import { claimNotice } from "./claim-notice";
import { noteSent } from "./note-sent";

/**
 * The job that sends one neutral sentence to a client. Everything that was agreed is asked again first. If a server does
 * not take it, the queue tries again, and asks again first. @throws MailRefused, TextRefused
 */
export async function sendNotice(ctx: Ctx, { noticeId }: { noticeId: string }): Promise<"sent" | "held"> {
  const notice = await claimNotice(ctx, { noticeId }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
  if (!notice) return "held";
  const { channel, language, to } = notice;
  const say = sayIn(language);
  const text = say("noticeText");
  try {
    if (channel === "sms") await postText({ id: noticeId, to, text });
    else await postLetter({ id: noticeId, to, subject: say("noticeSubject"), text, from: env().CLIENT_MAIL_FROM });
  } catch (error) {
    await noteSent(ctx, { noticeId, sent: false });
    throw error;
  }
  await noteSent(ctx, { noticeId, sent: true });
  return "sent";
}
