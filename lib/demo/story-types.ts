import type { Signer } from "@/lib/documents/types";
import type { DemoKey } from "./people";
import type { Screen } from "./screens";

/** Days before today, so that the demonstration is fresh whenever it is loaded. */
export type Ago = number;

export type Act = { ago: Ago } & (StepAct | NumberAct | PaperAct | FileAct);

/** What happens on a rung of the ladder. */
export type StepAct =
  | { begin: string; note?: string }
  | { submit: string; at?: string; note?: string }
  | { outcome: string; note: string; goesOn?: boolean }
  | { contact: string; note: string; dueIn?: number }
  | { skip: string; reason: string }
  | { refused: string; at: string; office: string; officer?: string; words?: string; witnesses?: string }
  /** The newest refusal of the case goes to a higher rung. */
  | { raise: string; why: string };

type Came = { issuer?: string; station?: string; via: "sms" | "phone" | "paper" | "email" | "portal" };

/** Numbers from outside. A CAS number is written from its serial and the month in which it was given. */
export type NumberAct =
  | ({ number: string; raw?: string; serial?: number; odd?: boolean } & Came)
  | { awaited: string; note: string }
  | { amend: string; raw: string; why: string }
  | { secret: string; label: string; words: string };

/** Papers, found again by their template. Answers go by the beginning of what a piece asks, or by its label. */
export type PaperAct =
  | { draft: string; as: Signer; exhibits?: readonly string[] }
  | { finish: string; answers: Readonly<Record<string, string>>; instead?: Readonly<Record<string, string>> }
  | { swear: string; exhibit: number }
  | { post: string };

/** What goes on the file; exhibits and accounts are counted from 0. */
export type FileAct =
  | { keep: number; askedBy: string /** Days until the answer. */; answer: number; days: number; note?: string }
  | { authority: string; exhibit: number }
  | { close: string; note: string };

export type StoryAccount = {
  platform: string;
  handle: string;
  id?: string;
  url?: string;
  confidence: "confirmed" | "probable";
  why?: string;
};
export type StoryIncident = {
  ago: Ago;
  at: string;
  nature: string;
  event?: boolean;
  account?: number;
  words?: string;
  what: string;
  /** What it shows that the subject knew. */
  shows?: "told_to_stop" | "blocked" | "replied_knowing" | "new_account_after_block";
};
export type StoryExhibit = {
  ago: Ago;
  at: string;
  name: string;
  screen: Screen;
  words: string;
  description: string;
  incident?: number;
};

export type Story = {
  pseudonym: string;
  /** The first pair of the house when left out. */
  pair?: string;
  /** Where the client lives; the zone of the office when left out. */
  zone?: string;
  owner: Extract<DemoKey, "thandi" | "anele">;
  risk: "standard" | "elevated" | "high";
  inDanger?: boolean;
  matter: string;
  opened: Ago;
  client: { name: string; phone: string; address: string };
  subject: { allegedName?: string; allegedPlace?: string };
  accounts: readonly StoryAccount[];
  incidents: readonly StoryIncident[];
  exhibits: readonly StoryExhibit[];
  acts: readonly Act[];
};
