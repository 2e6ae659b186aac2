import { Radios } from "@/app/_ui/choice";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { Progress } from "@/app/_ui/progress";
import { ReadingWatcher } from "@/app/_ui/reading-watcher";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { orderLabels, problemLabels } from "@/lib/evidence/chats/labels";
import { dateOrders, dayInOrder, isBrokenOff } from "@/lib/evidence/chats/rules";
import type { ImportView } from "@/lib/evidence/chats/types";
import { t } from "@/lib/platform/language/translate";
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
      <Notice kind="overdue" title={t("This exhibit was not read")}>
        {problemLabels[view.problem ?? "unreadable"]} {view.detail ? `(${view.detail}) ` : ""}
        <PageLink href={`/cases/${view.caseId}/evidence/chats#read`}>{t("Read another exhibit")}</PageLink>
      </Notice>
    );
  }
  return <Shortcomings view={view} />;
}

function BrokenOff({ view }: { view: ImportView }) {
  return (
    <Notice kind="overdue" title={t("Reading this export broke off")}>
      {rich("What was kept is below, and nothing is kept twice: <link>read it again</link>.", {
        link: (words) => (
          <PageLink href={`/cases/${view.caseId}/evidence/chats?exhibit=${view.exhibitId}#read`}>{words}</PageLink>
        ),
      })}
    </Notice>
  );
}

function Reading({ view }: { view: ImportView }) {
  const title =
    view.messages > 0
      ? t("Reading, {messages} messages so far", { messages: formatCount(view.messages) })
      : t("Reading the export");
  return (
    <Panel label={t("Reading the export")}>
      <Progress
        title={title}
        stages={[
          { name: "Opened in the sandbox", state: view.messages > 0 ? "done" : "now" },
          { name: "Messages kept, sealed", state: view.messages > 0 ? "now" : "later" },
          { name: "Counted and compared", state: "later" },
        ]}
      />
      <p className="small muted">{t("You can leave this page. Reading goes on, and nothing is kept twice.")}</p>
      <ReadingWatcher />
    </Panel>
  );
}

function DateQuestion({ view }: { view: ImportView }) {
  return (
    <Panel title={t("Which number is the day?")}>
      <p>
        {rich(
          "A date in this export is written {value}, and nothing in the file tells the day from the month. Look at a message whose date the client remembers.",
          { value: <strong>{view.detail ?? t("so that both readings are possible")}</strong> },
        )}
      </p>
      <ActionForm action={answerImportAction} label={t("Say how dates are written")}>
        <input type="hidden" name="importId" value={view.id} />
        <Radios name="dateOrder" label={t("How its dates are written")} options={ordersFor(view.detail)} required />
        <SubmitFoot pendingText={t("Starting to read")}>{t("Read it this way")}</SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

/** The orders in which the example is a day at all, each with the day that it would be. */
function ordersFor(example: string | null) {
  const numbers = example?.match(/\d+/g) ?? [];
  return dateOrders.flatMap((order) => {
    const day = dayInOrder(numbers, order);
    return day
      ? [{ value: order, label: orderLabels[order], hint: t("{example} is {day}", { example, day: formatDate(day) }) }]
      : [];
  });
}

function Shortcomings({ view }: { view: ImportView }) {
  return (
    <>
      {view.replaced ? (
        <Notice kind="warning" title={t("This exhibit was read again later, with other answers")}>
          {t("Times here may differ from those there. Work with one of the two.")}
        </Notice>
      ) : null}
      {view.outdated && !view.replaced ? (
        <Notice kind="warning" title={t("This mail was read again with a newer reader")}>
          {t(
            "The messages here are as they were read before. The page of the exhibit says whether the words differ. If they do, have the exhibit read again on the page of chats.",
          )}
        </Notice>
      ) : null}
      {view.problem === "lines" ? (
        <Notice
          kind="warning"
          title={t("{unreadable} could not be read", { unreadable: plural(view.unreadable, "line") })}
        >
          {t("{value}: {value2}. Look at them in the original; nothing else was left out.", {
            value: view.unreadable > 50 ? t("The first are") : t("In the file"),
            value2: view.detail?.replaceAll(",", ", "),
          })}
        </Notice>
      ) : null}
      {view.problem && view.problem !== "lines" ? (
        <Notice kind="overdue" title={t("This export was not read to its end")}>
          {problemLabels[view.problem]}
        </Notice>
      ) : null}
    </>
  );
}
