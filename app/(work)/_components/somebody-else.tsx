"use client";

import type { ReactNode } from "react";
import { useContext } from "react";
import { Checkbox } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { FormContext } from "@/app/_ui/form-context";
import { t } from "@/lib/platform/language/translate";

type Props = {
  /** `client.` where the form sends the client as a part. */
  prefix?: string;
  /** The way to the client who is known. */
  children?: ReactNode;
};

/**
 * Shown before anything is stored if a client with the same number, phone or e-mail is known, with a way to continue.
 */
export function SomebodyElse({ prefix = "", children }: Props) {
  const { state } = useContext(FormContext);
  const [tick, why, than] = ["", "Why", "Than"].map((end) => `${prefix}somebodyElse${end}`) as [string, string, string];
  const isAsked = [tick, why].some((name) => state.fields[name] || state.values[name]);
  if (!isAsked) return null;
  const shown = (state.fields[tick] ?? "").match(/(?<=\()[A-Z]{2}-\d+(?=\))/g)?.join(" ");
  return (
    <div className="stack stack--s">
      <input type="hidden" name={than} value={shown ?? state.values[than] ?? ""} readOnly />
      <Checkbox
        name={tick}
        label={t("This is a different person")}
        hint={t("Tick this if you compared them and they are two people. Otherwise continue with the client above")}
      />
      <TextField name={why} label={t("How you know")} hint={t("For example: mother and daughter share the phone")} />
      {children}
    </div>
  );
}
