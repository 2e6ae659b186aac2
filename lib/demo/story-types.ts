import type { Box } from "@/lib/derivatives/types";
import type { Signer } from "@/lib/documents/types";
import type { CaptureMethod, Sensitivity, TimeSource } from "@/lib/evidence/types";
import type { StepAnswer } from "@/lib/steps/types";
import type { DemoKey } from "./people";
import type { Screen } from "./screens";

/** Days before today, so that the demonstration is fresh whenever it is loaded. */
export type Ago = number;

export type Act = { ago: Ago } & (StepAct | NumberAct | PaperAct | FileAct | EvidenceAct);

/** What happens on a rung of the ladder. */
export type StepAct =
  /** `to`: the platform, on the step of which there is one for each. */
  | { begin: string; to?: string; note?: string }
  | { submit: string; to?: string; at?: string; note?: string }
  | { outcome: string; to?: string; answer?: StepAnswer; note: string; goesOn?: boolean }
  | { contact: string; to?: string; note: string; dueIn?: number }
  | { skip: string; to?: string; reason: string }
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

/** What is done with exhibits and the identity board; exhibits are counted from 0. */
export type EvidenceAct =
  /** Has an export read. Who is not the client is the newest account of the board; `pick`: how chosen messages begin. */
  | { chat: number; client: string; pick: readonly string[]; nature: string }
  | { link: string; handle: string; why: string }
  | { phone: string; why: string }
  | { mask: number; box: Box; why: string }
  /** Somebody had the hashes computed again. */
  | { check: readonly number[] }
  /** Somebody looked again at the addresses of these. */
  | { look: readonly number[]; found: string };

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
/** One line of a chat; without `by` it is a notice of the program. */
export type ChatLine = { ago: Ago; at: string; by?: string; words: string };

/** A mail and the servers it went through, the first one first. `after`: seconds after it was sent. */
export type StoryMail = {
  ago: Ago;
  at: string;
  from: string;
  to: string;
  subject: string;
  hops: readonly { from: string; ip: string; by: string; after: number }[];
  words: string;
};

type Shown = { screen: Screen; method?: CaptureMethod } | { chat: readonly ChatLine[] } | { mail: StoryMail };

export type StoryExhibit = Shown & {
  ago: Ago;
  at: string;
  name: string;
  words: string;
  description: string;
  incident?: number;
  /** The account it shows, counted from 0, and its address. */
  account?: number;
  url?: string;
  /** Which clock its time was read from; left out, a certificate lacks it. */
  clock?: TimeSource;
  sensitivity?: Sensitivity;
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
