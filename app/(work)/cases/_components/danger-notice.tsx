import type { Route } from "next";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import type { DangerQuestion } from "@/lib/casework/danger/types";
import { t } from "@/lib/platform/language/translate";

/** Says that somebody must assess the danger, with the words that ask for it; nothing when nobody must. */
export function DangerNotice({ caseId, question }: { caseId: string; question: DangerQuestion }) {
  if (!question.isOpen) return null;
  const newest = question.open.slice(-3);
  const more = question.open.length - newest.length;
  return (
    <Notice kind="overdue" title={t("Is there imminent danger? Nobody has said yet.")}>
      {newest.map((act) => (
        <p key={act.incidentId} dir="auto">
          {act.code}: {act.words.length > 0 ? `“${act.words.join(" … ")}”` : act.note.join(" … ")}
        </p>
      ))}
      {more > 0 ? <p>{t("And {more} more acts.", { more })}</p> : null}
      <p>
        <PageLink href={`/cases/${caseId}/danger` as Route}>{t("Assess the danger")}</PageLink>
      </p>
    </Notice>
  );
}
