"use client";

import { useContext } from "react";
import { Checkbox } from "@/app/_ui/choice";
import { FormContext } from "@/app/_ui/form-context";
import { CaseCodes } from "./case-codes";

type OddProps = {
  /** Kinds that are mistaken for the chosen one, by the chosen kind. */
  mistaken?: Readonly<Record<string, { value: string; label: string } | undefined>>;
};

/**
 * What to tick when a number looks odd or is known: it is there only once something was said. The words
 * stand at the number, so the ticks are not marked as errors themselves.
 */
export function OddNumber({ mistaken = {} }: OddProps) {
  const { state } = useContext(FormContext);
  const { keepAsTyped, saveAs, seenDuplicate, raw } = state.fields;
  const other = mistaken[state.values.kind ?? ""];
  const kept = state.values.keepAsTyped === "on";
  if (!keepAsTyped && !seenDuplicate) return null;
  return (
    <div className="stack">
      {saveAs && other ? (
        <Checkbox
          name="saveAs"
          error=""
          value={other.value}
          label={`Save it as ${other.label}`}
          hint="What it says it is."
        />
      ) : null}
      {keepAsTyped || kept ? (
        <Checkbox
          name="keepAsTyped"
          error=""
          label="Keep it as it is"
          hint="The warning stays beside the number. Nothing is lost."
        />
      ) : null}
      {seenDuplicate ? (
        <>
          <CaseCodes text={raw} />
          <Checkbox name="seenDuplicate" error="" label="I have checked it, keep it on this case too" />
        </>
      ) : null}
    </div>
  );
}
