import type { Route } from "next";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { matchLabels } from "@/lib/casework/subjects/matches/labels";
import { askLine } from "@/lib/casework/subjects/matches/rules";
import type { MatchView } from "@/lib/casework/subjects/matches/types";
import { t } from "@/lib/platform/language/translate";

/** That another case has the same one, and whom to ask. Only cases that this person may open are named. */
export function MatchNotes({ matches }: { matches: readonly MatchView[] }) {
  return matches.map((match) => (
    <Notice
      key={match.field}
      icon="users"
      title={t("The same {matchLabels} is on another case too", { matchLabels: matchLabels[match.field] })}
    >
      {askLine(match)}
      {match.seen.map((case_) => (
        <span key={case_.caseId}>
          {" "}
          <PageLink href={`/cases/${case_.caseId}/subjects` as Route}>
            {case_.code}, {case_.pseudonym}
          </PageLink>
        </span>
      ))}
    </Notice>
  ));
}
