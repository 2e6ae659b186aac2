import type { PacketSnapshot } from "./snapshot";

/** Where a change is printed: its section in the dossier, and the words for a kind of packet that numbers otherwise. */
export type Place = { section: string; heading: string };

/** One list of a snapshot as it is compared: what makes an entry the same, how it is named, and what it says. */
export type ComparedList = Place & {
  /** `Incidents` */
  many: string;
  entries: (snapshot: PacketSnapshot) => Compared[];
  /** Why it changed, where that can be told better than "changed in the record". */
  why?: string;
};

export type Compared = {
  /** The same in two versions even where a number moved. */
  key: string;
  name: string;
  /** What is printed of it, by the words for it. What grows by itself, such as a ledger, is left out. */
  says: Record<string, unknown>;
  /** When it came into the case, where a draft may leave it out: it can be added long after it was there. */
  since?: string | undefined;
  /** Why it is no longer what it was. */
  why?: string | null;
};

/** What stands once in a packet, by its words. Codes that only tell where it comes from are no change. */
export type ComparedOne = Place & { what: string; why: string; of: (snapshot: PacketSnapshot) => unknown };
