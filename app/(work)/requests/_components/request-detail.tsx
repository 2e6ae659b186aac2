import type { Route } from "next";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { officeToday, officeZone } from "@/lib/law/office/rules";
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
      <Breadcrumb items={[{ label: "Requests", href: "/requests" as Route }]} />
      <PageHead
        title={`Request ${number}: ${kindWords[kind]}`}
        actions={<RequestChip request={request} today={today} />}
      >
        {askerLabels[fromWhom]}. Came {formatDate(request.receivedOn)}, written down by {request.recordedBy}.
      </PageHead>
      {fromWhom === "subject" ? (
        <Notice kind="warning" title="From whoever the case is about">
          <p>{neverToSubject}</p>
        </Notice>
      ) : null}
      <Panel id="facts" title="What was asked">
        <Facts items={factsOf(request)} />
      </Panel>
      {state === "received" ? (
        <Panel id="identity" title="Who asks">
          <ConfirmForm requestId={id} />
        </Panel>
      ) : null}
      {decides && waits ? (
        <Panel id="decide" title="Decide">
          <DecisionForm request={request} />
        </Panel>
      ) : null}
      {!decides && state === "identified" ? <p className="muted">A supervisor decides.</p> : null}
      {state === "decided" || state === "refused" ? (
        <Panel id="answer" title={request.answeredOn ? "Answer" : "To answer"}>
          <p className="msg__words">{answerDraft(request)}</p>
          <p className="muted">
            {request.confirms
              ? "A supervisor let the answer say that something is kept."
              : "It does not say whether anything is kept. Send it as it stands, or send less."}{" "}
            Crossdocket sends nothing itself.
          </p>
          {request.answeredOn ? null : <AnswerForm requestId={id} />}
        </Panel>
      ) : null}
      {kind === "correction" ? <CorrectionPanel request={request} corrections={corrections} /> : null}
      {state === "decided" ? <NextStep request={request} /> : null}
      {isOpen(request) ? (
        <Panel id="change" title="Change">
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
  const words = kind === "deletion" ? "Erasing wants two people" : "A supervisor restricts the case";
  return (
    <p>
      {words}: <PageLink href={href}>Keeping, hold, erasing</PageLink>.
    </p>
  );
}

function factsOf(request: RequestView) {
  const { words, caseId, caseCode, pseudonym, dueOn, dueBy, identity, identifiedOn, decidedAt, answeredOn } = request;
  const due = dueOn ? `${formatDate(dueOn)}, ${dueBy === "law" ? "by the law data" : "chosen by us"}` : "No day is set";
  return [
    { name: "Signs as", value: words.who ?? "Not said" },
    { name: "Asks", value: <span className="msg__words">{words.asked}</span> },
    {
      name: "Case",
      value:
        caseId && caseCode ? (
          <PageLink href={`/cases/${caseId}` as Route}>{`${pseudonym}, ${caseCode}`}</PageLink>
        ) : (
          (caseId && "A case that you do not work on") || "Tied to no case"
        ),
    },
    { name: "To answer by", value: due },
    { name: "Handled by", value: request.handler },
    {
      name: "Who asks",
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
      ? [{ name: "Answered", value: `${formatDate(answeredOn)}, ${request.answeredBy}: ${words.way ?? ""}` }]
      : []),
    ...(words.withdrawn ? [{ name: "Withdrawn", value: words.withdrawn }] : []),
    ...(words.changes ?? []).map(({ on, why }, at) => ({
      name: `Change ${at + 1}`,
      value: `${formatDate(on)}: ${why}`,
    })),
  ];
}
