import type { ComparedList } from "./compared";
import { accounts, events, exhibits, incidents, papers, references, releases, statements } from "./compared-record";
import { charges, dropped, help, items, pairs, preserved, receivers, rungs, standards } from "./compared-request";

/** Every list that a packet prints, in the order of its sections. */
export const comparedLists: readonly ComparedList[] = [
  receivers,
  statements,
  papers,
  incidents,
  charges,
  dropped,
  items,
  help,
  accounts,
  standards,
  pairs,
  events,
  references,
  exhibits,
  releases,
  preserved,
  rungs,
];
