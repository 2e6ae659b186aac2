"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { type Choice, Radios } from "./choice";
import { FormContext } from "./form-context";
import type { FormState } from "./form-state";
import { Notice } from "./notice";
import { clashField, pickPrefix } from "./settle-clash";

type Known = { versions: Readonly<Record<string, number>>; zone: string };

const KnownContext = createContext<Known>({ versions: {}, zone: "UTC" });

/** Around the forms of a page: the version of each record as the page was rendered, and the zone for times. */
export function RecordVersions({ versions, zone, children }: Known & { children: ReactNode }) {
  return <KnownContext value={{ versions, zone }}>{children}</KnownContext>;
}

export type ClashField = { name: string; label: string; options?: readonly Choice[] };

type ClashProps = {
  record: string;
  /** The fields of the form, in its order. */
  fields: Readonly<Record<string, ClashField>>;
  /** In this form an empty field keeps the current value. */
  blankKeeps?: boolean;
};

/**
 * In every form that updates a record in place. It submits the version that was read; if somebody else changed the
 * record meanwhile, it shows both versions, field by field, and asks which to keep. Nothing is kept or dropped without
 * asking.
 */
export function Clash({ record, fields, blankKeeps = false }: ClashProps) {
  const { state } = useContext(FormContext);
  const { versions, zone } = useContext(KnownContext);
  const clash = state.twoVersions;
  return (
    <>
      <input type="hidden" name="version" value={clash?.version ?? versions[record] ?? 0} />
      {clash ? <Both {...{ clash, fields, blankKeeps, zone }} /> : null}
    </>
  );
}

type BothProps = Required<Omit<ClashProps, "record">> & { clash: NonNullable<FormState["twoVersions"]>; zone: string };

function Both({ clash, fields, blankKeeps, zone }: BothProps) {
  const top = useRef<HTMLElement>(null);
  useEffect(() => top.current?.focus(), []);
  const { mine, ...theirs } = clash;
  const differing = Object.values(fields).filter(({ name }) =>
    differs(mine[name] ?? [], clash.theirs[name] ?? [], blankKeeps),
  );
  return (
    <section ref={top} tabIndex={-1} className="stack clash" aria-label={t("Two versions of this record")}>
      <input type="hidden" name={clashField} value={JSON.stringify(theirs)} />
      <Notice kind="warning" title={t("Somebody changed this while you had it open. Nothing is lost.")}>
        {t("{by} saved it, {formatInstant}. Choose for each field, then save again.", {
          by: clash.by,
          formatInstant: formatInstant(new Date(clash.at), zone),
        })}
      </Notice>
      {differing.length === 0 ? <p>{t("What you typed is the same as what is saved.")}</p> : null}
      {differing.map((field) => (
        <div className="piece" key={field.name}>
          <h3>{field.label}</h3>
          <div className="wordings">
            <Wording title={t("Yours")} values={mine[field.name]} options={field.options} />
            <Wording title={t("Theirs")} values={clash.theirs[field.name]} options={field.options} />
          </div>
          <Radios
            name={`${pickPrefix}${field.name}`}
            label={t("Which version of “{value}” do you want to keep?", { value: field.label.toLowerCase() })}
            options={[
              { value: "mine", label: t("Mine, as it is in the form here (you can combine both there)") },
              { value: "theirs", label: t("Theirs") },
            ]}
            defaultValue="mine"
          />
        </div>
      ))}
    </section>
  );
}

function differs(mine: string[], theirs: string[], blankKeeps: boolean): boolean {
  if (blankKeeps && mine.length === 0) return false;
  const tidy = (values: string[]) => values.map((value) => value.replace(/\r\n?/g, "\n").trim()).toSorted();
  return JSON.stringify(tidy(mine)) !== JSON.stringify(tidy(theirs));
}

function Wording({ title, values = [], options }: { title: string; values?: string[]; options?: readonly Choice[] }) {
  const words = values.map((value) => options?.find((option) => option.value === value)?.label ?? value);
  return (
    <div className="stack stack--s">
      <span className="strong">{title}</span>
      <div className="wording">{words.join("\n") || <span className="muted">{t("Empty")}</span>}</div>
    </div>
  );
}
