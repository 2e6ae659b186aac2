"use client";

import type { MouseEvent } from "react";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextField } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";
import { rich } from "@/app/_ui/rich";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import type { AskChoice } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

type Given = { from: string; to: string; why: string } | undefined;
type Props = { ask: AskChoice; isTicked: boolean; given: Given };

/** One thing that can be asked for: the records, what opens them, the time that is proposed, and other dates. */
export function AskRow({ ask, isTicked, given }: Props) {
  return (
    <div>
      <Checkbox name={ask.name} label={ask.title} hint={<About ask={ask} />} defaultChecked={isTicked} />
      {ask.hasTime ? (
        <div className="ask__time">
          <p className="muted">{timeWords(ask)}</p>
          <OtherDates ranges={ask.ranges} of={ask.account ? `${ask.title}, ${ask.account}` : ask.title} given={given} />
        </div>
      ) : null}
    </div>
  );
}

/** Which records, who has them where no account says so, and what the law there wants for them; a line each. */
function About({ ask: { records, process, account, holder } }: { ask: AskChoice }) {
  return (
    <>
      <span className="block">{records}</span>
      {account === null && holder ? <span className="block">{t("Asked of: {holder}", { holder })}</span> : null}
      {process ? <span className="block">{t("Legal basis: {process}", { process })}</span> : null}
    </>
  );
}

/** The proposed time and the acts that it stands around. */
function timeWords({ times }: AskChoice): string {
  if (times.length === 0) return t("No act to ask around: give dates, or link an act first.");
  if (times.some(({ from }) => from === "creation"))
    return t("From the creation of the account to the day of the answer");
  const shown = times.map(({ from, to, acts }) =>
    t("{from} to {to}, 24 hours around {acts}", { from: instant(from), to: instant(to), acts: writeActs(acts) }),
  );
  return shown.join("; ");
}

const instant = (at: string): string => formatInstant(new Date(at), "UTC");

const writeActs = (acts: readonly string[]): string =>
  [writeNumbers(acts.filter((code) => code.startsWith("I"))), writeNumbers(acts.filter((code) => code.startsWith("C")))]
    .filter(Boolean)
    .join(", ");

/** Dates in place of the proposed time, with the reason. @param ranges the group of fields: `asks.A1.ranges.traffic` */
export function OtherDates({ ranges, of, given }: { ranges: string; of: string; given: Given }) {
  // What was typed and did not pass is shown, and not folded away.
  const fields = [useField(`${ranges}.from`), useField(`${ranges}.to`), useField(`${ranges}.why`)];
  const isOpen = fields.some(({ typed, error }) => typed || error) || Boolean(given?.from || given?.to);
  return (
    <Disclosure
      open={isOpen}
      label={rich("Other dates<span>: {of}</span>", { of, span: (words) => <span className="vh">{words}</span> })}
    >
      <div className="stack stack--s">
        <div className="cols cols--2">
          <DateField name={`${ranges}.from`} label={t("First day")} defaultValue={given?.from} optional />
          <DateField name={`${ranges}.to`} label={t("Last day")} defaultValue={given?.to} optional />
        </div>
        <TextField
          name={`${ranges}.why`}
          label={t("Why these dates")}
          hint={t("Needed when you give dates. It is kept with the packet")}
          maxLength={600}
          optional
          defaultValue={given?.why}
        />
        <div>
          <Button variant="quiet" small onClick={clearDates}>
            {t("Back to the proposed time")}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}

/** One change event, so that the checklist is requested once. */
function clearDates(event: MouseEvent<HTMLButtonElement>): void {
  const box = event.currentTarget.closest("details");
  for (const field of box?.querySelectorAll("input") ?? []) field.value = "";
  event.currentTarget.form?.dispatchEvent(new Event("change", { bubbles: true }));
}
