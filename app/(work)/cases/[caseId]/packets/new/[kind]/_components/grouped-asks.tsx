"use client";

import { Checkbox } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import type { AccountChoice, AskChoice, DraftChoices } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { numbersOf } from "../../../../../numbers-field";
import { OtherDates } from "./ask-row";

export const askClassNames = ["subscriber", "traffic", "content"] as const;

type Asks = NonNullable<DraftChoices["start"]["asks"]>;

/** With many accounts: the request, and the accounts by number. Accounts with the same answer are grouped. */
export function GroupedAsks({ choices, accounts }: { choices: DraftChoices; accounts: readonly AccountChoice[] }) {
  const unknown = accounts.filter((account) => !account.platformId).map((account) => account.code);
  const groups = [...groupsOf(choices.start.asks ?? {}), null];
  return (
    <>
      <p className="muted small">
        {t("{accounts} accounts are on the identity board.{value}", {
          accounts: accounts.length,
          value:
            unknown.length > 0
              ? t(" No account id yet, and companies refuse a handle alone: {unknown}.", {
                  unknown: writeNumbers(unknown),
                })
              : "",
        })}
      </p>
      {groups.map((group, at) => {
        const name = `askgroups.${at}`;
        const key = group?.codes[0] ?? "new";
        return (
          <fieldset className="stack asked" key={key}>
            <legend className="label">
              {group ? t("Asked of {codes}", { codes: writeNumbers(group.codes) }) : t("Ask of accounts")}
            </legend>
            <TextArea
              name={numbersOf(name)}
              label={t("Of which accounts")}
              hint={t("By their numbers: A1, A4 to A9. Empty: nothing is asked here")}
              rows={2}
              defaultValue={group ? writeNumbers(group.codes) : undefined}
              optional
            />
            {askClassNames.map((class_) => (
              <div className="stack stack--s" key={class_}>
                <Checkbox
                  name={`${name}.${class_}`}
                  label={kindOf(choices.asks, class_)?.title ?? class_}
                  hint={kindOf(choices.asks, class_)?.process ?? undefined}
                  defaultChecked={group?.ask[class_] ?? false}
                />
                <p className="small muted">
                  {class_ === "subscriber"
                    ? t("From the creation of the account to the day of the answer")
                    : t("24 hours around the acts of each account")}
                </p>
                <OtherDates
                  ranges={`${name}.ranges.${class_}`}
                  of={kindOf(choices.asks, class_)?.title ?? class_}
                  given={group?.ask.ranges[class_]}
                />
              </div>
            ))}
          </fieldset>
        );
      })}
    </>
  );
}

const kindOf = (asks: readonly AskChoice[], class_: string) => asks.find((ask) => ask.class === class_ && ask.account);

function groupsOf(asks: Asks): { codes: string[]; ask: Asks[string] }[] {
  const asked = Object.entries(asks).filter(([, ask]) => askClassNames.some((class_) => ask[class_]));
  const alike = Map.groupBy(asked, ([, ask]) =>
    JSON.stringify([...askClassNames.map((class_) => ask[class_]), ask.ranges]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ codes: group.map(([code]) => code), ask: first[1] }] : [];
  });
}
