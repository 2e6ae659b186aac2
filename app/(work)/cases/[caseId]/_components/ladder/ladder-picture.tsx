import type { LadderView } from "@/lib/escalation/ladder/types";
import { t } from "@/lib/platform/language/translate";
import { LadderLevel } from "./ladder-level";
import { Legend } from "./legend";

type PictureProps = {
  view: LadderView;
  caseId: string;
  /** Under the country at home: `Where Honeybush lives`. The pseudonym, never a name. */
  homeCaption: string;
  /** Under the country there: `Where Subject A is`. */
  thereCaption: string;
};

/** The two rails and the border between them, from the data alone: no script, no measuring. */
export function LadderPicture({ view, caseId, homeCaption, thereCaption }: PictureProps) {
  return (
    <section className="ladder" aria-labelledby="ladder-heading">
      <h2 className="vh" id="ladder-heading">
        {t("The ladder: {pairName}", { pairName: view.pairName })}
      </h2>
      <div className="ladder__heads">
        <div className="ladder__head ladder__head--home">
          <h3>{t("Home: {homeName}", { homeName: view.homeName })}</h3>
          <p>{homeCaption}</p>
        </div>
        <div className="ladder__head ladder__head--border small">{t("The border")}</div>
        <div className="ladder__head ladder__head--there">
          <h3>{t("There: {thereName}", { thereName: view.thereName })}</h3>
          <p>{thereCaption}</p>
        </div>
      </div>
      <div className="ladder__levels">
        {view.levels.map((level) => (
          <LadderLevel key={level.key} level={level} caseId={caseId} />
        ))}
      </div>
      <Legend />
    </section>
  );
}
