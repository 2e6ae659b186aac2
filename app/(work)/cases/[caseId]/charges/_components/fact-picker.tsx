"use client";

import { type MouseEvent, useContext, useEffect, useState } from "react";
import { TextField } from "@/app/_ui/field";
import { FormContext, useField } from "@/app/_ui/form-context";
import { Icon } from "@/app/_ui/icon";
import { numbersOf } from "@/app/(work)/cases/numbers-field";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import type { PickList } from "@/lib/casework/incidents/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/amounts";

type Props = {
  name: string;
  list: PickList;
  /** What is already linked, by id, and its codes. */
  linked: readonly string[];
  codes: ReadonlyMap<string, string>;
  label: string;
  /** "incident" */
  one: string;
  example: string;
};

/** So few are seen at a glance: a box to filter them would only be in the way. */
const glance = 6;

/**
 * Selects facts of the case for one element. Linked ones are shown as chips above; below are the checkboxes, filtered
 * as somebody types. Without JavaScript all are shown. If there are too many to list, they are named by number.
 */
export function FactPicker(props: Props) {
  const { name, list, linked, codes, label, example } = props;
  if (list.all) return <Boxes {...props} />;
  return (
    <TextField
      name={numbersOf(name)}
      label={label}
      hint={t("By their numbers: {example}", { example })}
      defaultValue={writeNumbers(linked.flatMap((id) => codes.get(id) ?? []))}
      optional
    />
  );
}

function Boxes({ name, list, linked, label, one }: Props) {
  const { state } = useContext(FormContext);
  const field = useField(name);
  const tried = state.status === "failed";
  const [picked, setPicked] = useState<readonly string[]>(() =>
    tried ? list.options.map(({ id }) => id).filter((id) => state.values[`${name}.${id}`]) : linked,
  );
  const [typed, setTyped] = useState("");
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const tick = (id: string, on: boolean) =>
    setPicked((before) =>
      on ? [...before.filter((pickedId) => pickedId !== id), id] : before.filter((pickedId) => pickedId !== id),
    );
  const hits = list.options.filter((option) => fitsFact(option, typed));
  return (
    // The message is above, outside of what may be collapsed.
    <fieldset className="field stack stack--s" tabIndex={-1} aria-describedby={field.error && field.id}>
      <legend>{label}</legend>
      <p className={picked.length > 0 ? "vh" : "muted"} role="status">
        {picked.length > 0
          ? t("{picked} linked", { picked: plural(picked.length, one) })
          : t("No {one} linked yet", { one })}
      </p>
      <div className="row row--tight">
        {list.options
          .filter(({ id }) => picked.includes(id))
          .map(({ id, code }) => (
            <span className={live ? "fchip" : "fchip fchip--link"} key={id}>
              <b>{code}</b>
              {live ? (
                <button
                  type="button"
                  aria-label={t("Remove {code}", { code })}
                  onClick={(event) => untick(event, `${name}.${id}`)}
                >
                  <Icon name="x" />
                </button>
              ) : null}
            </span>
          ))}
      </div>
      {live && list.options.length > glance ? (
        <input
          className="input"
          type="search"
          aria-label={t("Filter the {one}s by number or words", { one })}
          placeholder={t("Filter {options} {one}s", { options: list.options.length, one })}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          // Enter here filters; it does not send the form.
          onKeyDown={(event) => (event.key === "Enter" ? event.preventDefault() : undefined)}
        />
      ) : null}
      <div className="picklist">
        {list.options.map((option) => (
          <label className="choice" key={option.id} hidden={!hits.includes(option)}>
            <input
              type="checkbox"
              name={`${name}.${option.id}`}
              checked={picked.includes(option.id)}
              onChange={(event) => tick(option.id, event.target.checked)}
            />
            <span className="clamp">
              <b>{option.code}</b> {wordsOf(option)}
            </span>
          </label>
        ))}
      </div>
      <p className={hits.length > 0 ? "vh" : "muted"} role="status">
        {hits.length === 0
          ? t("Nothing matches. Try fewer words.")
          : typed && t("{hits} to choose from", { hits: plural(hits.length, one) })}
      </p>
    </fieldset>
  );
}

/**
 * Unticks the checkbox itself, so that the form notices; focus moves to the next chip, since this one is gone, and to
 * the group after the last.
 */
function untick({ currentTarget: pressed }: MouseEvent<HTMLButtonElement>, name: string): void {
  const group = pressed.closest("fieldset");
  const others = [...(group?.querySelectorAll<HTMLButtonElement>(".fchip button") ?? [])];
  const at = others.indexOf(pressed);
  group?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.click();
  (others[at + 1] ?? others[at - 1] ?? group)?.focus();
}

type Option = PickList["options"][number];

/** The label of an exhibit starts with its code; it is not repeated. */
function wordsOf({ code, label }: Option): string {
  return label.startsWith(`${code} `) ? label.slice(code.length + 1) : label;
}

/** Whether each typed word occurs in the code or the text. */
export function fitsFact(option: Option, typed: string): boolean {
  const text = `${option.code} ${option.label}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part));
}
