import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StepLead } from "@/app/(work)/cases/[caseId]/ladder/[stepKey]/_components/step-lead";
import { evaluateLadder } from "@/lib/escalation/ladder/rules";
import { stageOf } from "@/lib/escalation/steps/stage/rules";
import { findPlaybook, houseLaw } from "@/lib/law/jurisdictions/rules";
import { honeybush } from "@/tests/unit/escalation/ladder/facts";

const playbook = findPlaybook("ZA-US");
if (!playbook) throw new Error("no playbook");
const step = playbook.steps["information-regulator"];
if (!step) throw new Error("no step");
const facts = honeybush({
  steps: [{ stepKey: "information-regulator", state: "submitted", submittedOn: "2026-11-09" }],
  references: [],
});
const moment = { today: "2026-11-24", now: new Date("2026-11-24T08:00:00Z"), zone: "Africa/Johannesburg" };

test("the line of a step says once that it was sent, and names who has it as a sentence begins", () => {
  const view = evaluateLadder(playbook, facts, moment.today, moment.now)
    .levels.flatMap((level) => level.rows)
    .flatMap((row) => [row.home, row.there])
    .find((found) => found?.key === "information-regulator");
  if (!view) throw new Error("no view");
  const html = renderToStaticMarkup(
    <StepLead
      caseId="1"
      step={step}
      view={view}
      stage={stageOf({ playbook, facts, law: houseLaw, moment }, step)}
      act={{
        rule: "silent",
        stepKey: "information-regulator",
        act: "Ask for an update",
        object: null,
        whom: "detective",
        due: null,
        message: null,
        title: step.title,
        why: "Nothing was heard.",
        level: 1,
        side: "home",
        status: "waiting",
        skippable: false,
        path: "/ladder/information-regulator",
      }}
      draft={null}
    />,
  );
  expect(html.match(/Sent/g)).toHaveLength(1);
  expect(html).toContain("<dd>Detective</dd>");
});
