import type { Route } from "next";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Checkbox } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { auditWords } from "@/lib/kernel/audit/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { noticeLabels, safetyChecks } from "@/lib/privacy/breaches/labels";
import type { NoticeState, NoticeView } from "@/lib/privacy/breaches/types";
import { noteNoticeSentAction, reviewNoticeAction } from "../actions";

const kinds: Record<NoticeState, ChipKind> = {
  listed: "plain",
  drafted: "warning",
  reviewed: "waiting",
  stale: "overdue",
  sent: "done",
};

/** One client on the list: why, the notice, and its way from draft over review to given. */
export function NoticePanel({ breachId, notice }: { breachId: string; notice: NoticeView }) {
  const { clientId, code, pseudonym, state, shownBy } = notice;
  const why = shownBy.map((value) => (value === "listed" ? t("Named case") : auditWords(value))).join(", ");
  return (
    <Panel
      id={`notice-${clientId}`}
      title={`${pseudonym} ${code}`}
      end={
        <Chip kind={kinds[state]} icon={state === "sent" ? "check" : "circle-alert"}>
          {noticeLabels[state]}
        </Chip>
      }
    >
      <p className="muted">{t("Shown by: {why}", { why })}</p>
      {state === "drafted" || state === "stale" ? <ReviewForm breachId={breachId} notice={notice} /> : null}
      {state === "reviewed" ? <SentForm breachId={breachId} notice={notice} /> : null}
      {state === "sent" && notice.sentOn ? (
        <p>{t("Given on {sentOn} by: {channel}", { sentOn: formatDate(notice.sentOn), channel: notice.channel })}</p>
      ) : null}
    </Panel>
  );
}

type FormProps = { breachId: string; notice: NoticeView };

function ReviewForm({ breachId, notice }: FormProps) {
  return (
    <ActionForm
      action={reviewNoticeAction}
      label={t("Review the notice to {pseudonym}", { pseudonym: notice.pseudonym })}
      prefix={`review-${notice.clientId}`}
    >
      <p>
        {rich(
          "Check it against <link>how to contact {pseudonym} safely</link>. A notice to a shared mailbox may alert the harasser.",
          {
            pseudonym: notice.pseudonym,
            link: (words) => <PageLink href={`/clients/${notice.clientId}` as Route}>{words}</PageLink>,
          },
        )}
      </p>
      <input type="hidden" name="breachId" value={breachId} />
      <input type="hidden" name="clientId" value={notice.clientId} />
      <TextArea name="body" label={t("Notice")} rows={10} defaultValue={notice.body ?? ""} />
      <TextField name="channel" label={t("How they will be given it")} defaultValue={notice.channel ?? ""} />
      {Object.entries(safetyChecks).map(([name, label]) => (
        <Checkbox key={name} name={name} label={label} />
      ))}
      <SubmitFoot pendingText={t("Saving")}>{t("It is safe to give")}</SubmitFoot>
    </ActionForm>
  );
}

function SentForm({ breachId, notice }: FormProps) {
  return (
    <>
      <p className="msg__words">{notice.body}</p>
      <p className="muted">
        {t("Reviewed by {reviewedBy}. To be given by: {channel}. Crossdocket sends nothing itself.", {
          reviewedBy: notice.reviewedBy,
          channel: notice.channel,
        })}
      </p>
      <ActionForm
        action={noteNoticeSentAction}
        label={t("Note the notice to {pseudonym} as given", { pseudonym: notice.pseudonym })}
        prefix={`sent-${notice.clientId}`}
      >
        <input type="hidden" name="breachId" value={breachId} />
        <input type="hidden" name="clientId" value={notice.clientId} />
        <DateField name="on" label={t("Given on")} />
        <SubmitFoot variant="secondary" pendingText={t("Saving")}>
          {t("Mark as given")}
        </SubmitFoot>
      </ActionForm>
    </>
  );
}
