import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import type { Choice } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { RefNumber } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { DataTable } from "@/app/_ui/table/data-table";
import type { StepReport } from "@/lib/escalation/ladder/queries";
import type { PartView, StepGuards } from "@/lib/escalation/ladder/types";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { replyChoices } from "./reply-choices";
import { AddPlatformForm, LogReplyForm, ReopenForm, SkipForm, SubmitForm } from "./step-forms";
import { chipKinds } from "./step-state";

type Props = {
  caseId: string;
  step: PlaybookStep;
  reports: readonly StepReport[];
  /** What else can be reported to. */
  platforms: readonly Choice[];
  whole: { guards: StepGuards; recorded: string | null };
  today: string;
  /** Some of its platforms are reported by items of the take-down list. */
  listed: boolean;
};

/** A step with one report per platform: the state of each report, and what can be done with it now. */
export function StepReports({ caseId, step, reports, platforms, whole, today, listed }: Props) {
  const known = { caseId, stepKey: step.key, today };
  const [kind] = step.produces.references;
  // What blocks the whole step is shown once, above, with the state of the step.
  const isExplained = !reports.some(({ view }) => isOpen(view) && view.status !== "not_yet");
  return (
    <>
      <Panel title={t("One report for each platform")} id="reports" padded={false}>
        {reports.length > 0 ? (
          <ReportTable reports={reports.map((report) => report.view)} />
        ) : (
          <p className="panel__body muted">
            {listed
              ? t("Everything that is reported is on the take-down list.")
              : t("No account and no exhibit of this case names a platform yet.")}
          </p>
        )}
        {whole.recorded === "skipped" ? null : (
          <Disclosure label={t("Report to another platform")} id="add">
            <AddPlatformForm {...known} platforms={platforms} />
          </Disclosure>
        )}
        {whole.guards.skip.ok ? (
          <Disclosure label={t("Mark the whole step as not needed")} id="skip">
            <SkipForm {...known} />
          </Disclosure>
        ) : null}
        {whole.recorded ? (
          <Disclosure label={t("Undo for the whole step")} id="reopen">
            <ReopenForm {...known} />
          </Disclosure>
        ) : null}
      </Panel>
      {reports.map((report) => (
        <ReportPanel key={report.view.key} known={known} report={report} kind={kind ?? ""} isExplained={isExplained} />
      ))}
    </>
  );
}

function ReportTable({ reports }: { reports: readonly PartView[] }) {
  return (
    <DataTable
      rows={reports}
      keyOf={(part) => part.key}
      columns={[
        { head: t("Platform"), label: t("Platform"), cell: (part) => <a href={`#report-${part.key}`}>{part.name}</a> },
        { head: t("Where it stands"), cell: (part) => <Chip kind={chipKinds[part.status]}>{part.word}</Chip> },
        { head: t("Number"), cell: (part) => (part.number ? <RefNumber value={part.number} /> : t("None yet")) },
        { head: t("Sent"), cell: (part) => (part.sentOn ? formatDate(part.sentOn) : t("Not sent")) },
        { head: t("Clock"), cell: (part) => (part.clock ? part.clock.text : t("None runs")) },
      ]}
    />
  );
}

/** The form of a number with who gives it, where that is a name. */
const numberOf = ({ to, platform }: PartView, kind: string) =>
  `kind=${kind}${to && platform !== "other" ? `&issuer=${encodeURIComponent(to)}` : ""}`;

const isOpen = ({ status }: PartView) => status !== "done" && status !== "skipped";

type ReportProps = {
  known: { caseId: string; stepKey: string; today: string };
  report: StepReport;
  kind: string;
  /** The reason why nothing can be sent yet is already shown. */
  isExplained: boolean;
};

/** What can be done with one report. What the rules reject is shown with its reason. */
function ReportPanel({ known, report: { view, guards, asks, recorded }, kind, isExplained }: ReportProps) {
  const own = { ...known, report: { key: view.key, name: view.name } };
  const numbers = `/cases/${known.caseId}/references`;
  const sent = recorded === "submitted";
  const open = isOpen(view);
  return (
    <Panel
      title={view.name}
      id={`report-${view.key}`}
      padded={false}
      end={<Chip kind={chipKinds[view.status]}>{view.word}</Chip>}
    >
      <div className="panel__body stack">
        {view.recordedWords ? <p>{view.recordedWords}</p> : null}
        {view.to === null ? (
          <Notice kind="warning" title={t("The platform that gave this number is not recorded")}>
            {rich("<link>Say who gave it</link>, so that it counts for that platform.", {
              link: (words) => <PageLink href={`${numbers}/${view.key}` as Route}>{words}</PageLink>,
            })}
          </Notice>
        ) : null}
        {open && !guards.submit.ok && !isExplained ? <Notice title={guards.submit.reason} icon="info" /> : null}
        {view.to !== null && (open ? guards.submit.ok : view.status === "done") ? (
          <div className="row">
            <LinkButton icon="hash" href={`${numbers}?${numberOf(view, kind)}#record` as Route}>
              {open && !view.number ? t("Record its number") : t("Record the number of another report")}
            </LinkButton>
          </div>
        ) : null}
      </div>
      {open && guards.submit.ok ? (
        <Disclosure label={sent ? t("Mark as sent again") : t("Mark as sent")}>
          <SubmitForm {...own} asks={asks} />
        </Disclosure>
      ) : null}
      {open && guards.outcome.ok ? (
        <Disclosure label={t("Log a call, letter or reply")}>
          <LogReplyForm {...own} choices={replyChoices(guards, recorded, [], sent)} />
        </Disclosure>
      ) : null}
      {open && guards.skip.ok ? (
        <Disclosure label={t("Mark this report as not needed")}>
          <SkipForm {...own} />
        </Disclosure>
      ) : null}
      {view.recorded ? (
        <Disclosure label={t("Undo")}>
          <ReopenForm {...own} />
        </Disclosure>
      ) : null}
    </Panel>
  );
}
