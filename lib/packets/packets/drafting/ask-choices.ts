import type { Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { proposeAsks, proposeKeeping } from "../asks/propose";
import { askGiven } from "../asks/read-given";
import type { Proposal } from "../asks/types";
import { packetKinds } from "../labels";
import { referenceParts } from "../snapshot/numbers";
import type { CaseRecord } from "../snapshot/read-case";
import { authorityOf } from "../snapshot/request";
import type { AskChoice, AskChoices, PacketKindKey } from "../types";

type Given = { kind: PacketKindKey; record: CaseRecord; playbook: Playbook; law: Law; today: CivilDate };

/** What a draft of this kind can ask for: of whom, where, and for which time, with what is missing for more. */
export function askChoicesOf({ kind, record, playbook, law, today }: Given): AskChoices {
  const { asks, hasRequest } = packetKinds[kind];
  const none = { asks: [], gaps: [], atHome: [], authority: null };
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
    gaps: gaps.map(({ text }) => text),
    atHome: atHome.map(({ account, holder, text }) => ({ account, holder, text })),
    authority: authority && {
      isThere: authority.shownBy.length > 0,
      missing: authority.missing,
      first: authority.first,
    },
  };
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
  return own?.name ?? new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
}
