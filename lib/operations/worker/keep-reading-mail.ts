import "server-only";
import { receiveMail, type Taken } from "@/lib/escalation/incoming-mail/receive-mail";
import { headBytes, maxMailBytes } from "@/lib/escalation/incoming-mail/rules";
import { noteMailRound } from "@/lib/operations/installation/checks/mail-round";
import { describeError } from "@/lib/platform/describe-error";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { emptyMailbox, hasMailbox, MailboxAway, type Moved } from "@/lib/platform/mail/mailbox";

/** Between two looks into the mailbox, in milliseconds. */
const pause = 60_000;

/** Empties the mailbox now and every minute, where one is set. Two workers side by side take no mail twice. */
export function keepReadingMail(): { stop: () => void } {
  if (!hasMailbox()) return { stop: () => undefined };
  let isOver = false;
  let next: NodeJS.Timeout | undefined;
  const look = async () => {
    await readMailOnce().catch((error: unknown) => {
      log().error(describeError(error), "the mailbox was not read");
    });
    if (!isOver) next = setTimeout(look, pause);
  };
  next = setTimeout(look, 0);
  return {
    stop: () => {
      isOver = true;
      clearTimeout(next);
    },
  };
}

/** One round. What was found of the mailbox is kept for the checks of the installation. @throws MailboxAway */
export async function readMailOnce(): Promise<{ read: number; failed: number }> {
  const at = new Date().toISOString();
  try {
    const done = await emptyMailbox({ wholeUpTo: maxMailBytes, head: headBytes }, async (mail) => {
      return movedTo(await receiveMail(mail));
    });
    noteMailRound(env().DATA_DIR, { at, fault: null, failed: done.failed });
    return done;
  } catch (error) {
    if (error instanceof MailboxAway) noteMailRound(env().DATA_DIR, { at, fault: error.fault, failed: 0 });
    throw error;
  }
}

/** A mail whose bytes are not here goes where somebody still finds it. */
const movedTo = (taken: Taken): Moved => (taken === "filed" || taken === "held" ? "filed" : "refused");
