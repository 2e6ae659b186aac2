import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { newLine, type Rich } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { cells, table } from "../section";
import { type Asked, askedOf, entityOf } from "../shared/asked";
import { isolated, spanText, utc } from "../words";

const columns = [
  [9, ""],
  [27, "Holder"],
  [35, "Account"],
  [35, "Records"],
  [33, "From, to (UTC)"],
  [31, "Process; because of"],
] as const;

/** Each item in one row: the holder, what it finds it by, the records and their time, the process, and the acts behind it. */
export function askTable(snapshot: PacketSnapshot): Block[] {
  const later = snapshot.request.gaps.filter(({ for: reader }) => reader === "receiver").map(({ text }) => text);
  const gap: Block[] = later.length > 0 ? [{ b: "prose", text: later.join(" ") }] : [];
  const asked = askedOf(snapshot);
  if (asked.length > 0) return [table(columns, asked.map(rowOf), true), ...gap];
  return [{ b: "prose", text: "No item is drafted in this version: the prosecutor says what is sought." }, ...gap];
}

function rowOf(ask: Asked, i: number, asked: readonly Asked[]): Row {
  const before = asked[i - 1];
  const same = before && entityOf(before) === entityOf(ask);
  const { country } = ask.holder;
  return cells(
    before?.no === ask.no ? "" : ask.no,
    same ? "same" : `${entityOf(ask)}${country ? ` (${country})` : ""}`,
    accountCell(ask, asked.slice(0, i)),
    same && ask.records === before.records ? `as item ${before.no}` : ask.records,
    rangeText(ask),
    before?.no === ask.no ? ask.because.text : [ask.process.text, newLine, ask.because.text],
  );
}

/** In full where it is first asked for, then by its code. */
function accountCell(ask: Asked, earlier: readonly Asked[]): Rich {
  if (ask.identifier && earlier.at(-1)?.identifier === ask.identifier) return "same";
  const named = new Set(earlier.flatMap((one) => (one.class ? one.accounts : [])));
  const isNamed = ask.class !== null && ask.accounts.length > 0 && ask.accounts.every((code) => named.has(code));
  return isNamed ? spanText(ask.accounts) : identifierText(ask);
}

const identifierText = ({ accounts, identifier }: Asked): Rich =>
  accounts.length > 0 ? [`${spanText(accounts)} `, isolated(identifier ?? "")] : isolated(identifier ?? "");

function rangeText({ from, to }: Asked): Rich {
  if (!from && !to) return "";
  return [
    ...(from === "creation" ? ["creation of account"] : from ? [minute(from)] : []),
    newLine,
    ...(to === "answer" ? ["to date of answer"] : to ? [`to\u00A0${minute(to)}`] : []),
  ];
}

/** `2026-09-29 18:00`: seconds say nothing about the edge of a range. */
const minute = (instant: string): string => utc(instant).slice(0, 16).replace("T", "\u00A0");
