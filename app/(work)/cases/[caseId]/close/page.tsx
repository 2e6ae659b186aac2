import type { Metadata, Route } from "next";
import { CustomInputs } from "@/app/_shell/custom-inputs";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Checkbox, Radios } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { caseOutcomes } from "@/lib/casework/cases/labels";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { neededToClose } from "@/lib/casework/custom-values/rules";
import type { FilledField } from "@/lib/casework/custom-values/types";
import { openLabels } from "@/lib/escalation/deadlines/labels";
import { readClosingPage } from "@/lib/escalation/deadlines/queries";
import type { ClosingPage, OpenItem } from "@/lib/escalation/deadlines/types";
import { readChoices } from "@/lib/organisation/choices/queries";
import { choicesIn, offerChoices } from "@/lib/organisation/choices/rules";
import type { OfferedChoice } from "@/lib/organisation/choices/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { closeCaseAction, reopenCaseAction } from "./actions";

export const metadata: Metadata = { title: t("Close the case") };

export default async function CloseCasePage({ params }: PageProps<"/cases/[caseId]/close">) {
  const ctx = await requireCtx("case.write");
  const { caseId } = await params;
  const page = await orNotFound(readClosingPage(ctx, caseId));
  if (page.closed) return <Closed caseId={caseId} closed={page.closed} mayOpen={page.mayClose} />;
  const own = (await readCustomValues(ctx, "case", [caseId])).get(caseId) ?? [];
  const outcomes = (await readChoices(ctx, ["outcome"])).outcome ?? [];
  return (
    <>
      <PageHead guide="close-a-case" title={t("Close the case")} level={2}>
        {t("Its clocks and reminders stop. Nothing on it changes until it is opened again")}
      </PageHead>
      <OpenPanel caseId={caseId} open={page.open} />
      {page.mayClose ? (
        <CloseForm
          caseId={caseId}
          left={page.open.length}
          needed={neededToClose(own)}
          outcomes={offerChoices(choicesIn(caseOutcomes), outcomes)}
        />
      ) : (
        <p className="muted">{t("Its owner or a supervisor can close it.")}</p>
      )}
    </>
  );
}

/** What stays open, by kind; what the law counts comes first. */
function OpenPanel({ caseId, open }: { caseId: string; open: readonly OpenItem[] }) {
  const kinds = (Object.keys(openLabels) as OpenItem["kind"][]).filter((kind) =>
    open.some((openItem) => openItem.kind === kind),
  );
  if (open.length === 0) {
    return (
      <Panel title={t("What stays open")} id="open">
        <p>{t("Nothing: no clock is running, no number is outstanding and no document is in draft.")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("What stays open")} id="open">
      {kinds.map((kind) => (
        <section key={kind} className="stack stack--s" aria-label={openLabels[kind]}>
          <h3>{openLabels[kind]}</h3>
          <ul className="stack stack--s">
            {open
              .filter((openItem) => openItem.kind === kind)
              .map((openItem) => (
                <li key={`${openItem.path} ${openItem.text}`}>
                  <PageLink href={`/cases/${caseId}${openItem.path}` as Route}>{openItem.text}</PageLink>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

type CloseProps = {
  caseId: string;
  left: number;
  needed: readonly FilledField[];
  outcomes: readonly OfferedChoice[];
};

function CloseForm({ caseId, left, needed, outcomes }: CloseProps) {
  return (
    <Panel title={t("How it ended")} id="close">
      <ActionForm action={closeCaseAction} label={t("Close the case")}>
        <input type="hidden" name="caseId" value={caseId} />
        <Radios name="outcome" label={t("How did it end?")} options={outcomes} required />
        <TextArea
          name="note"
          label={t("In a few sentences")}
          hint={t("What was achieved, and what the client should know if it starts again. Encrypted")}
          rows={4}
          required
        />
        <CustomInputs fields={needed} />
        <Checkbox
          name="seen"
          label={left > 0 ? t("I have seen what stays open") : t("I have seen that nothing stays open")}
        />
        <SubmitFoot variant="danger" pendingText={t("Closing the case")}>
          {t("Close the case")}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

type ClosedProps = { caseId: string; closed: NonNullable<ClosingPage["closed"]>; mayOpen: boolean };

function Closed({ caseId, closed, mayOpen }: ClosedProps) {
  return (
    <>
      <PageHead title={t("This case is closed")} level={2}>
        {t("Its clocks are stopped and no reminders are sent. It can still be read")}
      </PageHead>
      <Panel title={t("How it ended")} id="ended">
        <Facts
          items={[
            { name: t("Closed on"), value: formatDate(closed.on) },
            { name: t("By"), value: closed.by },
            { name: t("Outcome"), value: closed.outcome ?? "Not noted" },
            { name: t("Note"), value: closed.note ?? "Not noted" },
          ]}
        />
      </Panel>
      <Panel title={t("Reopen it")} id="reopen">
        {mayOpen ? (
          <ActionForm action={reopenCaseAction} label={t("Open the case again")}>
            <input type="hidden" name="caseId" value={caseId} />
            <p className="muted">
              {t("Its clocks run again from the days on which they began, so some may be overdue.")}
            </p>
            <TextField name="reason" label={t("Why")} hint={t("Recorded in the log. Do not include names")} required />
            <SubmitFoot pendingText={t("Opening the case")}>{t("Open the case again")}</SubmitFoot>
          </ActionForm>
        ) : (
          <p className="muted">{t("Its owner or a supervisor can open it again.")}</p>
        )}
      </Panel>
    </>
  );
}
