import { expect, test } from "vitest";
import { evaluateActs } from "@/lib/escalation/ladder/rules";
import { queueOf } from "@/lib/escalation/queue/rules";
import type { CaseReading } from "@/lib/escalation/steps/rules";
import { houseLaw, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { honeybush } from "@/tests/unit/escalation/ladder/facts";

const referral = { number: 3, service: "Rooibos Counselling", state: "open", madeOn: "2026-10-01" } as const;

test.each(newestPlaybooks())("of $pair, an item that is asked for alone is the same as among all", (playbook) => {
  const facts = honeybush({
    danger: true,
    refusals: [{ number: 1, stepKey: "csc-report", rungKey: "station-commander", refusedOn: "2026-11-01" }],
    referrals: [{ ...referral, id: "r-3", answerBy: null, answeredOn: null, outcomeBy: null }],
    handClocks: [
      { id: "h-1", code: null, title: "Call back", startedOn: "2026-11-01", startedAt: null, dueOn: "2026-11-20" },
    ],
  });
  const now = new Date("2026-11-24T09:40:00Z");
  const moment = { today: "2026-11-24", now, zone: playbook.home.zone };
  const c: CaseReading = { playbook, facts, law: houseLaw, moment };
  const { clocks, next, alsoReady } = evaluateActs(c);
  const asked = (wanted?: Set<string>) => queueOf(c, clocks, [next, ...alsoReady], wanted);
  const all = asked();
  expect(all.length).toBeGreaterThan(3);
  for (const item of all) expect(asked(new Set([item.key]))).toEqual(all.filter(({ key }) => key === item.key));
  expect(asked(new Set())).toEqual([]);
});
