"use client";

import { Checkbox } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import type { AskChoice, AskGroups } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { numbersOf } from "../../../../../numbers-field";
import { OtherDates } from "./ask-row";

export const askClassNames = ["subscriber", "traffic", "content"] as const;

type Props = { asks: readonly AskChoice[]; grouped: AskGroups };

/** With many accounts: the request, and the accounts by number. Accounts with the same answer are grouped. */
export function GroupedAsks({ asks, grouped: { count, unknown, groups } }: Props) {
  return (
    <>
      <p className="muted small">
        {t("{accounts} accounts are on the identity board.{value}", {
          accounts: count,
          value: unknown
            ? t(" No account id yet, and companies refuse a handle alone: {unknown}.", {
                unknown,
              })
            : "",
        })}
      </p>
      {[...groups, null].map((group, at) => {
        const name = `askgroups.${at}`;
        const key = group?.codes ?? "new";
        return (
          <fieldset className="stack asked" key={key}>
            <legend className="label">
              {group ? t("Asked of {codes}", { codes: group.codes }) : t("Ask of accounts")}
            </legend>
            <TextArea
              name={numbersOf(name)}
              label={t("Of which accounts")}
              hint={t("By their numbers: A1, A4 to A9. Empty: nothing is asked here")}
              rows={2}
              defaultValue={group?.codes}
              optional
            />
            {askClassNames.map((class_) => (
              <div key={class_}>
                <Checkbox
                  name={`${name}.${class_}`}
                  label={kindOf(asks, class_)?.title ?? class_}
                  hint={kindOf(asks, class_)?.process ?? undefined}
                  defaultChecked={group?.ask[class_] ?? false}
                />
                <div className="ask__time">
                  <p className="small muted">
                    {class_ === "subscriber"
                      ? t("From the creation of the account to the day of the answer")
                      : t("24 hours around the acts of each account")}
                  </p>
                  <OtherDates
                    ranges={`${name}.ranges.${class_}`}
                    of={kindOf(asks, class_)?.title ?? class_}
                    given={group?.ask.ranges[class_]}
                  />
                </div>
              </div>
            ))}
          </fieldset>
        );
      })}
    </>
  );
}

const kindOf = (asks: readonly AskChoice[], class_: string) => asks.find((ask) => ask.class === class_ && ask.account);
