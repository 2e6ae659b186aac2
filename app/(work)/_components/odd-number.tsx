"use client";

import { useContext } from "react";
import { AskedCheckbox } from "@/app/_ui/asked-checkbox";
import { FormContext } from "@/app/_ui/form-context";
import { t } from "@/lib/platform/language/translate";
import { CaseCodes } from "./case-codes";

type OddProps = {
  /** Kinds that are mistaken for the chosen one, by the chosen kind. */
  mistaken?: Readonly<Record<string, { value: string; label: string } | undefined>>;
};

/** The confirmation for a number that looks odd or is known; shown only after a warning. */
export function OddNumber({ mistaken = {} }: OddProps) {
  const { state } = useContext(FormContext);
  const { keepAsTyped, seenDuplicate, raw } = state.fields;
  const other = mistaken[state.values.kind ?? ""];
  if (!keepAsTyped && !seenDuplicate) return null;
  return (
    <div className="stack">
      {other ? (
        <AskedCheckbox
          name="saveAs"
          value={other.value}
          label={t("Save it as {label}", { label: other.label })}
          hint={t("The number itself says so.")}
        />
      ) : null}
      <AskedCheckbox
        name="keepAsTyped"
        label={t("Keep it as it is")}
        hint={t("The warning stays beside the number. Nothing is lost.")}
      />
      {seenDuplicate ? <CaseCodes text={raw} /> : null}
      <AskedCheckbox name="seenDuplicate" label={t("I have checked it, keep it on this case too")} />
    </div>
  );
}
