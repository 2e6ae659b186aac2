export const erasedKinds = ["case", "client"] as const;
export type ErasedKind = (typeof erasedKinds)[number];

export const grounds = ["kept_long_enough", "client_asked", "opened_in_error", "no_ground_left"] as const;
export type Ground = (typeof grounds)[number];

export type ErasureState = "waiting" | "released" | "refused" | "stopped" | "erased" | "done";

export type ErasureView = {
  id: string;
  of: ErasedKind;
  code: string;
  ground: Ground;
  /** Null once erased: it went with the key. */
  reason: string | null;
  withClient: boolean;
  state: ErasureState;
  askedById: string;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  erasedAt: Date | null;
};

/** All that is left of a case or a client. */
export type Tombstone = {
  of: ErasedKind;
  code: string;
  ground: Ground;
  at: Date;
  askedBy: string;
  releasedBy: string;
};

/** What to consider before a case is erased; a hold, a restriction and an open case prevent it. */
export type ErasureCheck = {
  id: "hold" | "restricted" | "closed" | "with_police" | "last_case" | "list";
  stops: boolean;
  text: string;
};

/** One line of `npm run erased`: what a restored backup must lose again. */
export type ErasedLine = {
  org: string;
  of: ErasedKind;
  id: string;
  code: string;
  keys: string[];
  ground: Ground;
  askedBy: string;
  releasedBy: string;
  at: string;
};
