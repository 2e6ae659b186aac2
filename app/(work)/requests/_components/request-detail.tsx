import type { Route } from "next";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import { askerLabels, identityLabels, kindWords, neverToSubject } from "@/lib/privacy/data-subject-requests/labels";
import { answerDraft, isOpen } from "@/lib/privacy/data-subject-requests/rules";
import type { CorrectionView, RequestView } from "@/lib/privacy/data-subject-requests/types";
import { AnswerForm, ConfirmForm, MoveForm, WithdrawForm } from "./act-forms";
import { CorrectionPanel } from "./correction-panel";
import { DecisionForm } from "./decision-form";
import { RequestChip } from "./request-chip";

type Props = {
  request: RequestView;
  corrections: readonly CorrectionView[];
  staff: readonly { id: string; name: string }[];
  decides: boolean;
  now: Date;
};

/** One request from the day it came to its answer: each step shows the form that comes next, and no other. */
export function RequestDetail({ request, corrections, staff, decides, now }: Props) {
  const { id, number, kind, fromWhom, state } = request;
  const today = officeToday(now);
  const waits = state === "received" || state === "identified";
  return (
    <>
      <Breadcrumb items={[{ label: t("Privacy requests"), href: "/requests" as Route }]} />
      <PageHead
        title={t("Request {number}: {kindWords}", { number, kindWords: kindWords[kind] })}
        actions={<RequestChip request={request} today={today} />}
      >
        {t("{askerLabels}. Received {receivedOn}, recorded by {recordedBy}.", {
          askerLabels: askerLabels[fromWhom],
          receivedOn: formatDate(request.receivedOn),
          recordedBy: request.recordedBy,
        })}
      </PageHead>
      {fromWhom === "subject" ? (
        <Notice kind="warning" title={t("From the subject of the case")}>
          <p>{neverToSubject}</p>
        </Notice>
      ) : null}
      <Panel id="facts" title={t("What was asked")}>
        <Facts items={factsOf(request)} />
      </Panel>
      {state === "received" ? (
        <Panel id="identity" title={t("Who asks")}>
          <ConfirmForm requestId={id} />
        </Panel>
      ) : null}
      {decides && waits ? (
        <Panel id="decide" title={t("Decide")}>
          <DecisionForm request={request} />
        </Panel>
      ) : null}
      {!decides && state === "identified" ? <p className="muted">{t("A supervisor decides.")}</p> : null}
      {state === "decided" || state === "refused" ? (
        <Panel id="answer" title={request.answeredOn ? t("Answer") : t("To answer")}>
          <p className="msg__words">{answerDraft(request)}</p>
          <p className="muted">
            {t("{value} Crossdocket sends nothing itself.", {
              value: request.confirms
                ? t("A supervisor let the answer say that something is kept.")
                : t("It does not say whether we hold anything. Send it unchanged, or send less."),
            })}
          </p>
          {request.answeredOn ? null : <AnswerForm requestId={id} />}
        </Panel>
      ) : null}
      {kind === "correction" ? <CorrectionPanel request={request} corrections={corrections} /> : null}
      {state === "decided" ? <NextStep request={request} /> : null}
      {isOpen(request) ? (
        <Panel id="change" title={t("Change")}>
          <MoveForm request={request} staff={staff} />
          {state === "refused" ? null : <WithdrawForm requestId={id} />}
        </Panel>
      ) : null}
    </>
  );
}

/** A granted request is carried out on the page where that is always done. */
function NextStep({ request }: { request: RequestView }) {
  const { kind, caseId } = request;
  if (!caseId || (kind !== "deletion" && kind !== "restriction")) return null;
  const href = `/cases/${caseId}/keeping#${kind === "deletion" ? "erase" : "restriction"}` as Route;
  const words = kind === "deletion" ? t("Erasure needs two people") : t("A supervisor restricts the case");
  return (
    <p>
      {words}: <PageLink href={href}>{t("Retention, holds and erasure")}</PageLink>.
    </p>
  );
}

function factsOf(request: RequestView) {
  const { words, caseId, caseCode, pseudonym, dueOn, dueBy, identity, identifiedOn, decidedAt, answeredOn } = request;
  const due = dueOn
    ? `${formatDate(dueOn)}, ${dueBy === "law" ? t("by the law data") : t("chosen by us")}`
    : t("No day is set");
  return [
    { name: t("Signs as"), value: words.who ?? "Not stated" },
    { name: t("Asks"), value: <span className="msg__words">{words.asked}</span> },
    {
      name: t("Case"),
      value:
        caseId && caseCode ? (
          <PageLink href={`/cases/${caseId}` as Route}>{`${pseudonym}, ${caseCode}`}</PageLink>
        ) : (
          (caseId && "A case that you do not work on") || "Tied to no case"
        ),
    },
    { name: t("To answer by"), value: due },
    { name: t("Handled by"), value: request.handler },
    {
      name: t("Who asks"),
      value:
        identity && identifiedOn
          ? `${identityLabels[identity]}, ${formatDate(identifiedOn)}, ${request.identifiedBy}. ${words.identity ?? ""}`
          : "Nobody made sure yet",
    },
    ...(decidedAt
      ? [
          {
            name: request.state === "refused" ? "Refused" : "Granted",
            value: `${request.decidedBy}, ${formatInstant(decidedAt, officeZone())}: ${words.reason ?? ""}`,
          },
        ]
      : []),
    ...(answeredOn
      ? [{ name: t("Answered"), value: `${formatDate(answeredOn)}, ${request.answeredBy}: ${words.way ?? ""}` }]
      : []),
    ...(words.withdrawn ? [{ name: t("Withdrawn"), value: words.withdrawn }] : []),
    ...(words.changes ?? []).map(({ on, why }, at) => ({
      name: `Change ${at + 1}`,
      value: `${formatDate(on)}: ${why}`,
    })),
  ];
}
