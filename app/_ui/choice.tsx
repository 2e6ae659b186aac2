"use client";

import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";
import { described, FieldBox, FieldError, type FieldFrame, Optional } from "./field";
import { useField } from "./form-context";
import { Icon } from "./icon";

export type Choice = { value: string; label: string; hint?: string; group?: string };

function Options({ options }: { options: readonly Choice[] }) {
  const groups = [...new Set(options.map((option) => option.group))];
  return groups.map((group) => {
    const inGroup = options.filter((option) => option.group === group);
    const list = inGroup.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ));
    return group ? (
      <optgroup key={group} label={group}>
        {list}
      </optgroup>
    ) : (
      list
    );
  });
}

type SelectProps = FieldFrame & { options: readonly Choice[]; blank?: string; short?: boolean } & Omit<
    ComponentProps<"select">,
    keyof FieldFrame | "className" | "value" | "children"
  >;

/** `blank` is the first line that means "nothing chosen yet": "Choose a station". */
export function Select({ options, blank, short, ...props }: SelectProps) {
  const { name, label, hint, error, id, optional, defaultValue, ...rest } = props;
  const field = useField(name, id);
  const shown = error ?? field.error;
  const start = field.typed ?? defaultValue ?? "";
  return (
    <FieldBox name={name} label={label} hint={hint} optional={optional} inputId={field.id} shownError={shown}>
      <span className={classes("select", short && "input--short")}>
        <select
          key={String(start)}
          className="input"
          id={field.id}
          name={name}
          defaultValue={start}
          {...described(field.id, hint, shown)}
          {...rest}
        >
          {blank === undefined ? null : <option value="">{blank}</option>}
          <Options options={options} />
        </select>
        <Icon name="chevron-down" />
      </span>
    </FieldBox>
  );
}

type RadiosProps = FieldFrame & { options: readonly Choice[]; defaultValue?: string; required?: boolean };

/** One of a few. The first radio carries the id that the error summary links to. */
export function Radios({ name, label, hint, error, id, optional, options, defaultValue, required }: RadiosProps) {
  const field = useField(name, id);
  const shown = error ?? field.error;
  const picked = field.typed ?? defaultValue;
  const { "aria-describedby": describedBy } = described(field.id, hint, shown);
  return (
    <fieldset className={classes("field", shown && "field--error")} aria-describedby={describedBy} key={picked}>
      <legend>
        {label}
        {optional ? <Optional /> : null}
      </legend>
      {hint ? (
        <div className="hint" id={`${field.id}-hint`}>
          {hint}
        </div>
      ) : null}
      {shown ? <FieldError id={`${field.id}-error`}>{shown}</FieldError> : null}
      {options.map((option, index) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            id={index === 0 ? field.id : `${field.id}-${option.value}`}
            name={name}
            value={option.value}
            defaultChecked={picked === option.value}
            required={required}
          />
          <span>{option.label}</span>
          {option.hint ? <small>{option.hint}</small> : null}
        </label>
      ))}
    </fieldset>
  );
}

type CheckboxProps = { name: string; label: ReactNode; hint?: ReactNode; error?: string; id?: string } & Omit<
  ComponentProps<"input">,
  "type" | "name" | "id" | "className" | "checked"
>;

/** One yes. After a failed try it stands as it was sent; `defaultChecked` counts only before the first try. */
export function Checkbox({ name, label, hint, error, id, value = "on", defaultChecked, ...rest }: CheckboxProps) {
  const field = useField(name, id);
  const shown = error ?? field.error;
  const { "aria-describedby": describedBy, "aria-invalid": invalid } = described(field.id, undefined, shown);
  return (
    <div className={classes("field", shown && "field--error")}>
      {shown ? <FieldError id={`${field.id}-error`}>{shown}</FieldError> : null}
      <label className="choice">
        <input
          type="checkbox"
          id={field.id}
          name={name}
          value={value}
          defaultChecked={field.tried ? field.typed === value : defaultChecked}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          {...rest}
        />
        <span>{label}</span>
        {hint ? <small>{hint}</small> : null}
      </label>
    </div>
  );
}
