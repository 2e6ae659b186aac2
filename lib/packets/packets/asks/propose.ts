import type { AskKind } from "@/lib/law/jurisdictions/ask-types";
import { listed, sentence } from "../sections/words";
import { plainKinds } from "./kinds";
import { wholeOf, windowsOf } from "./ranges";
import type { AskAccount, AskedOf, AskGap, AskGiven, AskRange, AtHome, Proposal, Proposed } from "./types";

/**
 * Everything that may be asked of the other country: each item from who holds the data and where. What is held at home
 * or in a third country is no item, and what the record does not hold is a gap in words.
 */
export function proposeAsks(given: AskGiven): Proposed {
  const kinds = given.words?.kinds ?? plainKinds;
  const there = given.accounts.filter((account) => account.where === "there");
  const ofAccounts = kinds.filter((kind) => kind.needs === "account");
  return {
    proposals: [
      ...there.flatMap((account) => ofAccounts.flatMap((kind) => accountProposal(given, account, kind))),
      ...kinds.filter((kind) => kind.needs !== "account").flatMap((kind) => otherProposal(given, kind)),
    ],
    gaps: [...kinds.flatMap((kind) => missingOf(given, kind)), ...accountGaps(given, ofAccounts.length > 0)],
    atHome: given.accounts.flatMap((account) => atHomeOf(given, account)),
  };
}

/** What a letter has kept: every class of every account, whoever holds it. Keeping needs no court and no treaty. */
export function proposeKeeping(given: AskGiven): Proposal[] {
  return given.accounts.flatMap((account) => {
    // An account without an act of its own is kept for the time of all of them.
    const hasAct = given.acts.some((act) => act.account === account.code);
    const acts = hasAct ? given.acts : given.acts.map((act) => ({ ...act, account: account.code }));
    return plainKinds.flatMap((kind) => accountProposal({ ...given, acts }, account, kind));
  });
}

function accountProposal(given: AskGiven, account: AskAccount, kind: AskKind): Proposal[] {
  const words = kind.class ? account.gives[kind.class] : undefined;
  // A provider that holds none of a class is not asked for it.
  if (words === null) return [];
  return [
    {
      key: `${account.code}.${kind.class}`,
      kind,
      holder: {
        name: account.platform,
        entity: account.entity?.name ?? null,
        country: account.country,
        law: account.entity?.law ?? [],
      },
      accounts: [account.code],
      identifier: account.identifier,
      records:
        kind.class === "content"
          ? "Messages between this account and the client’s account in the period, and nothing else"
          : (words ?? kind.records),
      ranges: rangesOf(given, kind, [account.code], null),
    },
  ];
}

function otherProposal(given: AskGiven, kind: AskKind): Proposal[] {
  const of = subjectsOf(given, kind);
  const [first] = of;
  if (!first) return [];
  const values = of.map((one) => one.value).join("; ");
  const accounts = [...new Set(of.flatMap((one) => one.accounts))];
  const about = kind.needs === "address" ? of : null;
  return [
    {
      key: kind.key,
      kind,
      holder: {
        name: kind.holder ?? "The authority that keeps it",
        entity: null,
        country: null,
        law: [],
      },
      accounts,
      identifier: kind.needs === "nothing" ? null : values,
      records: kind.records.replaceAll("{value}", values),
      ranges: rangesOf(given, kind, accounts, about),
    },
  ];
}

function subjectsOf(given: AskGiven, kind: AskKind): AskedOf[] {
  switch (kind.needs) {
    case "address":
      return given.addresses;
    case "number":
      return given.numbers;
    case "person":
      return given.persons;
    case "nothing":
      return [{ value: "", accounts: [], from: null, to: null }];
    case "account":
      return [];
  }
}

/** `about`: things with their own time, such as an address that was seen on a day; it goes before that of the acts. */
function rangesOf(
  given: AskGiven,
  kind: AskKind,
  accounts: readonly string[],
  about: readonly AskedOf[] | null,
): AskRange[] {
  const own = given.acts.filter(({ account }) => account !== null && accounts.includes(account));
  const acts = own.length > 0 || kind.needs === "account" ? own : given.acts;
  const codes = acts.map((act) => act.code);
  if (kind.range === "none") return [{ from: null, to: null, acts: codes }];
  if (kind.range === "whole") return [{ from: "creation", to: "answer", acts: codes }];
  if (about) return about.flatMap((one) => rangesAbout(given, one, codes));
  const windows = windowsOf(acts);
  if (kind.class === "traffic") return windows;
  const whole = wholeOf(windows);
  return whole ? [whole] : [];
}

/** An address is somebody's only for a time: around the acts that its mail shows, else the days on which it was seen. */
function rangesAbout(given: AskGiven, { value, acts = [], from, to }: AskedOf, codes: string[]): AskRange[] {
  const shown = given.acts.filter(({ code }) => acts.includes(code));
  if (shown.length > 0) return windowsOf(shown).map((window) => ({ ...window, of: value }));
  return from && to ? [{ from: isoOf(from), to: isoOf(to), acts: codes, of: value }] : [];
}

const isoOf = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

function missingOf(given: AskGiven, kind: AskKind): AskGap[] {
  const of = subjectsOf(given, kind);
  const gap = (reader: AskGap["for"], text: string): AskGap => ({ for: reader, kind: kind.key, accounts: [], text });
  const missing = of.length === 0 && kind.missing ? [gap("receiver", kind.missing)] : [];
  if (kind.needs !== "address") return missing;
  const { mails = [] } = given;
  const timeless = of.filter(({ from, acts = [] }) => from === null && acts.length === 0).map(({ value }) => value);
  return [
    ...missing,
    ...(of.length > 0 ? [gap("receiver", operatorUnknown(of.map(({ value }) => value)))] : []),
    ...(timeless.length > 0
      ? [
          gap(
            "sender",
            `When it was used is not recorded: ${timeless.join("; ")}. An operator needs the port and the time.`,
          ),
        ]
      : []),
    ...(mails.length > 0
      ? [
          gap(
            "sender",
            `${listed(mails)}: if the route of the mail shows from where it was sent, record that address as an identifier and name the mail as its exhibit. Its operator is then asked for the 24 hours before and after.`,
          ),
        ]
      : []),
  ];
}

/** Whose an address is, is looked up by who asks: nobody here guesses it from its digits. */
function operatorUnknown(addresses: readonly string[]): string {
  const [those, belong] = addresses.length === 1 ? ["that operator", "belongs"] : ["those operators", "belong"];
  return `To which operator, in which country, ${listed(addresses)} ${belong} is not on record, nor is the port: the public register of addresses names the operator. ${sentence(those)} will be asked; of another country, nothing is asked here.`;
}

/** Accounts of which nobody here can ask the data, and those without an act to ask around. */
function accountGaps(given: AskGiven, asked: boolean): AskGap[] {
  return given.accounts.flatMap((account) => {
    const gap = (text: string): AskGap[] => [{ for: "sender", kind: "account", accounts: [account.code], text }];
    if (account.where === "unknown") {
      return gap(
        `Who holds the data of ${account.code} (${account.platform}), and where, is not recorded in the law data.`,
      );
    }
    if (account.where === "elsewhere") {
      return gap(
        `${account.entity?.name ?? account.platform} holds the data of ${account.code} in a third country (${account.country}).`,
      );
    }
    const hasAct = given.acts.some((act) => act.account === account.code);
    return asked && account.where === "there" && !hasAct
      ? gap(`No act is linked to ${account.code}, so there is no time to ask logs for.`)
      : [];
  });
}

function atHomeOf(given: AskGiven, account: AskAccount): AtHome[] {
  if (account.where !== "home") return [];
  const { text, law } = given.words?.atHome ?? {
    text: "Held at home, so the other country is not asked for it.",
    law: [],
  };
  return [{ account: account.code, holder: account.entity?.name ?? account.platform, text, law: [...law] }];
}
