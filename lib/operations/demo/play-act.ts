import "server-only";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { recordOutcome } from "@/lib/escalation/ladder/commands/record-outcome";
import { skipStep } from "@/lib/escalation/ladder/commands/skip-step";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import { logRefusal } from "@/lib/escalation/refusals/log-refusal";
import { readRefusalDesk } from "@/lib/escalation/refusals/queries";
import { raiseRefusal } from "@/lib/escalation/refusals/raise-refusal";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { addDays } from "@/lib/platform/time/calendar";
import { playDangerAct } from "./play-danger-act";
import { playEvidenceAct } from "./play-evidence-act";
import { playFileAct } from "./play-file-act";
import { playNoteAct } from "./play-note-act";
import { playNumberAct } from "./play-number-act";
import { playPaperAct } from "./play-paper-act";
import { playSafetyAct } from "./play-safety-act";
import { playTakedownAct } from "./play-takedown-act";
import type { Act, EvidenceAct, FileAct, NumberAct, PaperAct, SafetyAct, StepAct, TakedownAct } from "./story-types";

/** Does one thing of a story, on the day of its ctx, by the command that a person would use. */
export async function playAct(ctx: Ctx, caseId: string, act: Act): Promise<unknown> {
  if (isNumber(act)) return playNumberAct(ctx, caseId, act);
  if (isPaper(act)) return playPaperAct(ctx, caseId, act);
  if (isFile(act)) return playFileAct(ctx, caseId, act);
  if ("write" in act) return playNoteAct(ctx, caseId, act);
  if ("danger" in act) return playDangerAct(ctx, caseId, act);
  if (isSafety(act)) return playSafetyAct(ctx, caseId, act);
  if (isEvidence(act)) return playEvidenceAct(ctx, caseId, act);
  if (isTakedown(act)) return playTakedownAct(ctx, caseId, act);
  return playStepAct(ctx, caseId, act);
}

const isNumber = (act: object): act is NumberAct =>
  "number" in act || "awaited" in act || "amend" in act || "secret" in act;
const isPaper = (act: object): act is PaperAct => "draft" in act || "finish" in act || "swear" in act || "post" in act;
const isFile = (act: object): act is FileAct => ["keep", "authority", "close", "letter"].some((kind) => kind in act);
const isEvidence = (act: object): act is EvidenceAct =>
  ["chat", "link", "phone", "mask", "check", "look", "translate", "transcribe"].some((kind) => kind in act);
const isSafety = (act: object): act is SafetyAct => "plan" in act || "riskYes" in act || "device" in act;

const isTakedown = (act: object): act is TakedownAct => "track" in act || "item" in act || "items" in act;

async function playStepAct(ctx: Ctx, caseId: string, act: StepAct): Promise<unknown> {
  const on = officeToday(ctx.now);
  if ("begin" in act) return beginStep(ctx, { caseId, stepKey: act.begin, part: act.to, on, note: act.note });
  if ("submit" in act) {
    return submitStep(ctx, {
      caseId,
      stepKey: act.submit,
      part: act.to,
      on,
      at: act.at,
      note: act.note,
      tipOffSeen: true,
    });
  }
  if ("skip" in act) return skipStep(ctx, { caseId, stepKey: act.skip, part: act.to, on, reason: act.reason });
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
    const { outcome: stepKey, to: part, answer, note } = act;
    return recordOutcome(ctx, { caseId, stepKey, part, on, answer, note, completes: !act.goesOn });
  }
  const dueOn = act.dueIn === undefined ? undefined : addDays(on, act.dueIn);
  return noteContact(ctx, { caseId, stepKey: act.contact, part: act.to, on, note: act.note, dueOn });
}
