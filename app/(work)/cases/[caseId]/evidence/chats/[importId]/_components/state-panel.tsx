import { Radios } from "@/app/_ui/choice";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { Progress } from "@/app/_ui/progress";
import { ReadingWatcher } from "@/app/_ui/reading-watcher";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { orderLabels, problemLabels } from "@/lib/evidence/chats/labels";
import { dateOrders, dayInOrder, isBrokenOff } from "@/lib/evidence/chats/rules";
import type { ImportView } from "@/lib/evidence/chats/types";
import { formatCount, formatDate, plural } from "@/lib/platform/text/format";
import { answerImportAction } from "../../actions";

type Props = { view: ImportView; now: Date };

/** What delays the messages; nothing if they are all there. */
export function StatePanel({ view, now }: Props) {
  if (isBrokenOff(view, now)) return <BrokenOff view={view} />;
  if (view.state === "reading") return <Reading view={view} />;
  if (view.state === "needs_answer") return <DateQuestion view={view} />;
  if (view.state === "failed") {
    return (
      <Notice kind="overdue" title="This exhibit was not read">
        {problemLabels[view.problem ?? "unreadable"]} {view.detail ? `(${view.detail}) ` : ""}
        <PageLink href={`/cases/${view.caseId}/evidence/chats#read`}>Read another exhibit</PageLink>
      </Notice>
    );
  }
  return <Shortcomings view={view} />;
}

function BrokenOff({ view }: { view: ImportView }) {
  return (
    <Notice kind="overdue" title="Reading this export broke off">
      What was kept is below, and nothing is kept twice:{" "}
      <PageLink href={`/cases/${view.caseId}/evidence/chats?exhibit=${view.exhibitId}#read`}>read it again</PageLink>.
    </Notice>
  );
}

function Reading({ view }: { view: ImportView }) {
  const title = view.messages > 0 ? `Reading, ${formatCount(view.messages)} messages so far` : "Reading the export";
  return (
    <Panel label="Reading the export">
      <Progress
        title={title}
        stages={[
          { name: "Opened in the sandbox", state: view.messages > 0 ? "done" : "now" },
          { name: "Messages kept, sealed", state: view.messages > 0 ? "now" : "later" },
          { name: "Counted and compared", state: "later" },
        ]}
      />
      <p className="small muted">You can leave this page. Reading goes on, and nothing is kept twice.</p>
      <ReadingWatcher />
    </Panel>
  );
}

function DateQuestion({ view }: { view: ImportView }) {
  return (
    <Panel title="Which number is the day?">
      <p>
        A date in this export is written <strong>{view.detail ?? "so that both readings are possible"}</strong>, and
        nothing in the file tells the day from the month. Look at a message whose date the client remembers.
      </p>
      <ActionForm action={answerImportAction} label="Say how dates are written">
        <input type="hidden" name="importId" value={view.id} />
        <Radios name="dateOrder" label="How its dates are written" options={ordersFor(view.detail)} required />
        <SubmitFoot pendingText="Starting to read">Read it this way</SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

/** The orders in which the example is a day at all, each with the day that it would be. */
function ordersFor(example: string | null) {
  const numbers = example?.match(/\d+/g) ?? [];
  return dateOrders.flatMap((order) => {
    const day = dayInOrder(numbers, order);
    return day ? [{ value: order, label: orderLabels[order], hint: `${example} is ${formatDate(day)}` }] : [];
  });
}

function Shortcomings({ view }: { view: ImportView }) {
  return (
    <>
      {view.replaced ? (
        <Notice kind="warning" title="This exhibit was read again later, with other answers">
          Times here may differ from those there. Work with one of the two.
        </Notice>
      ) : null}
      {view.outdated && !view.replaced ? (
        <Notice kind="warning" title="This mail was read again with a newer reader">
          The messages here are as they were read before. The page of the exhibit says whether the words differ. If they
          do, have the exhibit read again on the page of chats.
        </Notice>
      ) : null}
      {view.problem === "lines" ? (
        <Notice kind="warning" title={`${plural(view.unreadable, "line")} could not be read`}>
          {view.unreadable > 50 ? "The first are" : "In the file"}: {view.detail?.replaceAll(",", ", ")}. Look at them
          in the original; nothing else was left out.
        </Notice>
      ) : null}
      {view.problem && view.problem !== "lines" ? (
        <Notice kind="overdue" title="This export was not read to its end">
          {problemLabels[view.problem]}
        </Notice>
      ) : null}
    </>
  );
}
