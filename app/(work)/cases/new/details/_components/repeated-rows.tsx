"use client";

import { type ReactNode, type RefObject, useContext, useEffect, useRef, useState } from "react";
import { type Choice, Select } from "@/app/_ui/choice";
import { FormContext } from "@/app/_ui/form-context";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { AccountFields } from "../../../_components/account-fields";
import { IncidentFields } from "../../../_components/incident-fields";
import { rowAfter, rowCount } from "../../../nested-form";
import { KeptValue } from "./form-parts";

type AccountProps = { platforms: readonly Choice[]; confidences: readonly Choice[]; handle: string | undefined };

/** @param handle what was typed in the search, for the first of them */
export function AccountRows({ handle, ...lists }: AccountProps) {
  return (
    <Rows part="accounts" one="account">
      {(at) => (
        <AccountFields prefix={`accounts.${at}.`} required={false} handle={at === 0 ? handle : undefined} {...lists} />
      )}
    </Rows>
  );
}

export function IncidentRows(props: { natures: readonly Choice[]; zones: readonly Choice[] }) {
  const { state } = useContext(FormContext);
  const [typed, place] = useTypedHandles();
  const accounts = Array.from({ length: rowCount(state.values, "accounts") }, (_, at) => ({
    value: String(at),
    label: accountLabel(at, typed[`accounts.${at}.handle`] ?? state.values[`accounts.${at}.handle`]),
  }));
  return (
    <Rows part="incidents" one={t("incident")} place={place}>
      {(at) => (
        <IncidentFields
          prefix={`incidents.${at}.`}
          account={
            <Select
              name={`incidents.${at}.account`}
              label={t("From which account")}
              options={accounts}
              blank={t("No account, or not known")}
              optional
            />
          }
          {...props}
        />
      )}
    </Rows>
  );
}

/** `Account 1, @night.owl` */
const accountLabel = (at: number, handle: string | undefined): string =>
  t("Account {value}{value2}", { value: at + 1, value2: handle?.trim() ? `, ${handle.trim()}` : "" });

/** The handles typed in the same form, by field name. */
function useTypedHandles(): [Record<string, string>, RefObject<HTMLDivElement | null>] {
  const { state } = useContext(FormContext);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const note = () => {
      const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name^="accounts."][name$=".handle"]')];
      setTyped(Object.fromEntries(boxes.map(({ name, value }) => [name, value])));
    };
    // Text typed before hydration is included.
    note();
    form.addEventListener("input", note);
    return () => form.removeEventListener("input", note);
  }, [state]);
  return [typed, place];
}

type RowsProps = {
  part: string;
  one: string;
  place?: RefObject<HTMLDivElement | null>;
  children: (at: number) => ReactNode;
};

/** The server keeps the count: "Add another" sends the form and gets it back with one row more. */
function Rows({ part, one, place, children }: RowsProps) {
  const { state, sent } = useContext(FormContext);
  const count = rowCount(state.values, part);
  const drawn = state.values.drawn ?? "0";
  const landing = useRef<HTMLFieldSetElement>(null);
  const goOn = rowAfter(String(sent?.get("do") ?? ""), part, count);
  // All rows are rerendered, including the pressed button: focus moves to the row that was added or moved up.
  useEffect(() => landing.current?.focus(), [drawn]);
  return (
    <>
      <KeptValue name={`rows.${part}`} value="1" />
      {Array.from({ length: count }, (_, at) => (
        <fieldset
          className="stack"
          key={`${drawn} ${at}`}
          ref={at === goOn ? landing : undefined}
          tabIndex={at === goOn ? -1 : undefined}
        >
          <legend className="label">
            {one === "account" ? t("Account") : t("Incident")} {at + 1}
          </legend>
          {children(at)}
          {count > 1 ? (
            <div className="row">
              <SubmitButton
                variant="quiet"
                small
                icon="x"
                name="do"
                value={`remove ${part} ${at}`}
                pendingText={t("Removing")}
              >
                {t("Remove {one} {value}", { one, value: at + 1 })}
              </SubmitButton>
            </div>
          ) : null}
          <hr className="rule" />
        </fieldset>
      ))}
      <div className="row" ref={place}>
        <SubmitButton variant="secondary" icon="plus" name="do" value={`add ${part}`} pendingText={t("Adding")}>
          {t("Add another {one}", { one })}
        </SubmitButton>
      </div>
    </>
  );
}
