import "server-only";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { listExhibitChoices } from "@/lib/casework/incidents/queries";
import { listReferences } from "@/lib/casework/references/queries";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { recordLetterIn } from "@/lib/escalation/letters/record-letter-in";
import { recordPreservation } from "@/lib/escalation/preservation/record-preservation";
import { recordAuthority } from "@/lib/escalation/written-authorities/record-authority";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import type { FileAct } from "./story-types";

/** Adds a record to a case: a letter, what a provider preserves, what the client authorises, or how it ended. */
export async function playFileAct(ctx: Ctx, caseId: string, act: FileAct): Promise<unknown> {
  const on = officeToday(ctx.now);
  if ("close" in act) return closeCase(ctx, { caseId, outcome: act.close, note: act.note, seen: "on" });
  if ("letter" in act) {
    const { letter: step, dueIn, from, channel, summary, answers, outcome } = act;
    const dueOn = dueIn === undefined ? undefined : addDays(on, dueIn);
    return recordLetterIn(ctx, { caseId, receivedOn: on, step, from, channel, summary, answers, outcome, dueOn });
  }
  if ("authority" in act) {
    const exhibitId = (await listExhibitChoices(ctx, caseId))[act.exhibit]?.id;
    return recordAuthority(ctx, { caseId, process: act.authority, givenBy: "client", signedOn: on, exhibitId });
  }
  const accountId = (await listAccountChoices(ctx, caseId))[act.keep]?.id;
  const { askedBy, answer, days, note } = act;
  const acceptedOn = addDays(on, answer);
  const expiresOn = addDays(acceptedOn, days);
  const number = (await listReferences(ctx, caseId)).find((reference) => reference.kind === "preservation");
  // Recorded on the day the answer came, so that none of its dates is in the future.
  const then = { ...ctx, now: new Date(ctx.now.getTime() + answer * 86_400_000) };
  const asked = {
    id: newId(),
    caseId,
    accountId,
    askedBy,
    askedOn: on,
    acceptedOn,
    expiresOn,
    note,
    referenceId: number?.id,
  };
  return recordPreservation(then, asked);
}
