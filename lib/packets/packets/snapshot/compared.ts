import type { PacketSnapshot } from "./snapshot";

/** Where a change is printed: its section in the dossier, and the words for a kind of packet that numbers otherwise. */
export type Place = { section: string; heading: string };

/** One list of a snapshot for comparison: what identifies an entry, its name, and its content. */
export type ComparedList = Place & {
  /** `Incidents` */
  many: string;
  entries: (snapshot: PacketSnapshot) => Compared[];
  /** Why it changed, if there is a better answer than "changed in the record". */
  why?: string;
};

export type Compared = {
  /** The same in two versions even where a number moved. */
  key: string;
  name: string;
  /** The printed content by label. Content that grows by itself, such as a ledger, is left out. */
  says: Record<string, unknown>;
  /** When it came into the case, where a draft may leave it out: it can be added long after it was there. */
  since?: string | undefined;
  /** Why it is no longer what it was. */
  why?: string | null;
};

/** A single text of a packet. Codes that only name its source are not a change. */
export type ComparedOne = Place & { what: string; why: string; of: (snapshot: PacketSnapshot) => unknown };
