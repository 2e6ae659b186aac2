import type { LevelView } from "@/lib/escalation/ladder/types";
import { t } from "@/lib/platform/language/translate";
import { LadderRow } from "./ladder-row";

/** One level with its name on the border; the rails are dark where it is climbed. */
export function LadderLevel({ level, caseId }: { level: LevelView; caseId: string }) {
  const heading = `level-${level.key}`;
  return (
    <section className="ladder__level" aria-labelledby={heading}>
      <div className={`ladder__row${level.climbed ? " is-climbed" : ""}`}>
        <div className="cell cell--home cell--empty" />
        <div className="ladder__levelname">
          <h4 id={heading}>
            <span>{t("Level {number}", { number: level.number })}</span>
            {level.name}
          </h4>
        </div>
        <div className="cell cell--there cell--empty" />
      </div>
      {level.rows.map((row) => (
        <LadderRow
          key={row.home?.key ?? row.there?.key ?? level.key}
          row={row}
          climbed={level.climbed}
          caseId={caseId}
        />
      ))}
    </section>
  );
}
