import { writeNumbers } from "@/lib/casework/incidents/rules";
import type { Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { regionName } from "@/lib/platform/language/formats";
import { written } from "@/lib/platform/language/written";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { proposeAsks, proposeKeeping } from "../asks/propose";
import { askGiven } from "../asks/read-given";
import type { AskGap, AtHome, Proposal } from "../asks/types";
import { packetKinds } from "../labels";
import { referenceParts } from "../snapshot/numbers";
import type { CaseRecord } from "../snapshot/read-case";
import { authorityOf } from "../snapshot/request";
import type { AskChoice, AskChoices, AskGroups, DraftChoices, PacketKindKey } from "../types";

type Given = { kind: PacketKindKey; record: CaseRecord; playbook: Playbook; law: Law; today: CivilDate };

/** With more accounts than this they are not listed one by one. */
const fewAccounts = 10;

/** What a draft of this kind can ask for: of whom, where, and for which time, with what is missing for more. */
export function askChoicesOf({ kind, record, playbook, law, today }: Given): AskChoices {
  const { asks, hasRequest } = packetKinds[kind];
  const none = { asks: [], grouped: null, gaps: [], atHome: [], authority: null };
  if (!asks.includes("asks")) return none;
  const given = askGiven(record, law);
  const countries = Object.fromEntries(
    given.accounts.map(({ code, country }) => [code, country && countryName(country, playbook)]),
  );
  if (!hasRequest) return { ...none, asks: proposeKeeping(given).map((one) => choiceOf(one, true, countries)) };
  const { proposals, gaps, atHome } = proposeAsks(given);
  const { references } = referenceParts(record, playbook, new Set(), law);
  const authority = authorityOf(record, { law, references, home: playbook.home.zone, today });
  return {
    asks: proposals.map((one) => choiceOf(one, false, countries)),
    grouped: null,
    gaps: saidOnce(gaps),
    atHome: heldAtHome(atHome),
    authority: authority && {
      isThere: authority.shownBy.length > 0,
      missing: authority.missing,
      first: authority.first,
    },
  };
}

/** With more accounts than can be listed one by one, each class once, and the accounts by number. */
export function inGroups<Choices extends AskChoices & Pick<DraftChoices, "accounts" | "start">>(
  choices: Choices,
): Choices {
  const { accounts, start } = choices;
  const codes = new Set(choices.asks.flatMap(({ account }) => account ?? []));
  if (codes.size <= fewAccounts) return choices;
  const isFirst = (ask: AskChoice) => choices.asks.find((one) => one.account && one.class === ask.class) === ask;
  const unknown = accounts.filter(({ code, platformId }) => codes.has(code) && !platformId).map(({ code }) => code);
  return {
    ...choices,
    asks: choices.asks.filter((ask) => ask.account === null || isFirst(ask)),
    grouped: { count: codes.size, unknown: writeNumbers(unknown), groups: groupsOf(start.asks ?? {}) },
  };
}

/** Accounts with the same answer. */
function groupsOf(asks: NonNullable<DraftChoices["start"]["asks"]>): AskGroups["groups"] {
  const asked = Object.entries(asks).filter(([, ask]) => ask.subscriber || ask.traffic || ask.content);
  const alike = Map.groupBy(asked, ([, ask]) => JSON.stringify([ask.subscriber, ask.traffic, ask.content, ask.ranges]));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ codes: writeNumbers(group.map(([code]) => code)), ask: first[1] }] : [];
  });
}

/** Accounts with the same gap share one sentence. */
function saidOnce(gaps: readonly AskGap[]): string[] {
  const code = (gap: AskGap) => (gap.accounts.length === 1 ? gap.accounts[0] : undefined);
  const pattern = (gap: AskGap) => {
    const own = code(gap);
    return own ? gap.text.replace(new RegExp(`\\b${own}\\b`), "{account}") : gap.text;
  };
  return [...Map.groupBy(gaps, pattern)].map(([text, alike]) =>
    text.replace("{account}", writeNumbers(alike.flatMap((gap) => code(gap) ?? []))),
  );
}

function heldAtHome(atHome: readonly AtHome[]): AskChoices["atHome"] {
  const alike = Map.groupBy(atHome, ({ holder, text }) => JSON.stringify([holder, text]));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    const account = writeNumbers(group.map((one) => one.account));
    return first ? [{ account, holder: first.holder, text: first.text }] : [];
  });
}

function choiceOf(one: Proposal, keeps: boolean, countries: Record<string, string | null>): AskChoice {
  const { kind, holder, records, ranges } = one;
  const account = kind.needs === "account" ? (one.accounts[0] ?? null) : null;
  return {
    key: one.key,
    name: account && kind.class ? `asks.${account}.${kind.class}` : `help.${kind.key}`,
    ranges: account && kind.class ? `asks.${account}.ranges.${kind.class}` : `help.${kind.key}`,
    account,
    class: kind.class,
    title: kind.title,
    holder: holder.entity ?? holder.name,
    country: account ? (countries[account] ?? null) : null,
    records,
    process: keeps ? null : kind.process,
    times: ranges.flatMap(({ from, to, acts }) => (from && to ? [{ from, to, acts }] : [])),
    hasTime: kind.range !== "none",
  };
}

/** The name of a country; for one that is not of the pair, as the language of the data calls it. */
function countryName(code: string, { home, there }: Pick<Playbook, "home" | "there">): string {
  const own = [home, there].find((side) => side.code === code);
  return own?.name ?? written(() => regionName(code));
}
