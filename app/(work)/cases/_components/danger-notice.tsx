import type { Route } from "next";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import type { DangerQuestion } from "@/lib/casework/danger/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";

type Props = { caseId: string; question: DangerQuestion; today: CivilDate };

/** Says that somebody must assess the danger, with the words that ask for it, or look again; nothing when nobody must. */
export function DangerNotice({ caseId, question, today }: Props) {
  if (!question.isOpen) return <LookAgain caseId={caseId} question={question} today={today} />;
  const newest = question.open.slice(-3);
  const more = question.open.length - newest.length;
  return (
    <Notice kind="overdue" title={t("Is there imminent danger? Nobody has said yet.")}>
      {newest.map((act) => (
        <p key={act.incidentId} dir="auto">
          <span className="nowrap strong">{act.code}</span>:{" "}
          {act.words.length > 0 ? `“${act.words.join(" … ")}”` : act.note.join(" … ")}
        </p>
      ))}
      {more > 0 ? <p>{t("And {acts} more.", { acts: plural(more, "act") })}</p> : null}
      <p>{t("No packet is built before somebody has answered.")}</p>
      <p>
        <LinkButton small icon="shield-alert" variant="secondary" href={`/cases/${caseId}/danger#question` as Route}>
          {t("Assess the danger")}
        </LinkButton>
      </p>
    </Notice>
  );
}

function LookAgain({ caseId, question: { last }, today }: Props) {
  if (!last?.reviewOn || last.reviewOn >= today) return null;
  return (
    <Notice
      kind="warning"
      title={t("The danger was to be assessed again by {day}", { day: formatDate(last.reviewOn) })}
    >
      <PageLink href={`/cases/${caseId}/danger` as Route}>{t("Assess the danger")}</PageLink>
    </Notice>
  );
}
