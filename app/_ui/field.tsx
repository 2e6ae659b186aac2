"use client";

import type { ComponentProps, ReactNode } from "react";
import { t } from "@/lib/platform/language/translate";
import { classes } from "./classes";
import { useField } from "./form-context";
import { Icon } from "./icon";

export type FieldFrame = {
  name: string;
  label: ReactNode;
  /** Help with an example, shown above the input. */
  hint?: ReactNode;
  /** A message from outside an ActionForm. */
  error?: string;
  id?: string;
  /** Adds "(optional)" to the label; a field that must be filled in has no mark. */
  optional?: boolean;
};

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="error" id={id}>
      <Icon name="circle-alert" />
      <span>
        <span className="vh">{t("Error:")} </span>
        {children}
      </span>
    </p>
  );
}

/** The ids that link hint and error to the input. */
export function described(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint ? `${id}-hint` : undefined, error ? `${id}-error` : undefined].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

export function Optional() {
  return <span className="muted field__optional"> {t("(optional)")}</span>;
}

/** Label, hint, error and then the input, in that order. */
export function FieldBox(props: FieldFrame & { inputId: string; shownError: string | undefined; children: ReactNode }) {
  const { inputId, label, hint, shownError, optional, children } = props;
  return (
    <div className={classes("field", shownError && "field--error")}>
      <label htmlFor={inputId}>
        {label}
        {optional ? <Optional /> : null}
      </label>
      {hint ? (
        <div className="hint" id={`${inputId}-hint`}>
          {hint}
        </div>
      ) : null}
      {shownError ? <FieldError id={`${inputId}-error`}>{shownError}</FieldError> : null}
      {children}
    </div>
  );
}

type Input = Omit<ComponentProps<"input">, keyof FieldFrame | "className" | "value">;

/** One line of text. `short` suits a number or a date. */
export function TextField({ short, ...props }: FieldFrame & Input & { short?: boolean }) {
  const { name, label, hint, error, id, optional, defaultValue, ...rest } = props;
  const field = useField(name, id);
  const shown = error ?? field.error;
  return (
    <FieldBox name={name} label={label} hint={hint} optional={optional} inputId={field.id} shownError={shown}>
      <input
        className={classes("input", short && "input--short")}
        id={field.id}
        name={name}
        defaultValue={field.typed ?? defaultValue}
        autoComplete="off"
        {...described(field.id, hint, shown)}
        {...rest}
      />
    </FieldBox>
  );
}

/** A civil date, sent as YYYY-MM-DD. */
export function DateField(props: Omit<ComponentProps<typeof TextField>, "type" | "short">) {
  return <TextField {...props} type="date" short />;
}

type Area = Omit<ComponentProps<"textarea">, keyof FieldFrame | "className" | "value">;

export function TextArea({ rows = 4, ...props }: FieldFrame & Area) {
  const { name, label, hint, error, id, optional, defaultValue, ...rest } = props;
  const field = useField(name, id);
  const shown = error ?? field.error;
  return (
    <FieldBox name={name} label={label} hint={hint} optional={optional} inputId={field.id} shownError={shown}>
      <textarea
        className="input"
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={field.typed ?? defaultValue}
        {...described(field.id, hint, shown)}
        {...rest}
      />
    </FieldBox>
  );
}

type Files = Omit<ComponentProps<"input">, keyof FieldFrame | "className" | "type" | "value" | "defaultValue">;

/** Files stay with the browser: a failed try cannot give them back, so say what was refused in the message. */
export function FileField(props: FieldFrame & Files) {
  const { name, label, hint, error, id, optional, ...rest } = props;
  const field = useField(name, id);
  const shown = error ?? field.error;
  return (
    <FieldBox name={name} label={label} hint={hint} optional={optional} inputId={field.id} shownError={shown}>
      <span className="fileinput">
        <input type="file" id={field.id} name={name} {...described(field.id, hint, shown)} {...rest} />
      </span>
    </FieldBox>
  );
}
