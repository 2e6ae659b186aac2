import type { Route } from "next";
import { CaseTime } from "@/app/_ui/case-time";
import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import { kindLabel } from "@/lib/casework/danger/labels";
import type { RaisedAct } from "@/lib/casework/danger/types";
import { t } from "@/lib/platform/language/translate";

type Props = { caseId: string; acts: readonly RaisedAct[]; zones: readonly string[] };

/** More than these are read on the page of incidents, where they have their pages. */
const mostShown = 60;

/** The acts that raise the question, each with the words that do, in the order in which they happened. */
export function RaisedActs({ caseId, acts, zones }: Props) {
  if (acts.length === 0) return null;
  const older = acts.slice(0, -mostShown);
  return (
    <ul className="stack">
      {older.length > 0 ? (
        <li>
          {rich("{count} earlier acts are not shown here, and the answer is for them too. <link>Read them</link>", {
            count: older.length,
            link: (words) => <PageLink href={`/cases/${caseId}/incidents` as Route}>{words}</PageLink>,
          })}
        </li>
      ) : null}
      {acts.slice(-mostShown).map((act) => (
        <li className="stack stack--s" key={act.incidentId}>
          <div className="row">
            <strong className="nowrap">{act.code}</strong>
            {act.kinds.map((kind) => (
              <Chip key={kind} kind="warning" icon="triangle-alert">
                {kindLabel(kind)}
              </Chip>
            ))}
          </div>
          {act.words.length > 0 ? (
            <blockquote className="quote read" dir="auto">
              {act.words.join(" … ")}
            </blockquote>
          ) : null}
          {act.note.length > 0 ? <p>{t("Written about it: {note}", { note: act.note.join(" … ") })}</p> : null}
          <p className="muted">
            <CaseTime at={act.at} zones={zones} />
          </p>
        </li>
      ))}
    </ul>
  );
}
