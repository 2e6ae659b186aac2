import "server-only";
import { incomingMails } from "@/db/schema";
import { isRestricted, lockAnyCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refuseWhileStopped } from "@/lib/casework/minors-stop/access";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { readStepValue } from "@/lib/escalation/letters/rules";
import { writeLetter } from "@/lib/escalation/letters/write-letter";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { keepKey } from "@/lib/kernel/access/case-files";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { vaultOf } from "@/lib/kernel/access/vault";
import { readLaw } from "@/lib/law/provisions/queries";
import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import { formatInstant } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { findReplyAddress } from "../access";
import { TakeMail } from "../input";
import { factsPlace, readFacts, summaryOf, writerOf } from "../rules";
import type { HeldReason, MailFacts } from "../types";

/**
 * A job keeps a mail that came in, with the key under which its bytes lie already. One about which nothing is unsure is
 * put on the register of letters at once, in the name of who made the address. @throws AppError not_found for an
 * address that is gone; conflict when the same mail was taken before, or its case takes no files any more
 */
export const takeMail = command({
  needs: "job.run",
  input: TakeMail,
  async run(ctx, { id, key, addressId, facts, ...mail }) {
    const address = addressId ? await findReplyAddress(ctx, addressId) : null;
    const found = address ? await lockAnyCase(ctx, address.caseId) : null;
    // Stopped since it was looked at: the bytes go at once, and the mail is offered again.
    if (found && mail.fileId) await refuseWhileStopped(ctx, found.id);
    await keepKey(ctx, "mail", key);
    const vault = vaultOf(ctx, key.keyId, key.wrapped);
    const reasons = [
      ...new Set([...mail.reasons, ...(found && address ? await changedSince(ctx, found, address) : [])]),
    ];
    const letter = found && address && reasons.length === 0 ? await file(ctx, found, address, readFacts(facts)) : null;
    await ctx.db.insert(incomingMails).values({
      id,
      orgId: ctx.orgId,
      keyId: key.keyId,
      caseId: found?.id ?? null,
      addressId,
      ...mail,
      reasons,
      receivedAt: ctx.now,
      facts: vault.seal(factsPlace(id), facts),
      state: letter ? "filed" : "held",
      byItself: letter !== null,
      decidedAt: letter ? ctx.now : null,
      letterId: letter?.id ?? null,
    });
    if (found) await touchCase(ctx, found.id);
    const about = found ? { caseId: found.id } : {};
    const detail = { size: mail.size, sha256: mail.sha256, reasons, filed: letter !== null };
    const first: AuditEntry = { action: "incoming_mail.received", subjectId: id, ...about, detail };
    const recorded: AuditEntry[] = letter
      ? [
          {
            action: "letter.recorded",
            subjectId: letter.id,
            ...about,
            detail: { direction: "in", number: letter.number, answers: "nothing" },
          },
        ]
      : [];
    return { value: { id, filed: letter !== null }, audit: [first, ...recorded] };
  },
});

type Case = Awaited<ReturnType<typeof lockAnyCase>>;

/** The case was looked at before it was locked: whoever closed or restricted it meanwhile, or ended the address, is heard. */
async function changedSince(ctx: TxCtx, { id, closedAt }: Case, { endedAt }: { endedAt: Date | null }) {
  const about: [HeldReason, boolean][] = [
    ["ended", endedAt !== null],
    ["closed", closedAt !== null],
    ["restricted", await isRestricted(ctx, id)],
  ];
  return about.filter(([, holds]) => holds).map(([reason]) => reason);
}

/** Nothing is answered by it and no step is moved: that is a person's to say. */
async function file(
  ctx: TxCtx,
  found: Case,
  { step, madeBy }: { step: string | null; madeBy: string },
  facts: MailFacts,
) {
  const { zone } = playbookOf(found, await readLaw(ctx)).home;
  const acting = { ...ctx, actor: { ...ctx.actor, memberId: madeBy } };
  const { stepKey, part } = readStepValue(step);
  return writeLetter(acting, found, {
    direction: "in",
    day: civilDate(ctx.now, zone),
    channel: "email",
    party: writerOf(facts).slice(0, 200),
    summary: summaryOf(
      facts,
      formatInstant(ctx.now, zone),
      written(() => t("Filed by itself: sender and reply address agree, and our mail server confirmed the sender.")),
    ),
    stepKey,
    part,
  });
}
