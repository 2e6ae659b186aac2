import type { AskKind, AskWords, askClasses } from "@/lib/law/jurisdictions/ask-types";

export type AskClass = (typeof askClasses)[number];

/** Where the data of an account is, as seen from the case: at home, in the country that is asked, or in neither. */
export type WhereHeld = "there" | "home" | "elsewhere" | "unknown";

/** An account with who holds its data. */
export type AskAccount = {
  code: string;
  platform: string;
  /** The legal entity, with the law sources that name it; null if none does. */
  entity: { name: string; law: string[] } | null;
  country: string | null;
  where: WhereHeld;
  /** The identifier that the provider goes by, with the handle: `17841400000000142 (harrow.example.one)`. */
  identifier: string;
  /** Which records exist in each class, in the provider's words; null: none; left out: not read. */
  gives: Partial<Record<AskClass, string | null>>;
};

/** An incident of an account: something that was done with it, or that shows what its user knew. */
export type AskAct = { code: string; account: string | null; at: Date; exact: boolean; zone: string };

/** Something of the record that a kind of assistance may be asked about. */
export type AskedOf = {
  value: string;
  accounts: string[];
  from: Date | null;
  to: Date | null;
  /** The acts that its exhibit shows, such as the mail in whose route an address stands: they say when it was used. */
  acts?: string[];
};

/** Everything of a case that its requests are made from. */
export type AskGiven = {
  accounts: AskAccount[];
  acts: AskAct[];
  /** IP addresses, telephone numbers of the other country, and subjects with an alleged name and place. */
  addresses: AskedOf[];
  numbers: AskedOf[];
  persons: AskedOf[];
  /** Mails among the exhibits from whose route nobody has recorded an address. */
  mails?: string[];
  words: AskWords | null;
};

/** A time that is asked for. Instants in ISO 8601, UTC. */
export type AskWindow = { from: string; to: string; acts: string[] };

/** `creation` of the account, and the day of the `answer`. */
export type AskRange = {
  from: string | null;
  to: string | null;
  acts: string[];
  /** The one thing of several that is asked about for this time, such as an address. */
  of?: string;
};

/**
 * One thing that may be asked for: of whom, what and for which times, before a person chose. `key` is where the draft
 * says whether it is asked for: `A1.traffic`, or the kind of assistance.
 */
export type Proposal = {
  key: string;
  kind: AskKind;
  holder: { name: string; entity: string | null; country: string | null; law: string[] };
  accounts: string[];
  identifier: string | null;
  records: string;
  ranges: AskRange[];
};

/** What the record does not hold, in words: for the receiver to know what follows, or for the sender to put right. */
export type AskGap = { for: "receiver" | "sender"; kind: string; accounts: string[]; text: string };

/** For the sender only: data that is had at home, so the other country is not asked for it. */
export type AtHome = { account: string; holder: string; text: string; law: string[] };

export type Proposed = { proposals: Proposal[]; gaps: AskGap[]; atHome: AtHome[] };
