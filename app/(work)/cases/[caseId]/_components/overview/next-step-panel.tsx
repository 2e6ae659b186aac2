import type { Route } from "next";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import type { LadderView } from "@/lib/escalation/ladder/types";
import { describeAct } from "@/lib/escalation/steps/next-step/labels";
import { t } from "@/lib/platform/language/translate";
import { ActFacts } from "./act-facts";
import { DraftedMessage } from "./drafted-message";

/** The one next best step, with why. The same step has the accent frame in the picture below. */
export function NextStepPanel({ view, caseId }: { view: LadderView; caseId: string }) {
  const { next } = view;
  const side = next.side === "home" ? view.homeName : view.thereName;
  return (
    <Panel
      title={t("Next best step")}
      id="next-step"
      end={
        next.stepKey ? (
          <span className="muted">{t("Level {level}, {side}", { level: next.level, side })}</span>
        ) : undefined
      }
      foot={view.alsoReady.length > 0 ? <AlsoReady view={view} caseId={caseId} /> : undefined}
    >
      <h3 className="panel__lead">{describeAct(next)}</h3>
      <p className="measure">{next.why}</p>
      <ActFacts act={next} />
      <DraftedMessage act={next} />
      <div className="row">
        <LinkButton variant="primary" icon="arrow-right" href={`/cases/${caseId}${next.path}` as Route}>
          {next.path.startsWith("/ladder/") ? t("Open this step") : t("Go there")}
        </LinkButton>
        {next.skippable && next.path.startsWith("/ladder/") ? (
          <LinkButton variant="quiet" href={`/cases/${caseId}${skipPath(next)}` as Route}>
            {t("Mark as not needed")}
          </LinkButton>
        ) : null}
      </div>
    </Panel>
  );
}

/** One report of a step is skipped where it is listed; any other step with its own form. */
const skipPath = ({ path }: LadderView["next"]) => (path.includes("#") ? path : `${path}#skip`);

function AlsoReady({ view, caseId }: { view: LadderView; caseId: string }) {
  return (
    <>
      <span className="strong">{t("Also ready:")} </span>
      {view.alsoReady.slice(0, 4).map((step, i) => (
        <span key={`${step.path} ${step.title}`}>
          {i > 0 ? ", " : ""}
          <PageLink href={`/cases/${caseId}${step.path}` as Route}>{step.title}</PageLink>
        </span>
      ))}
    </>
  );
}
