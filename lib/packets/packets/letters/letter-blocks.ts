import type { Block, Field } from "@/lib/platform/pdf/blocks";
import { blank, type Inline, mono, newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { accountOf, docketOf, docketText } from "../sections/facts";
import type { KeepRow } from "../sections/preservation/rows";
import { particulars } from "../sections/section";
import { wordsOfPair } from "../sections/short/words";
import { isolated, sentence, utc } from "../sections/words";
import type { PacketSnapshot, SnapshotAccount } from "../snapshot/snapshot";

/** Room for the officer's letterhead, the date, and the addressee with the route for police. */
export function letterHead(entity: string, route: string | null): Block[] {
  const to: Inline[] = [strong(entity), newLine, "Custodian of records, law enforcement response"];
  return [
    { b: "section", short: "" },
    // A page drops the space above its first line, so there is one.
    { b: "text", text: "\u00A0" },
    { b: "gap", mm: 22 },
    { b: "text", text: ["Date: ", blank(44)] },
    { b: "text", text: [...to, ...(route ? [newLine, `Through: ${route}`] : [])] },
  ];
}

/** Who investigates: the service at its station, or the office that gave the number; null while nobody did. */
export function investigator(snapshot: PacketSnapshot): string | null {
  const number = docketOf(snapshot);
  if (!number) return null;
  return number.station ? `${wordsOfPair(snapshot).police.service}, ${number.station}` : number.issuer;
}

/** The matter by its number alone: what it is about may name another account. */
export function matterLine(snapshot: PacketSnapshot): Rich {
  const { caseNumber } = wordsOfPair(snapshot).police;
  const number = docketOf(snapshot);
  if (!number) return [`Criminal investigation, ${caseNumber}: `, blank(52)];
  const text = number.type === "cas" ? docketText(number) : `${caseNumber} ${docketText(number)}`;
  const who = investigator(snapshot);
  return `Criminal investigation${who ? ` of ${who}` : ""}: ${text}`;
}

/** Whether a provider could find the account by what is recorded of it. */
export function isFindable(account: SnapshotAccount | null): account is SnapshotAccount {
  return account !== null && Boolean(account.platformId || account.url || account.handles.length > 0);
}

/** One account as its provider needs it: no code of ours, no other account. */
export function accountTable(snapshot: PacketSnapshot, row: KeepRow): Block[] {
  const account = accountOf(snapshot, row.account);
  if (!isFindable(account)) return [];
  const id: Rich = account.platformId ? [mono(account.platformId)] : "";
  const idName = account.idIs === "phone" ? "Telephone number" : "Account id";
  const rows: (readonly [string, Rich])[] = [
    ["Service", account.platform],
    [idName, id],
    ["Handle", account.handles.map((handle) => isolated(handle.handle)).join(", ")],
    ["Web address", account.url ?? ""],
    ["Records", row.types.map((type) => sentence(type)).join(". ")],
    ["Period (UTC)", periodOf(row)],
  ];
  const known = rows.filter(([, value]) => value !== "");
  return [
    particulars(
      known.map(([name, value]) => ({ cells: [[strong(name)], value] })),
      34,
    ),
    { b: "gap", mm: 3 },
  ];
}

/** A request to preserve covers what exists when it arrives. */
function periodOf({ from, to }: KeepRow): Rich {
  const first: Inline = from ? mono(utc(from)) : "creation of the account";
  const last: Inline = to ? mono(utc(to)) : "the day on which you receive this letter";
  return [first, " to ", last];
}

/** What only the officer can say. */
export function signature(snapshot: PacketSnapshot): Block {
  const { rank } = wordsOfPair(snapshot).police;
  const rows: Field[][] = [
    [{ label: "Name" }, { label: sentence(rank) }],
    [{ label: "Official e-mail" }, { label: "Telephone" }],
    [{ label: "Signature" }],
  ];
  return { b: "fields", rows };
}
