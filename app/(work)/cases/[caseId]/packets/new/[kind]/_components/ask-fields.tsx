"use client";

import type { Route } from "next";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { classLabels } from "@/lib/packets/packets/labels";
import type { AccountChoice, AskChoice, DraftChoices } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { AskRow } from "./ask-row";
import { askClassNames, GroupedAsks } from "./grouped-asks";

/** What is sought: of whom, in which country, which records, and for which time. */
export function AskFields({ choices }: { choices: DraftChoices }) {
  const { accounts, asks, grouped, kind, start } = choices;
  const keeps = kind === "preservation_briefing";
  const help = asks.filter((ask) => ask.account === null);
  const asked = accounts.filter((account) => asks.some((ask) => ask.account === account.code));
  return (
    <Panel id="draft-asks" title={keeps ? t("What is to be preserved") : t("What is asked")} end={<TimesAre />}>
      {choices.authority && !choices.authority.isThere ? <AuthorityFirst choices={choices} /> : null}
      {accounts.length === 0 && !grouped ? (
        <p>{t("No account is on the identity board yet, so nothing can be asked. Add one under Subjects first.")}</p>
      ) : null}
      {grouped ? (
        <GroupedAsks asks={asks} grouped={grouped} />
      ) : (
        asked.map((account) => (
          <AccountAsks
            key={account.code}
            account={account}
            asks={asks.filter((ask) => ask.account === account.code)}
            start={start}
          />
        ))
      )}
      {help.length > 0 ? (
        <fieldset className="stack asked">
          <legend className="label">{t("What is held or done there")}</legend>
          {help.map((ask) => (
            <AskRow
              key={ask.key}
              ask={ask}
              isTicked={start.help?.[ask.key]?.ask ?? false}
              given={start.help?.[ask.key]}
            />
          ))}
        </fieldset>
      ) : null}
      <NotAsked choices={choices} />
      {grouped || asked.length > 0 ? <OwnWords start={start} /> : null}
    </Panel>
  );
}

const TimesAre = () => <span className="muted">{t("Times are in UTC")}</span>;

/** A request that no authority at home stands behind is not made: what to get first, and where. */
function AuthorityFirst({ choices: { caseId, authority } }: { choices: DraftChoices }) {
  return (
    <Notice kind="warning" title={authority?.missing}>
      <ul>
        {authority?.first.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="row">
        <PageLink href={`/cases/${caseId}/packets/new/docket_pack` as Route}>{t("Draft a docket pack")}</PageLink>
        <PageLink href={`/cases/${caseId}/references` as Route}>{t("Record a case number")}</PageLink>
      </p>
    </Notice>
  );
}

type AccountProps = { account: AccountChoice; asks: readonly AskChoice[]; start: DraftChoices["start"] };

function AccountAsks({ account, asks, start }: AccountProps) {
  const { code } = account;
  const [first] = asks;
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
        {account.entity ? t(". Held by {entity}", { entity: account.entity }) : t(". The legal entity is not verified")}
        {first?.country ? t(", in {country}", { country: first.country }) : null}
      </p>
      {asks.map((one) => (
        <AskRow
          key={one.key}
          ask={one}
          isTicked={one.class ? (ask?.[one.class] ?? false) : false}
          given={one.class ? ask?.ranges[one.class] : undefined}
        />
      ))}
    </fieldset>
  );
}

/** What the other country is not asked for, and why: it is had at home, or the record does not hold what it needs. */
function NotAsked({ choices: { atHome, gaps } }: { choices: DraftChoices }) {
  if (atHome.length + gaps.length === 0) return null;
  return (
    <div className="stack stack--s asked">
      <p className="label">{t("Not asked for, and why")}</p>
      <ul>
        {atHome.map(({ account, holder, text }) => (
          <li key={account}>
            {account}, {holder}: {text}
          </li>
        ))}
        {gaps.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function OwnWords({ start }: { start: DraftChoices["start"] }) {
  return (
    <Disclosure label={t("Describe the records in your own words")}>
      <div className="stack">
        <p className="small">{t("Left empty, the records are named in the words of each company.")}</p>
        {askClassNames.map((name) => (
          <TextArea
            key={name}
            name={`what.${name}`}
            label={t("{classLabels}: what is sought", { classLabels: classLabels[name] })}
            rows={2}
            defaultValue={start.what?.[name]}
            optional
          />
        ))}
      </div>
    </Disclosure>
  );
}
