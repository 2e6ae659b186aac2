import type { TakedownState } from "@/lib/escalation/steps/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

export const itemKinds = ["post", "account", "message", "image"] as const;
export type ItemKind = (typeof itemKinds)[number];

export const routes = ["in_product", "form", "email", "take_it_down"] as const;
export type Route = (typeof routes)[number];

export const onlookers = ["us", "client", "other"] as const;
export type Onlooker = (typeof onlookers)[number];

/** Who looked, as the history says it: a person, a person by the browser extension, or the checker. */
export type Looker = Onlooker | "extension" | "checker";

/** What the checker found when it found nothing certain. */
export type Unclear = "sign_in" | "unclear";

export const platformAnswers = ["removed", "refused", "more_asked", "closed", "appealed"] as const;
type PlatformAnswer = (typeof platformAnswers)[number];

export type EntryKind = "reported" | "numbered" | PlatformAnswer | Look;

/** What a look found; the last two say nothing of the item. */
export type Look = "seen_up" | "seen_gone" | "seen_sign_in" | "seen_unclear";

/** A view of the list. */
export type ListFilter = "to_report" | "waiting" | "refused" | "ended";

/** One entry as the rules read it. */
export type Entry = {
  event: EntryKind;
  route: Route | null;
  happenedOn: CivilDate;
  happenedAt: Date | null;
  appealBy: CivilDate | null;
  referenceId: string | null;
};

/** What the entries of an item come to. */
export type Standing = {
  state: TakedownState;
  reportedOn: CivilDate | null;
  reportedAt: Date | null;
  /** How it was reported last. */
  route: Route | null;
  noticeOn: CivilDate | null;
  noticeAt: Date | null;
  lastOn: CivilDate | null;
  refusedOn: CivilDate | null;
  appealBy: CivilDate | null;
  appealedOn: CivilDate | null;
  endedOn: CivilDate | null;
  /** What the last look found; null if nobody looked. */
  seen: { up: boolean; on: CivilDate } | null;
  /** The last look since then that found nothing certain. */
  unclear: { why: Unclear; on: CivilDate } | null;
  referenceIds: string[];
};

/** What a case has of addresses and accounts. */
export type Sources = {
  accounts: {
    id: string;
    number: number;
    platform: string;
    handle: string;
    url: string | null;
    exhibitIds: string[];
  }[];
  incidents: { id: string; code: string; accountId: string | null; url: string | null; exhibitIds: string[] }[];
  exhibits: {
    id: string;
    code: string;
    accountId: string | null;
    platform: string | null;
    url: string | null;
    permalink: string | null;
  }[];
  sightings: { id: string; platform: string | null; url: string }[];
};

/** An item as its row says, opened. */
export type Item = {
  id: string;
  number: number;
  kind: ItemKind;
  platform: string;
  url: string | null;
  what: string | null;
  accountId: string | null;
  incidentId: string | null;
  exhibitId: string | null;
};

/** An incident or exhibit that shows an item, with its page below the case. */
export type Showing = { kind: "incident" | "exhibit"; code: string; path: string };

export type TakedownView = {
  id: string;
  /** `TD-1` */
  code: string;
  kind: ItemKind;
  platform: string;
  platformName: string;
  /** The address, or the handle of an account that has none. */
  where: string | null;
  isAddress: boolean;
  what: string | null;
  accountId: string | null;
  showing: Showing[];
  standing: Standing;
  /** The report IDs that the platform gave for it. */
  reportIds: string[];
  /** It has an entry that can be undone. */
  canUndo: boolean;
};

/** Something of the case that is not on the list yet. */
export type Candidate = {
  /** `account:<id>`, `incident:<id>`, `exhibit:<id>`, `sighting:<id>` */
  key: string;
  kind: ItemKind;
  platform: string;
  platformName: string;
  where: string;
  from: string;
};

export type TakedownList = {
  items: TakedownView[];
  candidates: Candidate[];
  /** Platforms on which the case has something, then the others. */
  platforms: { value: string; label: string; group: string }[];
  accounts: { value: string; label: string }[];
  today: CivilDate;
  zone: string;
  closed: boolean;
};

export type HistoryLine = {
  id: string;
  event: EntryKind;
  route: Route | null;
  on: CivilDate;
  at: Date | null;
  seenBy: Looker | null;
  proof: { id: string; code: string } | null;
  /** What the checker was answered. */
  answered: CheckProof | null;
  reportId: string | null;
  note: string | null;
  by: string;
  recordedAt: Date;
  undone: boolean;
};

/** What the checker keeps of an answer. */
export type CheckProof = {
  /** The status of the last answer; null when there was none. */
  status: number | null;
  /** Headers that say something of the answer itself. */
  headers: Record<string, string>;
  /** Bytes as read, and their hash; null when no page was read. */
  bytes: number | null;
  sha256: string | null;
  /** How many redirects were followed, each on the list. */
  redirects: number;
  /** The rule by which it was read, or why nothing is certain. */
  rule: string;
};

/** One look at an item. */
export type LookFact = {
  id: string;
  found: Look;
  on: CivilDate;
  /** The instant, where a machine looked or somebody had the page open. */
  at: Date | null;
  seenBy: Looker;
  byId: string | null;
  proofExhibitId: string | null;
  answered: CheckProof | null;
};

/** An address of the list, the exhibits that were captured there, and its looks in order. */
export type LookedAt = { id: string; code: string; exhibitIds: string[]; looks: LookFact[] };

/** The same as the page of an exhibit shows it. */
export type ExhibitLooks = {
  items: { id: string; code: string }[];
  looks: (Pick<LookFact, "id" | "found" | "on" | "at" | "seenBy"> & { by: string })[];
};

export type TakedownPage = {
  item: TakedownView;
  history: HistoryLine[];
  /** What to weigh before it is reported. */
  tipOff: string | null;
  /** The address of the platform's own form, where the law data has it. */
  reportPage: string | null;
  victimRoute: string;
  /** Numbers of this platform that no item has. */
  loose: { value: string; label: string }[];
  /** The step of the TAKE IT DOWN notice, where the playbook has one. */
  noticeStep: string | null;
  /** `14 days`: how long an appeal is open when the platform names no day. */
  appealWithin: string | null;
  today: CivilDate;
  zone: string;
  closed: boolean;
};
