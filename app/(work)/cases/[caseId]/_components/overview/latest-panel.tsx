import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { noteTitle } from "@/lib/casework/notes/labels";
import type { NoteView } from "@/lib/casework/notes/types";
import type { TimelineRow } from "@/lib/oversight/timeline/types";
import { t } from "@/lib/platform/language/translate";
import { TimelineLines } from "../../timeline/_components/timeline-lines";

type Props = {
  caseId: string;
  latest: readonly TimelineRow[];
  pinned: readonly NoteView[];
  home: string;
  there: string;
};

/** What somebody pinned, and the newest lines of the timeline. */
export function LatestPanel({ caseId, latest, pinned, home, there }: Props) {
  const timeline = `/cases/${caseId}/timeline` as Route;
  return (
    <div className="noprint stack stack--l">
      {pinned.length > 0 ? (
        <Panel title={t("Pinned notes")} id="pinned">
          {pinned.map((note) => (
            <article className="stack stack--s" key={note.id} aria-label={noteTitle(note)}>
              <p className="read prewrap">{note.words}</p>
              <p className="small muted">
                <PageLink href={`/cases/${caseId}/notes/${note.id}` as Route}>
                  {t("{title}, by {by}", { title: noteTitle(note), by: note.by })}
                </PageLink>
              </p>
            </article>
          ))}
        </Panel>
      ) : null}
      <Panel title={t("Latest")} id="latest" end={<PageLink href={timeline}>{t("Whole timeline")}</PageLink>}>
        <TimelineLines rows={latest} home={home} there={there} short />
      </Panel>
    </div>
  );
}
