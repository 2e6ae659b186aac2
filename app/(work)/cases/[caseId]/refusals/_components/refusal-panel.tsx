import type { Route } from "next";
import { CaseTime } from "@/app/_ui/case-time";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import { KindMark } from "@/app/(work)/_components/clock-marks";
import type { RefusalView } from "@/lib/escalation/refusals/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { RaiseForm, SettleForm } from "./refusal-forms";
import { Consent } from "./rung-ladder";

type Props = {
  caseId: string;
  refusal: RefusalView;
  today: CivilDate;
  /** Of the home country, then of the other. */
  zones: readonly string[];
};

/** One refusal: what happened, the current level of the complaint, its deadline, and what can be done. */
export function RefusalPanel(props: Props) {
  const { refusal, zones } = props;
  return (
    <Panel
      id={`refusal-${refusal.number}`}
      title={t("Refusal {number}: {office}", { number: refusal.number, office: refusal.office })}
      end={<StateChip refusal={refusal} />}
    >
      {refusal.words ? (
        <blockquote className="quote read" dir="auto">
          {refusal.words}
        </blockquote>
      ) : null}
      <Facts
        items={[
          { name: t("At the step"), value: refusal.stepTitle },
          { name: t("When"), value: <CaseTime at={refusal.refusedAt} zones={[...zones, refusal.zone]} /> },
          { name: t("In the directory"), value: <InDirectory refusal={refusal} /> },
          { name: t("Officer"), value: refusal.officer ?? <NotNoted /> },
          { name: t("Force number"), value: refusal.forceNumber ?? <NotNoted /> },
          { name: t("Witnesses"), value: refusal.witnesses ?? "None noted" },
          { name: t("Proof"), value: refusal.proof ?? "None yet" },
          { name: t("Logged by"), value: refusal.recordedBy },
        ]}
      />
      {refusal.settledOn ? (
        <Notice kind="done" title={t("Settled on {settledOn}", { settledOn: formatDate(refusal.settledOn) })}>
          {refusal.settledNote}
        </Notice>
      ) : (
        <OpenPart {...props} />
      )}
      {refusal.trail.length > 1 ? <Trail trail={refusal.trail} /> : null}
    </Panel>
  );
}

function StateChip({ refusal }: { refusal: RefusalView }) {
  if (refusal.settledOn) return <Chip kind="done">{t("Settled")}</Chip>;
  const { due } = refusal;
  if (!due) return <Chip kind="waiting">{t("Open, no set time")}</Chip>;
  return (
    <span className="row row--tight">
      <Chip kind={due.state === "overdue" ? "overdue" : due.state === "soon" ? "warning" : "waiting"}>{due.words}</Chip>
      <KindMark kind={due.kind} />
    </span>
  );
}

const NotNoted = () => <em className="ref ref--none">{t("Not noted")}</em>;

function OpenPart({ caseId, refusal, today }: Omit<Props, "zones">) {
  const { rung, answered, heard, sent } = refusal;
  return (
    <>
      {answered ? (
        <Notice
          kind="done"
          title={t("{kind} {display} came on {on}", {
            kind: answered.kind,
            display: answered.display,
            on: formatDate(answered.on),
          })}
        >
          {t("If that puts it right, settle the refusal below.")}
        </Notice>
      ) : null}
      {sent ? (
        <Notice title={t("A complaint went to: {to}, {on}", { to: sent.to, on: formatDate(sent.on) })}>
          {t("The refusal is still at a lower level. Escalate it, and its time counts from that day.")}
        </Notice>
      ) : null}
      {heard ? (
        <Notice
          title={t("{kind} {display} came on {on}", {
            kind: heard.kind,
            display: heard.display,
            on: formatDate(heard.on),
          })}
        >
          {t(
            "If that office has the complaint now, escalate the refusal to it. If it put things right, settle it below.",
          )}
        </Notice>
      ) : null}
      {rung ? (
        <section className="stack stack--s" aria-label={t("Status of the complaint")}>
          <h3>{t("Level {number}: {to}", { number: rung.number, to: rung.to })}</h3>
          <p className="muted">
            {t("Since {rungSince}{value}. {clock}.", {
              rungSince: formatDate(refusal.rungSince),
              value: refusal.due ? t(", wait until {dueOn}", { dueOn: formatDate(refusal.due.dueOn) }) : "",
              clock: rung.clock,
            })}
          </p>
          <p>{t("To send: {send}.", { send: rung.send })}</p>
        </section>
      ) : (
        <Notice title={t("No higher level is known for this step")}>{refusal.advice}</Notice>
      )}
      {refusal.missing.length > 0 ? (
        <p className="muted">
          {t("Not noted yet: {value}. The complaint shows a blank there.", { value: refusal.missing.join(", ") })}
        </p>
      ) : null}
      {rung?.consent ? <Consent caseId={caseId} consent={rung.consent} /> : null}
      <div className="row noprint">
        {rung?.template ? (
          <LinkButton
            variant="primary"
            icon="file-text"
            href={`/cases/${caseId}/documents/new?template=${rung.template.key}&refusal=${refusal.id}` as Route}
          >
            {t("Draft the complaint")}
          </LinkButton>
        ) : null}
      </div>
      {refusal.above.length > 0 ? (
        <Disclosure icon="chevron-up" label={t("Escalate it to the next level")} open={heard !== null || sent !== null}>
          <RaiseForm caseId={caseId} refusal={refusal} today={today} />
        </Disclosure>
      ) : null}
      <Disclosure icon="check" label={t("Settle it")} open={answered !== null}>
        <SettleForm caseId={caseId} refusal={refusal} today={today} />
      </Disclosure>
    </>
  );
}

function Trail({ trail }: { trail: RefusalView["trail"] }) {
  return (
    <Disclosure label={t("How it went so far")}>
      <ol className="stack stack--s">
        {trail.map((move) => (
          <li key={move.id}>
            <span className="strong">{formatDate(move.on)}</span> {move.text}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

/** The entry of the office in the directory, or the way to add it. */
function InDirectory({ refusal }: { refusal: RefusalView }) {
  return refusal.body ? (
    <PageLink href={`/bodies/${refusal.body.ref}` as Route}>{refusal.body.name}</PageLink>
  ) : (
    <PageLink href={`/bodies/new?refusal=${refusal.id}` as Route}>{t("Not listed. Add it")}</PageLink>
  );
}
