import { Chip } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { KindMark } from "@/app/(work)/_components/clock-marks";
import { SourceMarks, SourceNote } from "@/app/(work)/_components/law-sources";
import type { RefusalView, RungView } from "@/lib/escalation/refusals/types";
import { t } from "@/lib/platform/language/translate";

type Props = { caseId: string; rungs: readonly RungView[]; open: readonly RefusalView[] };

/** Every level, lowest first: to whom, with what document, how long to wait, and which refusal is at it now. */
export function RungLadder({ caseId, rungs, open }: Props) {
  if (rungs.length === 0) return null;
  return (
    <Panel title={t("Level by level")} id="rungs" end={<span className="muted">{t("Lowest first")}</span>}>
      <ol className="timeline">
        {rungs.map((rung) => (
          <li className="event" key={rung.key} id={`rung-${rung.key}`}>
            <span className="event__mark">
              <Icon name={open.some((refusal) => refusal.rung?.key === rung.key) ? "arrow-right" : "circle-dot"} />
            </span>
            <div className="stack stack--s">
              <p className="strong">
                {rung.number}. {rung.to}
              </p>
              {open
                .filter((refusal) => refusal.rung?.key === rung.key)
                .map((refusal) => (
                  <p key={refusal.id}>
                    <Chip kind="accent">{t("Refusal {number} is here", { number: refusal.number })}</Chip>
                  </p>
                ))}
              <p>{rung.send}</p>
              <p className="small muted">
                {rung.kind ? <KindMark kind={rung.kind} /> : null} {rung.clock}
              </p>
              {rung.sources.map((source) => (
                <p className="small muted" key={`${source.text}${source.source}`}>
                  {source.text} <SourceNote source={source} />
                </p>
              ))}
              {rung.consent ? <Consent caseId={caseId} consent={rung.consent} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

type ConsentProps = { caseId: string; consent: NonNullable<RungView["consent"]> };

/** Whether the client's written consent for this rung is on file, and where to put it. */
export function Consent({ caseId, consent }: ConsentProps) {
  const marks = [...new Set(consent.sources.flatMap((source) => source.marks))];
  if (consent.onFile) return <Notice kind="done" title={t("The client’s written consent is on file")} />;
  return (
    <Notice kind="warning" title={t("The client’s written consent is not on file")}>
      {consent.why} <SourceMarks marks={marks} />{" "}
      {rich("Without it, only the client can sign. <link>Record the signed paper</link>", {
        link: (words) => <PageLink href={`/cases/${caseId}/releases#authority`}>{words}</PageLink>,
      })}
    </Notice>
  );
}
