import { describe, expect, test } from "vitest";
import { clockText, lengthWords } from "@/lib/law/jurisdictions/clock-text";
import { findClock, houseLaw } from "@/lib/law/jurisdictions/rules";
import type { ClockRule } from "@/lib/law/jurisdictions/types";

const rule = (code: string): ClockRule => {
  const found = findClock(code);
  if (!found) throw new Error(`no clock ${code}`);
  return found;
};
const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number);

/** All that a rule computes with, an hour also as days. */
function computed({ limit, shorter, renewal, alertsAfter }: ClockRule): Set<number> {
  const lengths = [limit, renewal, ...shorter.map((span) => span.limit)].flatMap((span) => span?.amount ?? []);
  const alerts = alertsAfter.map(Math.abs);
  const days = limit?.unit === "hours" ? alerts.map((hours) => hours / 24) : [];
  return new Set([...lengths, ...alerts, ...days]);
}

const texts = houseLaw.playbooks.flatMap((playbook) => {
  const steps = Object.values(playbook.steps);
  const clocks = [...playbook.caseClocks, ...steps.flatMap((step) => step.clocks)];
  const rungs = steps.flatMap((step) => step.rungs ?? []);
  return [
    ...clocks.map(({ code, idle }) => ({ pair: playbook.pair, code, text: idle })),
    ...rungs.flatMap(({ clockCode, clock }) =>
      clockCode ? [{ pair: playbook.pair, code: clockCode, text: clock }] : [],
    ),
  ];
});

describe("B9: the text of a clock and its length come from one rule", () => {
  test("no text before a clock, and none of a level, has a number of its own", () => {
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter(({ text }) => /\d/.test(text))).toEqual([]);
  });

  test("what stands in its place is what the rule computes with", () => {
    for (const { code, text } of texts) {
      const words = clockText(text, rule(code));
      expect(words).not.toMatch(/[{}]/);
      for (const number of numbersIn(words)) expect(computed(rule(code)), `${code}: ${words}`).toContain(number);
    }
  });

  test.each([
    ["T-SAPS-CAS", "CAS number within {limit}", "CAS number within 48 hours"],
    ["T-2703F", "{limit}, then {renewal} more", "90 days, then 90 days more"],
    ["T-PLAT-1", "Check after {limit}", "Check after 72 hours, 24 hours for threats and intimate images"],
  ])("%s", (code, text, words) => {
    expect(clockText(text, rule(code))).toBe(words);
  });

  test("a rule that an administrator changed changes its words", () => {
    const longer = { ...rule("T-SAPS-CAS"), limit: { amount: 72, unit: "hours" as const } };
    expect(clockText("CAS number within {limit}", longer)).toBe("CAS number within 72 hours");
  });

  test("the name of a clock, and what comes afterwards, says no other time than the rule", () => {
    /** A time of the law that no clock of ours counts: complaining after a refused access request. */
    const named: Record<string, readonly number[]> = { "T-PAIA": [180] };
    const wrong = houseLaw.clocks.flatMap((clock) => {
      const known = computed(clock);
      const timed = [clock.title, clock.afterwards].flatMap(
        (text) => text.match(/\d+(?= [a-z ]*(hour|day|year))/g) ?? [],
      );
      return timed.map(Number).filter((number) => !known.has(number) && !named[clock.code]?.includes(number));
    });
    expect(wrong).toEqual([]);
  });

  test("no guidance of a step names a limit that is shorter on some cases: the deadline itself does", () => {
    const named = houseLaw.playbooks.flatMap(({ pair, steps }) =>
      Object.values(steps).flatMap((step) => {
        const varies = step.clocks
          .map(({ code }) => rule(code))
          .filter(({ atRisk, shorter }) => atRisk || shorter.length);
        const limits = varies.flatMap(({ limit, shorter }) => [limit, ...shorter.map((span) => span.limit)]);
        const words = limits.flatMap((limit) => (limit ? [lengthWords(limit)] : []));
        const texts = [...step.guidance, step.ifStalled, step.summary];
        return texts.filter((text) => words.some((length) => text.includes(length))).map((text) => `${pair}: ${text}`);
      }),
    );
    expect(named).toEqual([]);
  });
});
