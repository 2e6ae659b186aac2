import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { ClockMarks, WeakMarkWord } from "@/app/(work)/_components/clock-marks";
import type { FactLine, StepView } from "@/lib/escalation/ladder/types";
import { t } from "@/lib/platform/language/translate";
import { statusLook } from "./status-look";

/** One rung: name, state, number or fact, who may send, clock. The whole card is the link. */
export function StepCard({ step, caseId }: { step: StepView; caseId: string }) {
  const look = statusLook[step.status];
  return (
    <article className={`step ${look.card}${step.isNext ? " step--next" : ""}`}>
      <span className="step__node">
        <Icon name={look.icon} />
      </span>
      {step.isNext && <p className="step__flag">{t("Next best step")}</p>}
      <h5 className="step__name">
        <PageLink href={`/cases/${caseId}/ladder/${step.key}`}>{step.title}</PageLink>
      </h5>
      {step.status === "skipped" ? (
        <span className="faint small">
          <span className="vh">{t("Not needed:")} </span>
          {step.fact.before}
        </span>
      ) : (
        <>
          <span className={classes("chip", look.chip)}>
            <Icon name={look.icon} />
            {step.word}
          </span>
          <Fact fact={step.fact} marks={step.factMarks} />
          {step.parts.length > 1 && step.status !== "not_yet" ? <Reports parts={step.parts} /> : null}
          <StepLine step={step} />
        </>
      )}
    </article>
  );
}

function Fact({ fact, marks }: { fact: FactLine; marks: StepView["factMarks"] }) {
  if (!fact.before && !fact.number && !fact.notYet) return null;
  return (
    <p className="step__ref">
      {fact.before}
      {fact.number && (
        <>
          {" "}
          <span className="ref">{fact.number}</span>
        </>
      )}
      {fact.notYet && (
        <>
          {fact.number ? ". " : " "}
          <em className="ref ref--none">{fact.notYet}</em>
        </>
      )}
      {fact.after}
      {marks.map((mark) => (
        <span key={mark}>
          {" "}
          <WeakMarkWord mark={mark} />
        </span>
      ))}
    </p>
  );
}

const shownReports = 4;

/** The reports of a step of which there is one for each platform. */
function Reports({ parts }: { parts: StepView["parts"] }) {
  const more = parts.length - shownReports;
  return (
    <ul className="step__reports">
      {parts.slice(0, shownReports).map((part) => (
        <li key={part.key}>
          {part.name}: {part.word}
        </li>
      ))}
      {more > 0 ? <li>{t("and {more} more", { more })}</li> : null}
    </ul>
  );
}

function StepLine({ step }: { step: StepView }) {
  return (
    <p className="step__line">
      <span>
        <Icon name={step.whoIcon} />
        <span className="vh">{t("Who may send:")} </span>
        {step.whoMaySend}
      </span>
      {step.clock && (
        <span>
          <Icon name="timer" />
          {step.clock.text} {step.clock.kind && <ClockMarks kind={step.clock.kind} sources={step.clock.sources} />}
        </span>
      )}
    </p>
  );
}
