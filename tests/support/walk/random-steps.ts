import { changeRisk as writeRisk } from "@/lib/casework/cases/commands/change-risk";
import { extendClock } from "@/lib/escalation/deadlines/extend-clock";
import { pauseClock } from "@/lib/escalation/deadlines/pause-clock";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { resumeClock } from "@/lib/escalation/deadlines/resume-clock";
import { startClock } from "@/lib/escalation/deadlines/start-clock";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { recordOutcome } from "@/lib/escalation/ladder/commands/record-outcome";
import { reopenStep } from "@/lib/escalation/ladder/commands/reopen-step";
import { skipStep } from "@/lib/escalation/ladder/commands/skip-step";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import { logRefusal } from "@/lib/escalation/refusals/log-refusal";
import { settleRefusal } from "@/lib/escalation/refusals/settle-refusal";
import { newId } from "@/lib/platform/ids";
import { seeing } from "../seeing";
import { type Played, tryTo } from "./random-case";

const changeRisk = seeing(writeRisk, "caseId");

/** What was done on the ladder in some order, who refused, and what people did to clocks. */
export async function playSteps(played: Played): Promise<void> {
  const { dice, caseId, day, on } = played;
  for (let left = 2 + dice.below(7); left > 0; left -= 1) await act(played);
  if (dice.chance(0.25)) await refuse(played);
  if (dice.chance(0.3)) {
    const own = { title: "Ask the sister again", startedOn: day(2), dueOn: day(-dice.below(20)) };
    await tryTo(() => startClock(on(0), { id: newId(), caseId, ...own }));
  }
  if (dice.chance(0.3)) await changeClock(played);
  if (dice.chance(0.15)) {
    const risk = { risk: dice.pick(["standard", "high"]), inDanger: dice.chance(0.5) ? "on" : undefined };
    await tryTo(() => changeRisk(on(dice.below(3)), { caseId, ...risk, reason: "What the client said" }));
  }
}

async function act(played: Played): Promise<void> {
  const { dice, caseId, day, on, opened, playbook } = played;
  const stepKey = dice.pick(Object.keys(playbook.steps));
  const ago = dice.below(opened);
  const at = { caseId, stepKey, on: day(ago) };
  const note = "What was heard";
  const acts = [
    () => beginStep(on(ago), at),
    () => submitStep(on(ago), { ...at, tipOffSeen: "on", removalSeen: "on" }),
    () => submitStep(on(ago), { ...at, tipOffSeen: "on", removalSeen: "on" }),
    () => recordOutcome(on(ago), { ...at, note, completes: dice.chance(0.5) }),
    () => noteContact(on(ago), { ...at, note, dueOn: dice.chance(0.2) ? day(-dice.below(30) + 10) : undefined }),
    () => skipStep(on(ago), { ...at, reason: "Not needed here" }),
    () => reopenStep(on(ago), { ...at, reason: "It was a slip" }),
  ];
  await tryTo(dice.pick<() => Promise<unknown>>(acts));
}

async function refuse({ dice, caseId, day, on, opened, playbook }: Played): Promise<void> {
  const steps = Object.values(playbook.steps).filter((step) => step.refusable);
  if (steps.length === 0) return;
  const ago = dice.below(opened);
  let refusalId = "";
  const wasRefused = await tryTo(async () => {
    const logged = await logRefusal(on(0), {
      caseId,
      stepKey: dice.pick(steps).key,
      office: "Voorbeeldfontein station",
      officer: "Constable Example",
      when: `${day(ago)}T09:00`,
      zone: playbook.home.zone,
      words: "Not serious enough",
    });
    refusalId = logged.id;
  });
  if (wasRefused && dice.chance(0.3)) {
    await tryTo(() => settleRefusal(on(0), { caseId, refusalId, settledOn: day(0), note: "The number came" }));
  }
}

async function changeClock({ dice, caseId, day, on }: Played): Promise<void> {
  const { clocks } = await readDeadlinesPage(on(0), caseId);
  if (clocks.length === 0) return;
  const clock = { caseId, clockKey: dice.pick(clocks).key, reason: "As it was agreed" };
  if (dice.chance(0.5)) {
    await tryTo(() => extendClock(on(0), { ...clock, until: day(-5 - dice.below(30)), grantedBy: "The court" }));
    return;
  }
  await tryTo(() => pauseClock(on(1), clock));
  if (dice.chance(0.4)) await tryTo(() => resumeClock(on(0), clock));
}
