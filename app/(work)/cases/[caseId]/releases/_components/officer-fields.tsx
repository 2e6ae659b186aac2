import { Checkbox } from "@/app/_ui/choice";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { mayMean } from "@/lib/handover/releases/rules";
import { t } from "@/lib/platform/language/translate";

export type OfficerOption = {
  id: string;
  name: string;
  rank: string;
  agency: string;
  unit: string;
  forceNumber: string;
  isConfirmed: boolean;
};

type OfficerFieldsProps = { officers: readonly OfficerOption[]; words?: string; named?: readonly string[] };

/** Whom the client meant, one tick each. `words` of the paper only put likely ones first; nothing is ticked beforehand. */
export function OfficerFields({ officers, words = "", named = [] }: OfficerFieldsProps) {
  const free = officers.filter((officer) => officer.isConfirmed && !named.includes(officer.id));
  const waiting = officers.filter((officer) => !officer.isConfirmed && !named.includes(officer.id));
  const likely = free.filter((officerOption) => mayMean(words, officerOption));
  const ordered = [...likely, ...free.filter((officerOption) => !likely.includes(officerOption))];
  return (
    <>
      {ordered.length > 0 ? (
        <fieldset className="field">
          <legend>{t("Officers who may have it")}</legend>
          <p className="muted">
            {t(
              "Tick each person whom the client meant, by force number and unit. Nobody else gets anything, even with the same name or in the same office.",
            )}
          </p>
          <div className="cols cols--2">
            {ordered.map((officerOption) => (
              <Checkbox
                key={officerOption.id}
                name={`officers.${officerOption.id}`}
                label={`${officerOption.rank} ${officerOption.name}`}
                hint={`${officerOption.forceNumber}, ${officerOption.agency}, ${officerOption.unit}.${likely.includes(officerOption) ? t(" The paper’s words may mean this officer.") : ""}`}
              />
            ))}
          </div>
        </fieldset>
      ) : (
        <Notice title={t("No officer can be named yet")}>
          <p>
            {t("Enter the officer under Officers and have somebody else call their office back. Then name them here.")}
          </p>
          <PageLink href="/officers">{t("Open officers")}</PageLink>
        </Notice>
      )}
      {waiting.length > 0 ? (
        <p className="muted">
          {t("Not confirmed yet, so not to be named:")}{" "}
          {waiting
            .map((officerOption) => `${officerOption.rank} ${officerOption.name}, ${officerOption.unit}`)
            .join("; ")}
          .
        </p>
      ) : null}
    </>
  );
}
