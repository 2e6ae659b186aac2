import { describe, expect, test } from "vitest";
import { evaluateLadder } from "@/lib/escalation/ladder/rules";
import type { LadderFacts, StepView } from "@/lib/escalation/ladder/types";
import { readStep, standing } from "@/lib/escalation/steps/rules";
import { houseLaw, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import type { Playbook, PlaybookStep } from "@/lib/law/jurisdictions/types";
import { firstDay, honeybush } from "@/tests/unit/escalation/ladder/facts";

const today = "2026-11-24";
const [home] = newestPlaybooks().filter(({ pair }) => pair === "ZA-US");
if (!home) throw new Error("no playbook");

function card(facts: LadderFacts, key: string): StepView {
  const view = evaluateLadder(home as Playbook, facts, today);
  const cards = view.levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there]));
  const found = cards.find((candidate) => candidate?.key === key);
  if (!found) throw new Error(`no card ${key}`);
  return found;
}

const counts = { exhibits: 1, incidents: 1, subjectsWithAccountId: 1 };
const issued = (kind: string, display: string, issuedOn = "2026-11-01") => ({
  kind,
  display,
  issuedOn,
  state: "issued" as const,
});
const cas = issued("cas", "Fynbos Road CAS 212/10/2026", "2026-10-13");

describe("a state says no more than is known", () => {
  test("B7: a police captain's receipt neither moves the state-to-state step nor crosses the border", () => {
    const packets = [{ kind: "mla_dossier", status: "acknowledged" as const, version: 1, on: "2026-11-20" }];
    const handovers = [{ packetKind: "mla_dossier", handedOverOn: "2026-11-19", acknowledgedOn: "2026-11-20" }];
    const facts = firstDay({ counts, references: [cas], packets, handovers });
    expect(card(facts, "mla-request").word).toBe("Waiting on the officer who has version 1");
    const rows = evaluateLadder(home, facts, today).levels.flatMap((level) => level.rows);
    const bridge = rows.find((row) => row.home?.key === "mla-request")?.crossing;
    expect(bridge).toMatchObject({ state: "open", text: "Dossier handed over" });
  });

  test("B8: the step of the report shows the CAS number, not the OB number that came with it", () => {
    const facts = firstDay({ counts, references: [cas, issued("ob", "OB Fynbos Road 1123/11/2026")] });
    expect(card(facts, "csc-report").fact).toMatchObject({ before: "CAS", number: "Fynbos Road 212/10/2026" });
  });

  test.each([
    ["information-regulator", "information_regulator"],
    ["dpci", "dpci"],
    ["oia", "oia"],
    ["us-federal-case", "fbi_case"],
  ])("B13: a number leaves %s with somebody, with a clock for the answer", (key, kind) => {
    const facts = honeybush({ references: [cas, issued(kind, "X-1")] });
    const view = card(facts, key);
    expect(view.status).toMatch(/waiting|overdue/);
    expect(view.clock?.dueOn).not.toBeNull();
  });
});

/** The facts by which a step is with somebody else: it was sent, or only others take it. */
function away(playbook: Playbook, step: PlaybookStep): LadderFacts {
  const kinds = step.prerequisites.flatMap((need) => (need.need === "reference" ? need.anyOf : []));
  const before = step.prerequisites.flatMap((need) =>
    need.need === "step" ? (playbook.steps[need.step]?.produces.references.slice(0, 1) ?? []) : [],
  );
  return firstDay({
    counts,
    safeContactRecorded: true,
    danger: true,
    traits: ["intimate_images"],
    references: [...kinds.slice(0, 1), ...before].map((kind) => issued(kind, "N-1")),
    steps: step.sendableByUs ? [{ stepKey: step.key, state: "submitted", submittedOn: "2026-11-01" }] : [],
    packets: step.produces.packet ? [{ kind: step.produces.packet, status: "handed_over", version: 1 }] : [],
    handovers: step.produces.packet ? [{ packetKind: step.produces.packet, handedOverOn: "2026-11-02" }] : [],
  });
}

const every = newestPlaybooks().flatMap((playbook) =>
  Object.values(playbook.steps).map((step) => ({ playbook, step, name: `${playbook.pair} ${step.key}` })),
);

/** Clocks of the whole case and of each refusal count these. */
const countedElsewhere = ["emergency", "refusal-branch"];

test.each(every.filter(({ step }) => !countedElsewhere.includes(step.key)))(
  "B13: $name never waits without a clock",
  ({ playbook, step }) => {
    const moment = { today, now: null, zone: playbook.home.zone };
    const reading = { playbook, facts: away(playbook, step), law: houseLaw, moment };
    if (standing(reading, step) !== "waiting") return;
    expect(readStep(reading, step).clocks.length).toBeGreaterThan(0);
  },
);

test.each(every)("B13: a number of $name either closes it or leaves it with a clock", ({ playbook, step }) => {
  const closing = step.doneWhen.flatMap((rule) => (rule.by === "reference" ? rule.anyOf : []));
  const moment = { today, now: null, zone: playbook.home.zone };
  for (const kind of step.produces.references.filter((key) => !closing.includes(key))) {
    const facts = firstDay({ counts, traits: ["intimate_images"], references: [issued(kind, "N-1")] });
    const reading = { playbook, facts, law: houseLaw, moment };
    expect(standing(reading, step), kind).not.toBe("done");
    if (countedElsewhere.includes(step.key) || standing(reading, step) !== "waiting") continue;
    expect(readStep(reading, step).clocks.length, kind).toBeGreaterThan(0);
  }
});
