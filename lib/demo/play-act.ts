import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import { beginStep } from "@/lib/ladder/begin-step";
import { noteContact } from "@/lib/ladder/note-contact";
import { recordOutcome } from "@/lib/ladder/record-outcome";
import { skipStep } from "@/lib/ladder/skip-step";
import { submitStep } from "@/lib/ladder/submit-step";
import { addDays } from "@/lib/platform/calendar";
import { recordReference } from "@/lib/references/record-reference";
import { logRefusal } from "@/lib/refusals/log-refusal";
import { readRefusalDesk } from "@/lib/refusals/queries";
import { raiseRefusal } from "@/lib/refusals/raise-refusal";
import { officeToday, officeZone } from "@/lib/work/rules";
import type { Act } from "./story-types";

/** Does one thing of a story, on the day of its ctx, by the command that a person would use. */
export async function playAct(ctx: Ctx, caseId: string, act: Act): Promise<unknown> {
  const on = officeToday(ctx.now);
  if ("begin" in act) return beginStep(ctx, { caseId, stepKey: act.begin, on, note: act.note });
  if ("submit" in act) {
    return submitStep(ctx, { caseId, stepKey: act.submit, on, at: act.at, note: act.note, tipOffSeen: true });
  }
  if ("skip" in act) return skipStep(ctx, { caseId, stepKey: act.skip, on, reason: act.reason });
  if ("refused" in act) {
    const { refused, at, office, officer, words, witnesses } = act;
    const zone = officeZone();
    return logRefusal(ctx, { caseId, stepKey: refused, office, officer, words, witnesses, when: `${on}T${at}`, zone });
  }
  if ("raise" in act) {
    const [newest] = (await readRefusalDesk(ctx, caseId)).refusals;
    return raiseRefusal(ctx, { caseId, refusalId: newest?.id, rungKey: act.raise, on, reason: act.why });
  }
  if ("outcome" in act) {
    return recordOutcome(ctx, { caseId, stepKey: act.outcome, on, note: act.note, completes: !act.goesOn });
  }
  if ("contact" in act) {
    const dueOn = act.dueIn === undefined ? undefined : addDays(on, act.dueIn);
    return noteContact(ctx, { caseId, stepKey: act.contact, on, note: act.note, dueOn });
  }
  if ("awaited" in act) {
    return recordReference(ctx, { caseId, kind: act.awaited, state: "not_yet_issued", note: act.note });
  }
  return recordReference(ctx, {
    caseId,
    kind: act.number,
    raw: act.raw ?? `CAS ${act.serial}/${Number(on.slice(5, 7))}/${on.slice(0, 4)}`,
    station: act.station,
    issuedOn: on,
    receivedVia: act.via,
    receivedOn: on,
    seenDuplicate: "on",
  });
}
