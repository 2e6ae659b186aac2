"use client";

import { Checkbox } from "@/app/_ui/choice";
import { DateField, TextArea } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import { classDefaults, classHints, classLabels, keptHints } from "@/lib/packets/packets/labels";
import type { AccountChoice, DraftChoices } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { numbersOf } from "../../../../../numbers-field";

const classes = ["subscriber", "traffic", "content"] as const;

/** With more accounts than this they are not listed one by one. */
const fewAccounts = 10;

/** What is sought: for each account the classes of data and the days, in UTC. */
export function AskFields({ choices }: { choices: DraftChoices }) {
  const keeps = choices.kind === "preservation_briefing";
  const hints = keeps ? keptHints : classHints;
  return (
    <Panel
      id="draft-asks"
      title={keeps ? t("What is to be kept") : t("What is asked")}
      end={<span className="muted">{t("Days are whole days in UTC")}</span>}
    >
      {choices.accounts.length === 0 ? (
        <p>{t("No account is on the identity board yet, so nothing can be asked. Add one under Subjects first.")}</p>
      ) : null}
      {choices.accounts.length > fewAccounts ? (
        <GroupedAsks choices={choices} hints={hints} />
      ) : (
        choices.accounts.map((account) => (
          <AccountAsk key={account.code} account={account} start={choices.start} hints={hints} />
        ))
      )}
      <details>
        <summary>{t("Words used for each class of data")}</summary>
        <div className="stack">
          {classes.map((name) => (
            <TextArea
              key={name}
              name={`what.${name}`}
              label={t("{classLabels}: what is sought", { classLabels: classLabels[name] })}
              rows={2}
              defaultValue={choices.start.what?.[name] || classDefaults[name]}
            />
          ))}
        </div>
      </details>
    </Panel>
  );
}

type Asks = NonNullable<DraftChoices["start"]["asks"]>;

/** With many accounts: the request, and the accounts by number. Accounts with the same answer are grouped. */
function GroupedAsks({ choices, hints }: { choices: DraftChoices; hints: AskProps["hints"] }) {
  const unknown = choices.accounts.filter((account) => !account.platformId).map((account) => account.code);
  const groups = [...groupsOf(choices.start.asks ?? {}), null];
  return (
    <>
      <p className="muted small">
        {t("{accounts} accounts are on the identity board.{value}", {
          accounts: choices.accounts.length,
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
        return (
          <fieldset className="stack asked" key={group?.codes[0] ?? "new"}>
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
            <div className="cols cols--2">
              <div>
                {classes.map((class_) => (
                  <Checkbox
                    key={class_}
                    name={`${name}.${class_}`}
                    label={classLabels[class_]}
                    hint={hints[class_]}
                    defaultChecked={group?.ask[class_] ?? false}
                  />
                ))}
              </div>
              <div className="stack">
                <DateField name={`${name}.from`} label={t("First day")} defaultValue={group?.ask.from} optional />
                <DateField name={`${name}.to`} label={t("Last day")} defaultValue={group?.ask.to} optional />
              </div>
            </div>
          </fieldset>
        );
      })}
    </>
  );
}

function groupsOf(asks: Asks): { codes: string[]; ask: Asks[string] }[] {
  const asked = Object.entries(asks).filter(([, ask]) => classes.some((class_) => ask[class_]));
  const alike = Map.groupBy(asked, ([, ask]) =>
    JSON.stringify([...classes.map((class_) => ask[class_]), ask.from, ask.to]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ codes: group.map(([code]) => code), ask: first[1] }] : [];
  });
}

type AskProps = {
  account: AccountChoice;
  start: DraftChoices["start"];
  hints: Record<(typeof classes)[number], string>;
};

function AccountAsk({ account, start, hints }: AskProps) {
  const { code } = account;
  const ask = start.asks?.[code];
  return (
    <fieldset className="stack asked">
      <legend className="label">
        {code} {account.platform} {account.name}
      </legend>
      <p className="muted small">
        {account.platformId
          ? t("Account id {platformId}", { platformId: account.platformId })
          : t("No account id yet: companies refuse a handle alone")}
        {account.entity
          ? t(". Addressed to {entity}", { entity: account.entity })
          : t(". The legal entity is not verified")}
      </p>
      <div className="cols cols--2">
        <div>
          {classes.map((name) => (
            <Checkbox
              key={name}
              name={`asks.${code}.${name}`}
              label={classLabels[name]}
              hint={hints[name]}
              defaultChecked={ask?.[name] ?? false}
            />
          ))}
        </div>
        <div className="stack">
          <DateField
            name={`asks.${code}.from`}
            label={t("First day, {code}", { code })}
            hint={t("For subscriber data alone it may be left out: from the creation of the account.")}
            defaultValue={ask?.from}
            optional
          />
          <DateField name={`asks.${code}.to`} label={t("Last day, {code}", { code })} defaultValue={ask?.to} optional />
        </div>
      </div>
    </fieldset>
  );
}
