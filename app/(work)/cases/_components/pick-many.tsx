"use client";

import type { Route } from "next";
import { FieldError, TextArea } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";
import { rich } from "@/app/_ui/rich";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import type { PickList } from "@/lib/casework/incidents/types";
import { t } from "@/lib/platform/language/translate";
import { numbersOf } from "../numbers-field";

type Props = {
  name: string;
  label: string;
  list: PickList;
  chosen: readonly { id: string; code: string }[];
  /** Where all of them are listed, with their words. */
  listed: Route;
  optional?: boolean;
};

/** Several of the case. Few are boxes to tick, which all carry one name; many are named by their numbers. */
export function PickMany({ name, label, list, chosen, listed, optional }: Props) {
  const base = useField(name);
  const own = useField(numbersOf(name));
  if (list.all) return <Ticks name={name} label={label} list={list} chosen={chosen} optional={optional} />;
  return (
    <TextArea
      name={numbersOf(name)}
      id={base.error ? base.id : own.id}
      error={own.error ?? base.error}
      label={label}
      hint={rich("By their numbers: {value}. <link>See them in a new tab</link>", {
        value: list.kind === "exhibit" ? t("E-3, E-7 to E-12") : t("I-3, I-7 to I-12, C-2"),
        link: (words) => (
          <a href={listed} target="_blank" rel="noopener">
            {words}
          </a>
        ),
      })}
      rows={2}
      defaultValue={writeNumbers(chosen.map((option) => option.code))}
      optional={optional}
    />
  );
}

function Ticks({ name, label, list, chosen, optional }: Omit<Props, "listed">) {
  const { id, error } = useField(name);
  if (list.options.length === 0) return null;
  const ticked = new Set(chosen.map((option) => option.id));
  return (
    <fieldset className="field">
      <legend>
        {label}
        {optional ? <span className="muted field__optional"> {t("(optional)")}</span> : null}
      </legend>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {list.options.map((option, index) => (
        <label className="choice" key={option.id}>
          <input
            type="checkbox"
            id={index === 0 ? id : undefined}
            name={name}
            value={option.id}
            defaultChecked={ticked.has(option.id)}
          />
          <span className="clamp">
            {option.code}, {option.label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
