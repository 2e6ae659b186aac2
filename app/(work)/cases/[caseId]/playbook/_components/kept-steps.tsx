import type { ReactNode } from "react";
import { Panel } from "@/app/_ui/panel";
import type { KeptStep } from "@/lib/casework/cases/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

const words: Record<string, string> = {
  begun: t("Begun"),
  submitted: t("Sent"),
  outcome: t("Outcome noted"),
  done: t("Done"),
  skipped: t("Left out"),
  reopened: t("Opened again"),
  contact: t("Heard or sent"),
};

type KeptStepsProps = { id: string; title: string; steps: readonly KeptStep[]; children: ReactNode };

/** Steps outside the ladder on which something is recorded, with what and when. */
export function KeptSteps({ id, title, steps, children }: KeptStepsProps) {
  return (
    <Panel id={id} title={title}>
      <p className="muted">{children}</p>
      {steps.length > 0 ? (
        <ul className="stack">
          {steps.map((step) => (
            <li key={step.stepKey} className="stack stack--s">
              <span className="strong">{step.title}</span>
              <span>
                {step.events.length > 0
                  ? step.events
                      .map((entry) => `${words[entry.event] ?? entry.event} ${formatDate(entry.on)}`)
                      .join(", ")
                  : (words[step.state ?? ""] ?? t("Recorded"))}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
