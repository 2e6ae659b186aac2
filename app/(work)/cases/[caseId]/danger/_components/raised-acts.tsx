import { CaseTime } from "@/app/_ui/case-time";
import { Chip } from "@/app/_ui/chip";
import { kindLabel } from "@/lib/casework/danger/labels";
import type { RaisedAct } from "@/lib/casework/danger/types";
import { t } from "@/lib/platform/language/translate";

type Props = { acts: readonly RaisedAct[]; zones: readonly string[] };

/** The acts that raise the question, each with the words that do, in the order in which they happened. */
export function RaisedActs({ acts, zones }: Props) {
  return (
    <ul className="stack">
      {acts.map((act) => (
        <li className="stack stack--s" key={act.incidentId}>
          <div className="row">
            <strong>{act.code}</strong>
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
