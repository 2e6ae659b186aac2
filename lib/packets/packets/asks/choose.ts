import type { DraftContent } from "../input";
import { listed, spans } from "../sections/words";
import { ownWords } from "./kinds";
import type { AskRange, Proposal } from "./types";

type Written = Pick<DraftContent, "asks" | "help" | "what">;
type Range = { from: string; to: string; why: string };

/** One item as it is frozen, before it is numbered. */
export type ChosenAsk = {
  kind: string;
  title: string;
  class: Proposal["kind"]["class"];
  holder: Proposal["holder"];
  accounts: string[];
  identifier: string | null;
  records: string;
  from: string | null;
  to: string | null;
  process: { text: string; law: string[] };
  standard: string | null;
  because: { incidents: string[]; text: string };
  /** Why the dates are others than proposed, as a person wrote; null: as proposed, or nothing was written. */
  changed: string | null;
  unread: string | null;
};

/** The items that a draft asks for, with the dates that a person gave in place of those proposed. */
export function chosenAsks(proposals: readonly Proposal[], draft: Written): ChosenAsk[] {
  return proposals.filter((one) => isAsked(one, draft)).flatMap((one) => itemsOf(one, draft));
}

const accountOf = ({ accounts, kind }: Proposal) => (kind.needs === "account" ? (accounts[0] ?? "") : null);

function isAsked(one: Proposal, { asks, help }: Written): boolean {
  const account = accountOf(one);
  if (account === null) return help[one.kind.key]?.ask ?? false;
  return one.kind.class !== null && (asks[account]?.[one.kind.class] ?? false);
}

/** The dates that a person gave; null while both are empty. */
function givenRange(one: Proposal, { asks, help }: Written): Range | null {
  const account = accountOf(one);
  const given = account === null ? help[one.kind.key] : one.kind.class && asks[account]?.ranges[one.kind.class];
  return given && (given.from || given.to) ? given : null;
}

function itemsOf(one: Proposal, draft: Written): ChosenAsk[] {
  const given = givenRange(one, draft);
  const acts = one.ranges.flatMap((range) => range.acts);
  // Ticked, with nothing to ask around and no dates: the item stands without a time, and the checklist says so.
  const proposed = one.ranges.length > 0 ? one.ranges : [{ from: null, to: null, acts: [] }];
  const ranges: AskRange[] = given ? [{ ...daysOf(given, one.kind.range === "whole"), acts }] : proposed;
  const written = one.kind.class ? ownWords(draft.what[one.kind.class]) : "";
  return ranges.map((range) => ({
    kind: one.kind.key,
    title: one.kind.title,
    class: one.kind.class,
    holder: one.holder,
    accounts: one.accounts,
    identifier: range.of ?? one.identifier,
    records: written || (range.of ? one.kind.records.replaceAll("{value}", range.of) : one.records),
    from: range.from,
    to: range.to,
    process: { text: one.kind.process, law: [...one.kind.law] },
    standard: one.kind.standard,
    because: because(one, range.acts),
    changed: given?.why || null,
    unread: one.kind.unread,
  }));
}

/** Whole days in UTC. An empty end of records that go back to the creation stays as proposed. */
function daysOf({ from, to }: Range, whole: boolean): Pick<AskRange, "from" | "to"> {
  return {
    from: from ? `${from}T00:00:00Z` : whole ? "creation" : null,
    to: to ? `${to}T23:59:59Z` : whole ? "answer" : null,
  };
}

/** What it is wanted for, and on what it rests. Printed, so never translated. */
function because({ kind, accounts }: Proposal, codes: readonly string[]): ChosenAsk["because"] {
  const all = [...new Set(codes)];
  const acts = all.filter((code) => code.startsWith("I-"));
  const sender = listed(spans(accounts));
  const rests = (incidents: string[], text: string) => ({ incidents, text });
  if (all.length === 0) return rests([], sender ? `No act of ${sender} is recorded` : "No act is recorded");
  if (kind.needs !== "account") return rests(all, `${aboutWords(kind.needs, sender)}. Acts: ${wordsOf(all)}`);
  if (kind.class === "traffic") return rests(all, `Place and device at ${wordsOf(all)}`);
  if (acts.length === 0) return rests(all, `Recorded with ${wordsOf(all)}; its user is not known`);
  if (kind.class === "subscriber") return rests(acts, `Sent ${wordsOf(acts)}; its user is not known`);
  return rests(acts, `The thread with the client in which ${wordsOf(acts)} ${acts.length === 1 ? "was" : "were"} sent`);
}

function aboutWords(needs: Proposal["kind"]["needs"], sender: string): string {
  if (needs === "person") return `Alleged by the client to be the user${sender ? ` of ${sender}` : ""}`;
  if (needs === "nothing") return "For the requesting authority to name";
  return sender ? `That of ${sender}; the person is not known` : "The person who used it is not known";
}

const wordsOf = (codes: readonly string[]): string => listed(spans(codes));
