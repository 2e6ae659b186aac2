"use client";

import { Checkbox } from "@/app/_ui/choice";
import { DateField, TextArea } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";
import { classDefaults, classHints, classLabels, keptHints } from "@/lib/packets/labels";
import type { AccountChoice, DraftChoices } from "@/lib/packets/types";

const classes = ["subscriber", "traffic", "content"] as const;

/** What is sought: for each account the classes of data and the days, in UTC. */
export function AskFields({ choices }: { choices: DraftChoices }) {
  const keeps = choices.kind === "preservation_briefing";
  const hints = keeps ? keptHints : classHints;
  return (
    <Panel
      id="draft-asks"
      title={keeps ? "What is to be kept" : "What is asked"}
      end={<span className="muted">Days are whole days in UTC</span>}
    >
      {choices.accounts.length === 0 ? (
        <p>No account is on the identity board yet, so nothing can be asked. Add one under Subjects first.</p>
      ) : null}
      {choices.accounts.map((account) => (
        <AccountAsk key={account.code} account={account} start={choices.start} hints={hints} />
      ))}
      <details>
        <summary>Words used for each class of data</summary>
        <div className="stack">
          {classes.map((name) => (
            <TextArea
              key={name}
              name={`what.${name}`}
              label={`${classLabels[name]}: what is sought`}
              rows={2}
              defaultValue={choices.start.what?.[name] || classDefaults[name]}
            />
          ))}
        </div>
      </details>
    </Panel>
  );
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
        {account.platformId ? `Account id ${account.platformId}` : "No account id yet: companies refuse a handle alone"}
        {account.entity ? `. Addressed to ${account.entity}` : ". The legal entity is not verified"}
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
            label={`First day, ${code}`}
            hint="For subscriber data alone it may be left out: from the creation of the account."
            defaultValue={ask?.from}
            optional
          />
          <DateField name={`asks.${code}.to`} label={`Last day, ${code}`} defaultValue={ask?.to} optional />
        </div>
      </div>
    </fieldset>
  );
}
