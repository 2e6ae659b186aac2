import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { StepCard } from "@/app/(work)/cases/[caseId]/_components/ladder/step-card";
import { StepReports } from "@/app/(work)/cases/[caseId]/ladder/[stepKey]/_components/step-reports";
import { canBegin, canRecordOutcome, canSkip, canSubmit, evaluateLadder } from "@/lib/escalation/ladder/rules";
import type { LadderFacts } from "@/lib/escalation/ladder/types";
import { asksBeforeSending } from "@/lib/escalation/steps/rules";
import { splitStep } from "@/lib/escalation/steps/split-step";
import { findPlaybook, houseLaw } from "@/lib/law/jurisdictions/rules";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

const playbook = findPlaybook("ZA-US");
const step = playbook?.steps["platform-reports"];
if (!playbook || !step) throw new Error("no step");
const today = "2026-11-24";
const caseId = "0198c0de-0000-7000-8000-000000000001";

const number = {
  id: "0198c0de-0000-7000-8000-00000000000a",
  kind: "platform_report",
  state: "issued" as const,
  display: "IG-0001-22",
  issuedOn: "2026-11-23",
  platform: { key: "instagram", name: "Instagram" },
};
const platforms = ["instagram", "facebook", "x"].map((key) => ({ key, since: "2026-11-01" }));
const told = { answer: "kept_up" as const, outcome: "No rule was broken, it says." };
const facts = firstDay({
  safeContactRecorded: true,
  counts: { exhibits: 3, incidents: 2, subjectsWithAccountId: 2 },
  platforms,
  references: [number],
  steps: [{ stepKey: step.key, part: "x", state: "done", submittedOn: "2026-11-20", outcomeOn: "2026-11-22", ...told }],
});

function cardOf(of: LadderFacts) {
  const view = evaluateLadder(playbook as NonNullable<typeof playbook>, of, today);
  const cards = view.levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there]));
  const card = cards.find((candidate) => candidate?.key === "platform-reports");
  if (!card) throw new Error("no card");
  return card;
}

const guardsOf = (book: NonNullable<typeof playbook>, of: LadderFacts) => ({
  begin: canBegin(book, of, "platform-reports"),
  submit: canSubmit(book, of, "platform-reports"),
  complete: canRecordOutcome(book, of, "platform-reports", true),
  outcome: canRecordOutcome(book, of, "platform-reports", false),
  skip: canSkip(book, of, "platform-reports"),
});

function drawn(of: LadderFacts): string {
  const book = playbook as NonNullable<typeof playbook>;
  const own = step as NonNullable<typeof step>;
  const moment = { today, now: null, zone: "UTC" };
  const views = cardOf(of).parts;
  const reports = splitStep({ playbook: book, facts: of, law: houseLaw, moment }, own).map((part, i) => ({
    view: views[i] as (typeof views)[number],
    guards: guardsOf(part.reading.playbook, part.reading.facts),
    asks: asksBeforeSending(part.step, part.reading.facts),
    recorded: part.fact?.state ?? null,
  }));
  const whole = { guards: guardsOf(book, of), recorded: null };
  const others = [{ value: "discord", label: "Discord" }];
  return renderToStaticMarkup(
    <StepReports
      caseId={caseId}
      step={own}
      reports={reports}
      whole={whole}
      today={today}
      platforms={others}
      listed={false}
    />,
  );
}

describe("the reports of a step", () => {
  const html = drawn(facts);
  const panelOf = (key: string) => html.slice(html.indexOf(`id="report-${key}"`)).split("</section>")[0] ?? "";

  test("each has its row with its number, its state and its own clock", () => {
    const rows = html.match(/<tr>.*?<\/tr>/gs) ?? [];
    const row = (name: string) => rows.find((candidate) => candidate.includes(`>${name}</a>`)) ?? "";
    expect(row("Instagram")).toMatch(/Reported 23 Nov.*IG-0001-22.*23 Nov 2026/s);
    expect(row("Facebook")).toMatch(/To report.*None yet.*Not sent.*None runs/s);
    expect(row("X")).toMatch(/Left up 22 Nov/);
  });

  test("each is sent, answered and left out by itself", () => {
    const facebook = panelOf("facebook");
    expect(facebook).toContain('name="part" value="facebook"');
    expect(facebook).toMatch(/aria-label="Mark as sent: Facebook"/);
    expect(facebook).toContain("issuer=Facebook");
    expect(facebook).toContain("Mark this report as not needed");
    expect(facebook).not.toContain('name="answer"');
    const instagram = panelOf(number.id);
    expect(instagram).toContain(`name="part" value="${number.id}"`);
    expect(instagram).toContain('name="answer"');
    expect(panelOf("x")).not.toContain("Mark as sent");
    expect(panelOf("x")).toContain("No rule was broken, it says.");
    // There is one for each item: what was answered may be followed by another.
    expect(panelOf("x")).toContain("Record the number of another report");
  });

  test("a number that nobody said is whose asks for its platform", () => {
    const unnamed = { ...number, platform: null };
    const odd = drawn({ ...facts, references: [unnamed] });
    expect(odd).toContain(`/references/${number.id}"`);
    expect(odd).toContain("The platform that gave this number is not recorded");
  });

  test("without any platform it says so, and one can be added", () => {
    const none = drawn({ ...facts, platforms: [], references: [], steps: [] });
    expect(none).toContain("names a platform yet");
    expect(none).toContain('value="discord"');
  });

  test("what holds every report up is not said again for each", () => {
    const counts = { exhibits: 0, incidents: 0, subjectsWithAccountId: 0 };
    expect(drawn({ ...facts, counts, references: [], steps: [] })).not.toContain(
      "opens when the first exhibit is kept",
    );
  });

  test("a platform that the law does not list is no issuer of its number", () => {
    const other = drawn({ ...facts, platforms: [{ key: "other", since: null }], references: [], steps: [] });
    expect(other).toContain("kind=platform_report#record");
    expect(other).not.toContain("issuer=");
  });

  test("an answer that did not close the report is said with what came of it", () => {
    const step = {
      stepKey: "platform-reports",
      part: "facebook",
      state: "submitted" as const,
      submittedOn: "2026-11-22",
    };
    const steps = [{ ...step, answer: "refused" as const, outcome: "They want the address." }];
    expect(drawn({ ...facts, steps })).toContain("Refused: They want the address.");
  });

  test("the card of the ladder names them", () => {
    const card = renderToStaticMarkup(<StepCard step={cardOf(facts)} caseId={caseId} />);
    expect(card).toContain("1 to report, 1 reported, 1 answered");
    for (const line of ["Instagram: Reported 23 Nov", "Facebook: To report", "X: Left up 22 Nov"]) {
      expect(card).toContain(line);
    }
  });
});
