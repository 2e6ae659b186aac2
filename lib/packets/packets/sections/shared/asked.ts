import type { PacketSnapshot, SnapshotAccount } from "../../snapshot/snapshot";
import type { dataClasses } from "../../snapshot/snapshot-parts";
import { accountOf, acts, codes } from "../facts";
import { label } from "../pair-words";
import { listed, spanText } from "../words";

type Request = PacketSnapshot["request"];
type Class = (typeof dataClasses)[number];

/** One thing that is asked of one holder for one time. */
export type Asked = Omit<Request["asks"][number], "no"> & { no: string; why?: string };

/** What the packet asks for, in the numbers of the brief: `1`; a snapshot of before has items, `Q-1`, with rows. */
export function askedOf(snapshot: PacketSnapshot): Asked[] {
  const { asks, items } = snapshot.request;
  if (asks.length > 0) return asks.map((ask) => ({ ...ask, no: String(ask.no) }));
  return items.flatMap((item) => item.rows.map((row) => fromItem(snapshot, item, row)));
}

export const entityOf = ({ holder }: Pick<Asked, "holder">): string => holder.entity ?? holder.name;

/** The classes of records that are asked for. */
export const classesAsked = (snapshot: PacketSnapshot): ReadonlySet<Class> =>
  new Set(askedOf(snapshot).flatMap((ask) => ask.class ?? []));

const titles: Record<Class, string> = { subscriber: "Subscriber records", traffic: "Logs", content: "Content" };
const bands = { subscriber: "bandSubscriber", traffic: "bandTraffic", content: "bandContent" } as const;

type Item = Request["items"][number];

function fromItem(snapshot: PacketSnapshot, item: Item, row: Item["rows"][number]): Asked {
  const theirs = acts(snapshot).filter(({ account }) => account !== null && row.accounts.includes(account));
  return {
    no: item.code,
    kind: item.dataClass,
    title: titles[item.dataClass],
    holder: { name: item.provider, entity: item.provider, country: null, law: [] },
    accounts: row.accounts,
    identifier: row.accounts.map((code) => identifierOf(accountOf(snapshot, code), code)).join("; ") || null,
    class: item.dataClass,
    records: row.what,
    from: row.from ?? "creation",
    to: row.to ?? "answer",
    process: { text: label(snapshot, bands[item.dataClass]), law: [] },
    standard: null,
    because: { incidents: codes(theirs), text: spanText(codes(theirs)) || "no act of its own" },
    why: item.why,
    changed: null,
    unread: null,
  };
}

function identifierOf(account: SnapshotAccount | null, code: string): string {
  if (!account) return code;
  const handle = account.handles.at(-1)?.handle ?? account.displayNames.at(-1);
  const shown = handle && account.idIs !== "phone" ? handle : "";
  if (!account.platformId) return shown || `${account.platform}, id not recorded`;
  return shown ? `${account.platformId} (${shown})` : account.platformId;
}

/** `items 1, 3 and 5`, `item 2`; empty for none. */
export function itemNumbers(asked: readonly Pick<Asked, "no">[]): string {
  const numbers = [...new Set(asked.map(({ no }) => no))];
  if (numbers.length === 0) return "";
  return `${numbers.length === 1 ? "item" : "items"} ${listed(numbers)}`;
}
