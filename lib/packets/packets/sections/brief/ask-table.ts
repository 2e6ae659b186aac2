import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Inline, mono, newLine, type Rich } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot, SnapshotAccount } from "../../snapshot/snapshot";
import { dataClasses } from "../../snapshot/snapshot-parts";
import { accountOf, acts, codes } from "../facts";
import { label } from "../pair-words";
import { cells, table } from "../section";
import { isolated, sentence, spanText, utc } from "../words";

type Item = PacketSnapshot["request"]["items"][number];
type Ask = PacketSnapshot["request"]["asks"][number];

const bands = { subscriber: "bandSubscriber", traffic: "bandTraffic", content: "bandContent" } as const;

const columns = [
  [7, ""],
  [27, "Holder"],
  [41, "Account"],
  [36, "Records"],
  [29, "From, to (UTC)"],
  [30, "Process there; because of"],
] as const;

/** Each item in one row: the holder, what it finds it by, the records and their time, the process, and the acts behind it. */
export function askTable(snapshot: PacketSnapshot): Block[] {
  const { items, asks, gaps } = snapshot.request;
  const later = gaps.filter(({ for: reader }) => reader === "receiver").map(({ text }) => text);
  const gap: Block[] = later.length > 0 ? [{ b: "prose", text: later.join(" ") }] : [];
  if (asks.length > 0) return [table(columns, askRows(snapshot), true), ...gap];
  if (items.length > 0) return [formerTable(snapshot), ...gap];
  return [{ b: "prose", text: "No item is drafted in this version: the prosecutor says what is sought." }, ...gap];
}

function askRows({ request: { asks } }: PacketSnapshot): Row[] {
  return asks.map((ask, i) => {
    const before = asks[i - 1];
    const same = before && entityOf(before) === entityOf(ask);
    return cells(
      String(ask.no),
      same ? "same" : [entityOf(ask), ...(ask.holder.country ? [newLine, ask.holder.country] : [])],
      ask.identifier && ask.identifier !== before?.identifier ? identifierText(ask) : ask.identifier ? "same" : "",
      same && ask.records === before.records ? `as item ${before.no}` : ask.records,
      rangeText(ask),
      [ask.process.text, newLine, ask.because.text],
    );
  });
}

const entityOf = ({ holder }: Ask): string => holder.entity ?? holder.name;

const identifierText = ({ accounts, identifier }: Ask): Rich =>
  accounts.length > 0 ? [`${spanText(accounts)} `, isolated(identifier ?? "")] : isolated(identifier ?? "");

function rangeText({ from, to }: Ask): Rich {
  if (!from && !to) return "";
  return [
    ...(from === "creation" ? ["creation"] : from ? [minute(from)] : []),
    newLine,
    ...(to === "answer" ? ["day of answer"] : to ? [minute(to)] : []),
  ];
}

/** `2026-09-29 18:00`: seconds say nothing about the edge of a range. */
const minute = (instant: string): string => utc(instant).slice(0, 16).replace("T", "\u00A0");

/** The rows of an older snapshot, by the process that they need. */
function formerTable(snapshot: PacketSnapshot): Block {
  const named = new Set<string>();
  const rows = dataClasses.flatMap((dataClass): Row[] => {
    const same = snapshot.request.items.filter((item) => item.dataClass === dataClass);
    if (same.length === 0) return [];
    return [
      { band: sentence(label(snapshot, bands[dataClass])) },
      ...same.flatMap((item) => itemRows(snapshot, item, named)),
    ];
  });
  return table(
    [
      [10, ""],
      [27, "Holder"],
      [42, "Account"],
      [46, "Records"],
      [28, "From, to (UTC)"],
      [17, "Because of"],
    ] as const,
    rows,
    true,
  );
}

function itemRows(snapshot: PacketSnapshot, item: Item, named: Set<string>): Row[] {
  return item.rows.map((row, i) =>
    cells(
      i === 0 ? item.code : "",
      i === 0 ? item.provider : "same",
      accountsText(snapshot, row.accounts, named),
      row.what,
      [
        ...(row.from ? [mono(minute(row.from))] : ["creation"]),
        newLine,
        ...(row.to ? [mono(minute(row.to))] : ["day of answer"]),
      ],
      spanText(codes(acts(snapshot).filter(({ account }) => account !== null && row.accounts.includes(account)))) ||
        "no act of its own",
    ),
  );
}

/** An account with its id and handle where it is first named, then by its code. */
function accountsText(snapshot: PacketSnapshot, list: readonly string[], named: Set<string>): Rich {
  const again = list.filter((code) => named.has(code));
  const first = list.filter((code) => !named.has(code));
  for (const code of first) named.add(code);
  const lines = [
    ...first.map((code) => oneAccount(accountOf(snapshot, code), code)),
    ...(again.length > 0 ? [[spanText(again)]] : []),
  ];
  return lines.flatMap((line, i): Inline[] => [...(i > 0 ? [newLine] : []), ...line]);
}

function oneAccount(account: SnapshotAccount | null, code: string): Inline[] {
  if (!account) return [code];
  const handle = account.handles.at(-1)?.handle ?? account.displayNames.at(-1);
  return [
    `${code} ${account.platform} `,
    account.platformId ? mono(account.platformId) : "id not recorded",
    ...(handle && account.idIs !== "phone" ? [` ${isolated(handle)}`] : []),
  ];
}
