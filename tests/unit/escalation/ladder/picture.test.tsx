import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { LadderMini } from "@/app/(work)/cases/[caseId]/_components/ladder/ladder-mini";
import { LadderPicture } from "@/app/(work)/cases/[caseId]/_components/ladder/ladder-picture";
import { atRest, evaluateLadder } from "@/lib/escalation/ladder/rules";
import { findPlaybook, houseLawWith } from "@/lib/law/jurisdictions/rules";
import { honeybush } from "@/tests/unit/escalation/ladder/facts";

const playbook = findPlaybook("ZA-US");
if (!playbook) throw new Error("no playbook");
const view = evaluateLadder(playbook, honeybush(), "2026-11-24", new Date("2026-11-24T12:40:00Z"));
const html = renderToStaticMarkup(
  <LadderPicture view={view} caseId="c-1" homeCaption="Where Honeybush lives" thereCaption="Where Subject A is" />,
);
const count = (pattern: RegExp) => [...html.matchAll(pattern)].length;

describe("the picture", () => {
  test("draws every step once, each with its link", () => {
    for (const key of Object.keys(playbook.steps))
      expect(count(new RegExp(`/cases/c-1/ladder/${key}"`, "g")), key).toBe(1);
    expect(count(/<article /g)).toBe(28);
  });

  test("marks one card as the next best step", () => {
    expect(count(/step--next/g)).toBe(1);
    expect(html).toMatch(/step--overdue step--next.*?Detective assigned/s);
  });

  test("frames no next step on a closed case, and changes nothing else", () => {
    const still = renderToStaticMarkup(
      <LadderPicture view={atRest(view)} caseId="c-1" homeCaption="" thereCaption="" />,
    );
    expect(still).not.toContain("step--next");
    expect([...still.matchAll(/<article /g)]).toHaveLength(28);
  });

  test("states and bridges carry their classes and their words", () => {
    expect(count(/bridge--crossed/g)).toBe(1);
    expect(count(/bridge--open/g)).toBe(1);
    expect(count(/bridge--later/g)).toBe(2);
    expect(html).toContain("Waiting on court");
    expect(html).toContain('<span class="ref">Fynbos Road 212/10/2026</span>');
    expect(html).toContain('<em class="ref ref--none">NCB number not yet issued</em>');
    expect(html).toContain(">Our default<");
  });

  test("has its headings in order and no script", () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 1)).toBeLessThanOrEqual(1);
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<form");
  });

  test("draws a pair that is data alone, and names no other country", () => {
    const inventedLaw = houseLawWith("tests/fixtures/law-invented");
    const invented = findPlaybook("XA-XB", undefined, inventedLaw);
    if (!invented) throw new Error("no invented playbook");
    const other = evaluateLadder(invented, honeybush({ steps: [], references: [] }), "2026-11-24", null, inventedLaw);
    const drawn = renderToStaticMarkup(<LadderPicture view={other} caseId="c-2" homeCaption="" thereCaption="" />);
    expect(drawn).toContain("Home: Aland");
    expect(drawn).not.toMatch(/South Africa|United States|SAPS|FBI/);
  });
});

test("the small picture draws a mark for each level and side, a bar for a bridge, and has a label", () => {
  const mini = renderToStaticMarkup(<LadderMini marks="ddodnn/nddwnn/---b--" label="Level 3, detective overdue" />);
  expect(mini).toContain('aria-label="Level 3, detective overdue"');
  expect([...mini.matchAll(/a4 4 0 1 0 8 0a4 4 0 1 0-8 0/g)]).toHaveLength(11);
  expect(mini).toContain(`<path class="o" d="M37.5 1h9v9h-9z"`);
  expect(mini).toContain('<path class="b" d="M60 5.5V18.5"');
  expect(mini).toContain('viewBox="0 0 104 24"');
});
