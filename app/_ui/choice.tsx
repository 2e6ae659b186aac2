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

type LineProps = { id: string; label: ReactNode; hint?: ReactNode; errorId?: string } & Omit<
  ComponentProps<"input">,
  "id" | "className"
>;

/** The name of the choice is its word alone; the hint describes it and is not read as part of the name. */
function ChoiceLine({ id, label, hint, errorId, ...rest }: LineProps) {
  const describedBy = [hint ? `${id}-about` : undefined, errorId].filter(Boolean).join(" ");
  return (
    <label className="choice" htmlFor={id}>
      <input
        id={id}
        aria-labelledby={`${id}-word`}
        aria-describedby={describedBy || undefined}
        aria-invalid={errorId ? true : undefined}
        {...rest}
      />
      <span id={`${id}-word`}>{label}</span>
      {hint ? <small id={`${id}-about`}>{hint}</small> : null}
    </label>
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
        <ChoiceLine
          key={option.value}
          type="radio"
          id={index === 0 ? field.id : `${field.id}-${option.value}`}
          label={option.label}
          hint={option.hint}
          name={name}
          value={option.value}
          defaultChecked={picked === option.value}
          required={required}
        />
      ))}
    </fieldset>
  );
}

type CheckboxProps = Omit<FieldFrame, "optional"> & {
  /** The words of a tick for `Clash`; nothing here. */
  options?: readonly Choice[];
} & Omit<ComponentProps<"input">, "type" | "name" | "id" | "className" | "checked">;

/** A single checkbox. After a submit it keeps its submitted state; `defaultChecked` applies only before that. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, hint, error, id, value = "on", defaultChecked, options: _words, ...rest } = props;
  const field = useField(name, id);
  const shown = error ?? field.error;
  return (
    <div className={classes("field", shown && "field--error")}>
      {shown ? <FieldError id={`${field.id}-error`}>{shown}</FieldError> : null}
      <ChoiceLine
        type="checkbox"
        id={field.id}
        label={label}
        hint={hint}
        errorId={shown ? `${field.id}-error` : undefined}
        name={name}
        value={value}
        defaultChecked={field.tried ? field.all.includes(String(value)) : defaultChecked}
        {...rest}
      />
    </div>
  );
}
