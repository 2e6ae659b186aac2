"use client";

import { useId } from "react";
import { Select } from "@/app/_ui/choice";
import { type FieldFrame, TextField } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";
import type { PickList } from "@/lib/casework/incidents/types";
import { t } from "@/lib/platform/language/translate";
import { numbersOf } from "../numbers-field";

type Props = Omit<FieldFrame, "error" | "id"> & {
  list: PickList;
  /** The first line that means "nothing chosen yet". */
  blank: string;
  chosen?: { id: string; code: string } | null;
  required?: boolean;
  /** Called with the id from the list, or the number as typed. */
  onPick?: (picked: string) => void;
};

/**
 * One exhibit, incident or account of the case. Few are a list to choose from; of many the number is typed, and the
 * newest are proposed with their words while it is.
 */
export function PickOne({ list, name, label, hint, blank, chosen, optional, required, onPick }: Props) {
  const proposals = useId();
  const base = useField(name);
  const own = useField(numbersOf(name));
  if (list.all) {
    return (
      <Select
        name={name}
        label={label}
        hint={hint}
        blank={blank}
        optional={optional}
        required={required}
        options={list.options.map((option) => ({ value: option.id, label: option.label }))}
        defaultValue={chosen?.id}
        onChange={onPick && ((event) => onPick(event.currentTarget.value))}
      />
    );
  }
  return (
    <>
      <TextField
        name={numbersOf(name)}
        id={base.error ? base.id : own.id}
        error={own.error ?? base.error}
        label={label}
        hint={
          <>
            {hint ? <>{hint}. </> : null}
            {oneHints[list.kind]}
          </>
        }
        list={proposals}
        onChange={onPick && ((event) => onPick(event.currentTarget.value))}
        defaultValue={chosen?.code}
        short
        optional={optional}
        required={required}
      />
      <datalist id={proposals}>
        {list.options.map((listed) => (
          <option key={listed.id} value={listed.code}>
            {listed.label}
          </option>
        ))}
      </datalist>
    </>
  );
}

const oneHints: Record<PickList["kind"], string> = {
  exhibit: t("Its number, such as E-12. Type a word of it and the newest are proposed"),
  incident: t("Its number, such as I-12"),
  account: t("Its number, such as A3. Type its handle and the newest are proposed"),
};
