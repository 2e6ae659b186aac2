"use client";

import { Checkbox, type Choice, Select } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import type { FactChoice } from "@/lib/documents/forms/facts/rules";
import type { Place } from "@/lib/documents/forms/types";
import { t } from "@/lib/platform/language/translate";

type Props = {
  at: number;
  place: Place | null;
  /** Where a new position was put by pressing on a page. */
  start: { page: number; x: number; y: number } | null;
  title: string;
  facts: readonly FactChoice[];
};

/** One row: what it is for, what goes there, and for a position where it is. */
export function PlaceFields({ at, place, start, title, facts }: Props) {
  const name = (field: string) => `places.${at}.${field}`;
  const isField = place !== null && place.field !== null;
  const isTick = place?.kind === "tick";
  return (
    <details className="disclosure" open={start !== null || (place !== null && place.origin !== "hand") || undefined}>
      <summary>
        {place ? t("{title}: {label}", { title, label: place.label }) : title}
        {place ? <span className="muted"> {goesThere(place, facts)}</span> : null}
      </summary>
      <div className="disclosure__body stack">
        {isField ? (
          <>
            <input type="hidden" name={name("isField")} value="yes" />
            <input type="hidden" name={name("field")} value={place.field ?? ""} />
            <input type="hidden" name={name("option")} value={place.option ?? ""} />
            <input type="hidden" name={name("kind")} value={place.kind} />
          </>
        ) : (
          <PositionFields at={at} place={place} start={start} />
        )}
        <TextField name={name("label")} label={t("What this is for")} defaultValue={place?.label ?? ""} />
        <Select
          name={name("what")}
          label={t("What goes here")}
          options={[...ways(isTick), ...(isTick ? [] : choicesOf(facts))]}
          defaultValue={place ? whatOf(place) : "hand"}
        />
        <TextField
          name={name("words")}
          label={t("Fixed words, or the question")}
          hint={t("Only for words that are always the same, or for an answer that is asked for")}
          defaultValue={place?.words ?? ""}
          optional
        />
        {isField && !isTick ? null : (
          <TextField
            name={name("answer")}
            label={t("The answer with which a box is ticked")}
            hint={t("Boxes with the same question are answers to choose from")}
            defaultValue={place?.answer ?? ""}
            optional
          />
        )}
        {isTick && isField ? null : (
          <>
            <TextField
              name={name("size")}
              label={t("Size of the type in points")}
              inputMode="decimal"
              short
              defaultValue={place?.size ?? 10}
            />
            <Checkbox name={name("multiline")} label={t("Several lines")} defaultChecked={place?.multiline ?? false} />
          </>
        )}
        {place !== null && !isField ? <Checkbox name={name("remove")} label={t("Take this position out")} /> : null}
      </div>
    </details>
  );
}

function PositionFields({ at, place, start }: Pick<Props, "at" | "place" | "start">) {
  const name = (field: string) => `places.${at}.${field}`;
  const box = place?.box;
  const value = (of: "page" | "x" | "y") => box?.[of] ?? start?.[of] ?? (of === "page" ? 1 : "");
  return (
    <>
      <Select
        name={name("kind")}
        label={t("Text or a tick")}
        options={[
          { value: "text", label: t("Text") },
          { value: "tick", label: t("A box to tick") },
        ]}
        defaultValue={place?.kind ?? "text"}
      />
      <div className="row">
        <TextField name={name("page")} label={t("Page")} short inputMode="numeric" defaultValue={value("page")} />
        <TextField
          name={name("x")}
          label={t("From the left, mm")}
          short
          inputMode="decimal"
          defaultValue={value("x")}
        />
        <TextField name={name("y")} label={t("From the top, mm")} short inputMode="decimal" defaultValue={value("y")} />
        <TextField name={name("w")} label={t("Width, mm")} short inputMode="decimal" defaultValue={box?.w ?? 80} />
        <TextField name={name("h")} label={t("Height, mm")} short inputMode="decimal" defaultValue={box?.h ?? 6} />
      </div>
    </>
  );
}

const ways = (isTick: boolean): Choice[] => [
  { value: "hand", label: t("Left for the pen") },
  { value: "fixed", label: isTick ? t("Always ticked") : t("Fixed words") },
  { value: "asked", label: isTick ? t("Ticked by an answer") : t("An answer, asked for when it is filled") },
];

const choicesOf = (facts: readonly FactChoice[]): Choice[] =>
  facts.map(({ key, label, group }) => ({ value: `fact:${key}`, label, group }));

const whatOf = ({ origin, fact }: Place): string => (origin === "fact" ? `fact:${fact}` : origin);

function goesThere(place: Place, facts: readonly FactChoice[]): string {
  if (place.origin === "fact") return facts.find(({ key }) => key === place.fact)?.label ?? "";
  if (place.origin === "asked") return t("asked: {question}", { question: place.words });
  if (place.origin === "fixed") return place.words ?? t("always ticked");
  return t("for the pen");
}
