import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { recordOutcome } from "@/lib/escalation/ladder/commands/record-outcome";
import { reopenStep } from "@/lib/escalation/ladder/commands/reopen-step";
import { skipStep } from "@/lib/escalation/ladder/commands/skip-step";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import { readStepPage } from "@/lib/escalation/ladder/queries";
import { stepAnswers } from "@/lib/escalation/steps/types";
import { houseLaw, isPerPlatform } from "@/lib/law/jurisdictions/rules";
import { type Played, tryTo } from "./random-case";
import { typed } from "./random-numbers";

/** Reports to some platforms, each with a life of its own; now and then the step as a whole. */
export async function playReports(played: Played): Promise<void> {
  const { dice, playbook } = played;
  const steps = Object.values(playbook.steps).filter((step) => isPerPlatform(step, houseLaw));
  for (const step of steps) {
    for (let left = 4 + dice.below(12); left > 0; left -= 1)
      await act(played, step.key, step.produces.references[0] ?? "");
  }
}

async function act(played: Played, stepKey: string, kind: string): Promise<void> {
  const { dice, caseId, day, on, opened, did } = played;
  const { view } = await readStepPage(on(0), caseId, stepKey);
  const any = dice.pick(houseLaw.platforms);
  const report = view.parts.length > 0 && dice.chance(0.8) ? dice.pick(view.parts) : null;
  const ago = dice.below(opened);
  const part = dice.chance(0.95) ? (report?.key ?? any.key) : undefined;
  const at = { caseId, stepKey, part, on: day(ago) };
  const note = "What was heard";
  const issuer = dice.chance(0.8) ? (report?.to ?? any.name) : undefined;
  const acts: [string, () => Promise<unknown>][] = [
    ["begin", () => beginStep(on(ago), at)],
    ["submit", () => submitStep(on(ago), { ...at, ...hour(played), tipOffSeen: "on", removalSeen: "on" })],
    ["submit", () => submitStep(on(ago), { ...at, tipOffSeen: "on", removalSeen: "on" })],
    ["contact", () => noteContact(on(ago), { ...at, note })],
    ["contact", () => noteContact(on(ago), { ...at, note })],
    ["number", () => recordReference(on(ago), { caseId, kind, raw: typed(kind, played), issuer, ...number(played) })],
    ["number", () => recordReference(on(ago), { caseId, kind, raw: typed(kind, played), issuer, ...number(played) })],
    ["outcome", () => recordOutcome(on(ago), { ...at, note, answer: dice.pick(stepAnswers), completes: true })],
    ["outcome", () => recordOutcome(on(ago), { ...at, note, completes: false })],
    ["leave out", () => skipStep(on(ago), { ...at, reason: "Not needed here" })],
    ["take back", () => reopenStep(on(ago), { ...at, reason: "It was a slip" })],
  ];
  const [name, run] = dice.pick(acts);
  if ((await tryTo(run)) && part) did.set(name, (did.get(name) ?? 0) + 1);
}

const hour = ({ dice }: Played) => (dice.chance(0.5) ? { at: `${10 + dice.below(13)}:30` } : {});

const number = ({ dice, day, opened }: Played) => ({
  state: "issued",
  receivedVia: "email",
  seenDuplicate: "on",
  keepAsTyped: "on",
  issuedOn: dice.chance(0.5) ? day(dice.below(opened)) : undefined,
});
