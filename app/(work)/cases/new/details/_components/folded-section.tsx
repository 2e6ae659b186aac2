"use client";

import { type ReactNode, useContext } from "react";
import { Disclosure } from "@/app/_ui/disclosure";
import { FormContext } from "@/app/_ui/form-context";
import { t } from "@/lib/platform/language/translate";

type Props = {
  id: string;
  title: string;
  about: string;
  /** How the names of its fields begin. */
  fields: readonly string[];
  /** Something in it was filled in before. */
  filled?: boolean;
  children: ReactNode;
};

/** The fields that have a value before anybody typed one. */
const preset = /(?:^|\.)(?:zone|confidence|voicemail|pair|givenOn)$|\.purposes\.|^rows\./;

/** A part of a form that can wait. It stands open where something was typed in it or has to be corrected. */
export function FoldedSection({ id, title, about, fields, filled = false, children }: Props) {
  const { state } = useContext(FormContext);
  const isOwn = (name: string) => fields.some((start) => name.startsWith(start));
  const isWrong = Object.keys(state.fields).some(isOwn);
  const isTyped = Object.entries(state.values).some(
    ([name, value]) => isOwn(name) && value !== "" && !preset.test(name),
  );
  const isAdded = fields.some((start) => state.values.do?.includes(` ${start.replace(/\.$/, "")}`));
  const open = filled || isWrong || isTyped || isAdded;
  return (
    <Disclosure
      id={id}
      open={open}
      label={
        <span>
          {title} <span className="muted">{t("(can wait)")}</span>
        </span>
      }
    >
      <fieldset className="stack stack--l">
        <legend className="vh">{title}</legend>
        <p className="muted">{about}</p>
        {children}
      </fieldset>
    </Disclosure>
  );
}
