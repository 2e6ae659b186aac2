import type { Block, BoxLine, Row } from "@/lib/platform/pdf/blocks";
import { blank, check, type Inline, mono, newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { accountOf, acts, codes, docketOf } from "../facts";
import { label, sentenceOf } from "../pair-words";
import { cells, type Section, subheading, table } from "../section";
import { caseNumberText, spanOfActs, wordsOfPair } from "../short/words";
import { labelled, para, sourcesOf } from "../source-column";
import { isolated, spans, spanText, stop, utc } from "../words";
import { byProvider, type KeepRow, rowsOf } from "./rows";

/** Sections 3 and 4: what to copy, and the letter. What an official attests is a ruled line, never filled in. */
export const identifiersAndLetter: Section = {
  id: "identifiers",
  build: ({ snapshot }) => [
    { b: "newPage" },
    { b: "section", short: "Identifiers and letter" },
    subheading("3", "Identifiers and ranges, to copy"),
    ...identifierTable(snapshot),
    ...typeTable(snapshot),
    subheading("4", `Draft letter, for ${wordsOfPair(snapshot).police.letterhead}`),
    { b: "box", rule: 1, lines: letter(snapshot) },
    letterSources(snapshot),
    ...told(snapshot),
  ],
};

function identifierTable(snapshot: PacketSnapshot): Block[] {
  const rows = rowsOf(snapshot);
  if (rows.length === 0) return [para("No account is recorded yet.", ["case record"])];
  return [
    table(
      [
        [10, "Acc."],
        [36, "Immutable id"],
        [52, "Handle; URL"],
        [36, "From (UTC)"],
        [36, "To (UTC)"],
      ] as const,
      rows.map((row) => identifierRow(snapshot, row)),
    ),
  ];
}

function identifierRow(snapshot: PacketSnapshot, row: KeepRow): Row {
  const account = accountOf(snapshot, row.account);
  const handles = account?.handles.map((handle) => isolated(handle.handle)) ?? [];
  const lines = [handles.join(", "), account?.url ?? ""].filter(Boolean);
  return cells(
    [strong(row.account)],
    account?.platformId ? [mono(account.platformId)] : "not recorded",
    lines.length > 0 ? lines.flatMap((line, i): Inline[] => [...(i > 0 ? [newLine] : []), line]) : "not recorded",
    row.from ? [mono(utc(row.from))] : row.to ? "creation of the account" : [blank(30)],
    row.to ? [mono(utc(row.to))] : [blank(30)],
  );
}

/** Each kind of data once, with the accounts for which it is requested. */
function typeTable(snapshot: PacketSnapshot): Block[] {
  const rows = rowsOf(snapshot);
  const types = [...new Set(rows.flatMap((row) => row.types))];
  if (types.length === 0) return [];
  return [
    table(
      [
        [24, "For"],
        [146, "Data types"],
      ] as const,
      types.map((type) =>
        labelled(spanText(rows.filter((row) => row.types.includes(type)).map((row) => row.account)), type),
      ),
    ),
  ];
}

function letter(snapshot: PacketSnapshot): BoxLine[] {
  const words = wordsOfPair(snapshot);
  const lines: Rich[] = [
    addressees(snapshot),
    `Criminal investigation ${caseNumberText(snapshot)}, ${words.police.service}.`,
    asksToKeep(snapshot),
    ...used(snapshot),
    noNotice(snapshot),
    "Please confirm with a reference number and the date on which preservation ends.",
    ["Signed ", blank(50), `   ${capital(words.police.rank)} `, blank(44)],
    ["Official e-mail ", blank(50), "   Telephone ", blank(38)],
  ];
  return lines.map((text) => ({ text, as: "body" }));
}

function addressees(snapshot: PacketSnapshot): Rich {
  const all = byProvider(snapshot);
  const known = all.filter((provider) => provider.isKnown);
  const to = known.flatMap(({ entity }): Inline[] => [check(entity), "   "]);
  // A box is there to be ticked; a name that was never recorded is written in by hand.
  const open = all.flatMap(({ entity, isKnown }): Inline[] =>
    isKnown ? [] : [newLine, `${entity} `, blank(50), "   "],
  );
  return ["To: ", ...to, ...open, ...(all.length > 2 || open.length > 0 ? [newLine] : []), "Date: ", blank(34)];
}

/** The reviewed sentence, with the days that the rules of the providers give in place of its 90. */
function asksToKeep(snapshot: PacketSnapshot): Rich {
  const text = sentenceOf(snapshot, "F15")?.text ?? "";
  const days = snapshot.preservation?.days;
  const [before = "", after = ""] = text.split(/\b90\b/);
  return days ? `${before}${days}${after}` : [before, blank(12), after];
}

function used(snapshot: PacketSnapshot): string[] {
  const list = acts(snapshot);
  if (list.length === 0) return [];
  const { matter } = snapshot.case;
  const what = matter ? `for what is investigated as: ${matter}` : "for the acts under investigation";
  return [
    `The accounts were used against a person in ${label(snapshot, "inHome")} ${spanOfActs(snapshot)}, ${what} (${spans(codes(list)).join(", ")}).`,
  ];
}

function noNotice(snapshot: PacketSnapshot): Rich {
  const { secrecy } = snapshot.request;
  return secrecy
    ? `Please do not tell the account holder. Reason: ${stop(secrecy.text)}`
    : ["Please do not tell the account holder. Reason: ", blank(70)];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function letterSources(snapshot: PacketSnapshot): Block {
  const messages = sentenceOf(snapshot, "F15")?.sources ?? ["F15"];
  const law = [...new Set(rowsOf(snapshot).flatMap((row) => row.law))];
  const list = spans(codes(acts(snapshot)));
  const number = docketOf(snapshot)?.code;
  const secrecy = snapshot.request.secrecy?.sources ?? [];
  const bases = list.length > 0 ? list : ["case record"];
  const text = `Text of the letter: the facts in it are ${bases.join(", ")}. The officer copies it onto ${wordsOfPair(snapshot).police.letterhead}; what is ruled is for the officer alone. The period follows the rules of each provider.`;
  return para(text, sourcesOf([...new Set([...messages, ...bases, number, ...spans(secrecy), ...law])]));
}

/** What is not known of any of them: the drafts ask for no notice, and the reason is the officer's. */
function told(snapshot: PacketSnapshot): Block[] {
  const known = byProvider(snapshot).flatMap(({ rows }) => rows.filter((row) => row.notifies).slice(0, 1));
  if (known.length === 0) return [];
  const text =
    "Notice to the user, in section 2, is of legal process. Whether a preservation letter by itself is told to the user was not found.";
  return [para(text, sourcesOf([...new Set(known.flatMap((row) => row.law))], "law data"))];
}
