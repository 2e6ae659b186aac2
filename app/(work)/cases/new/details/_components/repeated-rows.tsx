"use client";

import { type ReactNode, useContext, useEffect, useRef } from "react";
import { type Choice, Select } from "@/app/_ui/choice";
import { FormContext } from "@/app/_ui/form-context";
import { SubmitButton } from "@/app/_ui/submit-button";
import { AccountFields } from "../../../_components/account-fields";
import { IncidentFields } from "../../../_components/incident-fields";
import { rowAfter, rowCount } from "../../../nested-form";
import { KeptValue } from "./form-parts";

export function AccountRows(props: { platforms: readonly Choice[]; confidences: readonly Choice[] }) {
  return (
    <Rows part="accounts" one="account">
      {(at) => <AccountFields prefix={`accounts.${at}.`} required={false} {...props} />}
    </Rows>
  );
}

export function IncidentRows(props: { natures: readonly Choice[]; zones: readonly Choice[] }) {
  const { state } = useContext(FormContext);
  const accounts = Array.from({ length: rowCount(state.values, "accounts") }, (_, at) => ({
    value: String(at),
    label: `Account ${at + 1}${state.values[`accounts.${at}.handle`] ? `, ${state.values[`accounts.${at}.handle`]}` : ""}`,
  }));
  return (
    <Rows part="incidents" one="incident">
      {(at) => (
        <IncidentFields
          prefix={`incidents.${at}.`}
          required={false}
          account={
            <Select
              name={`incidents.${at}.account`}
              label="From which account"
              options={accounts}
              blank="No account, or not known"
              optional
            />
          }
          {...props}
        />
      )}
    </Rows>
  );
}

/** The server keeps the count: "Add another" sends the form and gets it back with one row more. */
function Rows({ part, one, children }: { part: string; one: string; children: (at: number) => ReactNode }) {
  const { state, sent } = useContext(FormContext);
  const count = rowCount(state.values, part);
  const drawn = state.values.drawn ?? "0";
  const landing = useRef<HTMLFieldSetElement>(null);
  const goOn = rowAfter(String(sent?.get("do") ?? ""), part, count);
  // All rows are drawn anew, with them the button that was pressed: a reader goes on at the row that came or moved up.
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
            {one === "account" ? "Account" : "Incident"} {at + 1}
          </legend>
          {children(at)}
          {count > 1 ? (
            <div className="row">
              <SubmitButton look="quiet" small icon="x" name="do" value={`remove ${part} ${at}`} pendingText="Removing">
                Remove {one} {at + 1}
              </SubmitButton>
            </div>
          ) : null}
          <hr className="rule" />
        </fieldset>
      ))}
      <div className="row">
        <SubmitButton look="secondary" icon="plus" name="do" value={`add ${part}`} pendingText="Adding">
          Add another {one}
        </SubmitButton>
      </div>
    </>
  );
}
