import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { NextStepPanel } from "@/app/(work)/cases/[caseId]/_components/overview/next-step-panel";
import { StepActs } from "@/app/(work)/cases/[caseId]/ladder/[stepKey]/_components/step-acts";
import { canBegin, canRecordOutcome, canSkip, canSubmit, evaluateLadder } from "@/lib/escalation/ladder/rules";
import type { LadderFacts } from "@/lib/escalation/ladder/types";
import { asksBeforeSending } from "@/lib/escalation/steps/rules";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import type { Playbook, PlaybookStep } from "@/lib/law/jurisdictions/types";
import { firstDay, honeybush } from "@/tests/unit/escalation/ladder/facts";

const caseId = "0198c0de-0000-7000-8000-000000000001";
const sending = "Mark as sent";

function drawn(playbook: Playbook, step: PlaybookStep, facts: LadderFacts): string {
  const { key, title, produces } = step;
  return renderToStaticMarkup(
    <StepActs
      caseId={caseId}
      step={{ key, title, produces, ours: step.sendableByUs, mayRefuse: step.refusable }}
      numbers={[]}
      guards={{
        begin: canBegin(playbook, facts, key),
        submit: canSubmit(playbook, facts, key),
        complete: canRecordOutcome(playbook, facts, key, true),
        outcome: canRecordOutcome(playbook, facts, key, false),
        skip: canSkip(playbook, facts, key),
      }}
      asks={asksBeforeSending(step, facts)}
      keepsNoFiles={false}
      recorded={null}
      today="2026-11-24"
    />,
  );
}

const all = newestPlaybooks().flatMap((playbook) =>
  Object.values(playbook.steps).map((step) => ({ playbook, step, name: `${playbook.pair} ${step.key}` })),
);

describe("what a step offers to send", () => {
  test.each(all.filter(({ step }) => !step.sendableByUs))("$name: nothing, ever", ({ playbook, step }) => {
    for (const facts of [firstDay(), honeybush()]) {
      const html = drawn(playbook, step, facts);
      expect(html).not.toContain(sending);
      expect(html).toContain("hand them over");
    }
  });

  test("what we may send is offered once it is open, so that the test above can fail", () => {
    const open = all.filter(({ playbook, step }) => canSubmit(playbook, honeybush(), step.key).ok);
    expect(open.length).toBeGreaterThan(3);
    for (const { playbook, step } of open) expect(drawn(playbook, step, honeybush())).toContain(sending);
  });

  test("no form of a step names a limit of its own: limits are those of the clocks", () => {
    for (const { playbook, step, name } of all)
      for (const facts of [firstDay(), honeybush()])
        expect(drawn(playbook, step, facts), name).not.toMatch(/limit of \d+ (hours|days)/);
  });

  test("who may come to know is asked in the words of the step", () => {
    const telling = all.filter(
      ({ playbook, step }) => step.notifiesSubject && canSubmit(playbook, honeybush(), step.key).ok,
    );
    expect(telling.length).toBeGreaterThan(0);
    for (const { playbook, step } of telling) {
      const html = drawn(playbook, step, honeybush());
      expect(html).toContain('name="tipOffSeen"');
      expect(html).toContain((step.notifiesSubject ?? "").replaceAll("'", "&#x27;"));
    }
  });

  test("a removal of which nothing is kept has a box of its own", () => {
    const removing = all.find(({ step }) => step.removesContent && step.sendableByUs);
    if (!removing) throw new Error("no step removes anything");
    const { playbook, step } = removing;
    const bare = firstDay({
      steps: Object.keys(playbook.steps).map((stepKey) => ({ stepKey, state: "done" as const })),
    });
    const facts = { ...bare, steps: bare.steps.filter((candidate) => candidate.stepKey !== step.key) };
    expect(asksBeforeSending(step, facts).removal).toBe("nothing");
    expect(drawn(playbook, step, facts)).toContain('name="removalSeen"');
    expect(drawn(playbook, step, honeybush())).not.toContain('name="removalSeen"');
  });
});

test.each(newestPlaybooks())(
  "“Not needed” is offered in $pair where the page of the step has the form, nowhere else",
  (playbook) => {
    const child: Partial<LadderFacts> = {
      safeContactRecorded: true,
      traits: ["intimate_images"],
      keepsNoFiles: true,
    };
    const reached = { counts: { exhibits: 2, incidents: 2, subjectsWithAccountId: 1 }, safeContactRecorded: true };
    let offered = 0;
    for (const facts of [firstDay(), firstDay(child), firstDay(reached), honeybush()]) {
      const view = evaluateLadder(playbook, facts, "2026-11-24");
      for (const next of [view.next, ...view.alsoReady].filter(({ path }) => !path.includes("#"))) {
        const panel = renderToStaticMarkup(<NextStepPanel view={{ ...view, next }} caseId={caseId} />);
        const step = playbook.steps[next.stepKey];
        const page = step ? drawn(playbook, step, facts) : "";
        const isThere = page.includes('id="skip"') && page.includes("Why it is not needed");
        const opens = panel.includes("Mark as not needed");
        if (opens) offered += 1;
        if (opens) expect(panel, next.path).toContain(`href="/cases/${caseId}/ladder/${next.stepKey}#skip"`);
        if (opens || next.path.startsWith("/ladder/")) expect(opens, next.path).toBe(isThere);
      }
    }
    expect(offered).toBeGreaterThan(3);
  },
);
