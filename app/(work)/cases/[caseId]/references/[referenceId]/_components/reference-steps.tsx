import type { Route } from "next";
import { Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import { ClockMarks } from "@/app/(work)/_components/clock-marks";
import type { StepView } from "@/lib/escalation/ladder/types";
import { t } from "@/lib/platform/language/translate";

type StepsProps = { caseId: string; counts: boolean; steps: readonly StepView[] };

/** Where the number counts on the ladder, and the clock that runs there. */
export function ReferenceSteps({ caseId, counts, steps }: StepsProps) {
  return (
    <Panel title={t("On the ladder")} id="ladder" padded={false}>
      {steps.length > 0 ? (
        <Items
          items={steps.map((step) => ({
            key: step.key,
            href: `/cases/${caseId}/ladder/${step.key}` as Route,
            title: step.title,
            why: <StepLine step={step} counts={counts} />,
            side: <span className="small muted">{step.word}</span>,
          }))}
        />
      ) : (
        <p className="panel__body muted">
          {t("No step is waiting for this kind of number. It is still in the register.")}
        </p>
      )}
    </Panel>
  );
}

function StepLine({ step, counts }: { step: StepView; counts: boolean }) {
  if (!step.clock) return counts ? t("This number counts here.") : t("Waits for the number.");
  return (
    <>
      {step.clock.text} {step.clock.kind ? <ClockMarks kind={step.clock.kind} sources={step.clock.sources} /> : null}
    </>
  );
}
