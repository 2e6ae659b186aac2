import type { PacketSnapshot } from "../../snapshot/snapshot";
import type { dataClasses } from "../../snapshot/snapshot-parts";
import { listed } from "../words";

type Asked = { no: string; what: string; holder: string; accounts: readonly string[]; dataClass: Class | null };
type Class = (typeof dataClasses)[number];

/** What the packet asks for, in the numbers of the brief: `1`; in an older snapshot `Q-1`. */
export function askedOf({ request: { asks, items } }: Pick<PacketSnapshot, "request">): Asked[] {
  if (asks.length > 0)
    return asks.map((ask) => ({
      no: String(ask.no),
      what: ask.title,
      holder: ask.holder.entity ?? ask.holder.name,
      accounts: ask.accounts,
      dataClass: ask.class,
    }));
  return items.map((item) => ({
    no: item.code,
    what: item.dataClass,
    holder: item.provider,
    accounts: item.rows.flatMap(({ accounts }) => accounts),
    dataClass: item.dataClass,
  }));
}

/** `items 1, 3 and 5`, `item 2`; empty for none. */
export function itemNumbers(asked: readonly Pick<Asked, "no">[]): string {
  const numbers = asked.map(({ no }) => no);
  if (numbers.length === 0) return "";
  return `${numbers.length === 1 ? "item" : "items"} ${listed(numbers)}`;
}
