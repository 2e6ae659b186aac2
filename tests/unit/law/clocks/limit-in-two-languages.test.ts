import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.unstubAllEnvs());

test("the limit of a rule is in the language of the screen, and in English in what is written, whichever was asked first", async () => {
  vi.stubEnv("UI_LANGUAGE", "af");
  vi.resetModules();
  const { limitWords } = await import("@/lib/law/clocks/labels");
  const { ruleFor } = await import("@/lib/law/clocks/rules");
  const { houseLaw } = await import("@/lib/law/jurisdictions/rules");
  const { written } = await import("@/lib/platform/language/written");
  const rule = houseLaw.clocks.find(({ atRisk, sense }) => atRisk?.high && sense === "follow_up");
  if (!rule) throw new Error("no rule that is shorter at a high risk");
  const say = () => limitWords(ruleFor(rule, { natures: [], liveLink: false, risk: "high" }));
  const screen = say();
  const paper = written(say);
  expect(screen).toContain("elke");
  expect(paper).toContain("every");
  expect([say(), written(say)]).toEqual([screen, paper]);
  expect(written(() => limitWords(ruleFor(rule, { natures: [], liveLink: false })))).not.toBe(paper);
});
