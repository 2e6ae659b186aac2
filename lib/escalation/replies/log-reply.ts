import { t } from "@/lib/platform/language/translate";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { startClock } from "@/lib/escalation/deadlines/start-clock";
import { aboutStep } from "@/lib/escalation/ladder/about-step";
import { type LockedStep, lockStep, refuseUnless } from "@/lib/escalation/ladder/access";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { recordOutcome } from "@/lib/escalation/ladder/commands/record-outcome";
import { noteStepEvent } from "@/lib/escalation/ladder/note-step-event";
import { type CaseRow, readReading } from "@/lib/escalation/ladder/queries";
import { canBegin } from "@/lib/escalation/ladder/rules";
import type { ContactChannel } from "@/lib/escalation/ladder/types";
import { timetable } from "@/lib/escalation/steps/clocks/rules";
import { factOf } from "@/lib/escalation/steps/rules";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { endNextActs } from "./end-next-acts";
import { LogReply } from "./input";
import { clocksEnded } from "./rules";

type Reply = (typeof LogReply)["_output"];

/**
 * Logs a call, a letter or a reply about a step, with all that came with it: a number, an answer, the next act and its
 * day. An answer ends what waited for it. Either everything is saved, each with its own audit entry, or nothing.
 * @throws AppError conflict for a step that is not needed or not open yet; invalid by field, also for the number
 */
export const logReply = command({
  needs: "case.write",
  input: LogReply,
  async run(ctx, input) {
    const { caseId, stepKey, part } = input;
    const locked = await lockStep(ctx, { caseId, stepKey, part });
    if (factOf(locked, stepKey)?.state === "skipped")
      throw new AppError(
        "conflict",
        t("{title} is marked as not needed. Undo that first.", { title: locked.step.title }),
      );
    const on = input.on ?? civilDate(ctx.now, locked.playbook.home.zone);
    const before = await clocksOf(ctx, locked.row);
    if (input.raw) await recordNumber(ctx, locked, input, on);
    await saveWords(ctx, input, on);
    await endNextActs(ctx, { caseId, stepKey, part: locked.report?.clockPart ?? "", on, all: isNews(input) });
    if (input.nextAct) await startNextAct(ctx, locked, input);
    await touchCase(ctx, caseId);
    const ended = clocksEnded(before, await clocksOf(ctx, locked.row));
    return {
      value: { on, ended },
      audit: {
        action: "step.reply_logged",
        subjectId: caseId,
        caseId,
        detail: { ...aboutStep(locked), on, answers: input.answers },
      },
    };
  },
});

const clocksOf = async (ctx: TxCtx, row: CaseRow) => timetable(await readReading(ctx, row));

/** An answer, or another next act, takes the place of the act that was planned. */
const isNews = ({ answers, nextAct }: Reply): boolean => answers !== "nothing" || nextAct !== undefined;

const arrivals: Record<ContactChannel, "phone" | "paper" | "email" | "sms" | "portal"> = {
  call: "phone",
  letter: "paper",
  email: "email",
  message: "sms",
  visit: "paper",
  portal: "portal",
};

async function recordNumber(ctx: TxCtx, { step, report }: LockedStep, input: Reply, on: string): Promise<void> {
  const { caseId, raw, station, saveAs, keepAsTyped, seenDuplicate } = input;
  await recordReference(ctx, {
    caseId,
    raw,
    station,
    saveAs,
    keepAsTyped,
    seenDuplicate,
    kind: input.kind || step.produces.references[0] || "",
    issuer: report?.to ?? undefined,
    receivedVia: arrivals[input.channel ?? "letter"],
    receivedOn: on,
  });
}

/** The words, as what they mean for the step. A contact alone changes no state: a call is no outcome. */
async function saveWords(ctx: TxCtx, input: Reply, on: string): Promise<void> {
  const { caseId, stepKey, part, channel, withWhom, note, answers, answer, outcome, dueOn } = input;
  const about = { caseId, stepKey, part, on, channel, withWhom };
  if (answers === "begun") {
    await beginStep(ctx, { ...about, note });
    return;
  }
  if (answers === "part" || answers === "all") {
    await recordOutcome(ctx, {
      ...about,
      answer,
      note: outcome ?? "",
      words: note,
      dueOn,
      completes: answers === "all",
    });
    return;
  }
  const locked = await lockStep(ctx, { caseId, stepKey, part });
  if (factOf(locked, stepKey)) {
    await noteContact(ctx, { ...about, note, dueOn });
    return;
  }
  if (dueOn) {
    refuseUnless(canBegin(locked.playbook, locked.facts, stepKey));
    await beginStep(ctx, about);
    await noteContact(ctx, { ...about, note, dueOn });
    return;
  }
  await noteStepEvent(ctx, {
    caseId,
    stepKey,
    part: locked.part,
    event: "contact",
    happenedOn: on,
    channel,
    withWhom,
    note,
  });
}

async function startNextAct(ctx: TxCtx, { report }: LockedStep, input: Reply): Promise<void> {
  const { caseId, stepKey, nextAct, nextOn } = input;
  try {
    await startClock(ctx, { id: newId(), caseId, stepKey, part: report?.clockPart, title: nextAct, dueOn: nextOn });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { dueOn, title } = error.fields;
    throw new AppError(error.code, error.message, {
      ...(dueOn ? { nextOn: dueOn } : {}),
      ...(title ? { nextAct: title } : {}),
    });
  }
}
