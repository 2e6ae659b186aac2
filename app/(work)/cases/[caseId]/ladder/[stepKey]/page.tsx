import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/session";
import { readStepPage } from "@/lib/ladder/queries";
import { canBegin, canRecordOutcome, canSkip, canSubmit } from "@/lib/ladder/rules";
import { civilDate } from "@/lib/platform/clock";
import { StepActs } from "./_components/step-acts";
import { StepGuidance } from "./_components/step-guidance";
import { StepHistory } from "./_components/step-history";
import { StepState } from "./_components/step-state";

export const metadata: Metadata = { title: "Step of the ladder" };

export default async function StepPage({ params }: PageProps<"/cases/[caseId]/ladder/[stepKey]">) {
  const ctx = await requireCtx("case.read");
  const { caseId, stepKey } = await params;
  const page = await orNotFound(readStepPage(ctx, caseId, stepKey));
  const { step, view, level, facts, playbook, events } = page;
  const fact = facts.steps.find((one) => one.stepKey === stepKey);
  const guards = {
    begin: canBegin(playbook, facts, stepKey),
    submit: canSubmit(playbook, facts, stepKey),
    complete: canRecordOutcome(playbook, facts, stepKey, true),
    outcome: canRecordOutcome(playbook, facts, stepKey, false),
    skip: canSkip(playbook, facts, stepKey),
  };
  const side = step.side === "home" ? playbook.home.name : playbook.there.name;
  return (
    <>
      <Breadcrumb items={[{ label: "Overview", href: `/cases/${caseId}` as Route }]} />
      <PageHead title={step.title} level={2}>
        Level {level.number}, {level.name}, {side}
      </PageHead>
      <div className="cols cols--wide">
        <div className="stack stack--l">
          <StepState view={view} step={step} />
          <StepActs
            caseId={caseId}
            step={{ key: step.key, title: step.title, produces: step.produces, ours: step.sendableByUs }}
            guards={guards}
            recorded={fact?.state ?? null}
            today={civilDate(ctx.now, playbook.home.zone)}
          />
          <StepHistory events={events} zone={playbook.home.zone} />
        </div>
        <StepGuidance step={step} />
      </div>
    </>
  );
}
