export type Turn = "owner" | "reviewer";

type ReplyView = { id: string; words: string; by: string; at: Date };

/** A supervisor's note and its replies. `turn`: who must answer; null once it is closed. */
export type ReviewView = {
  id: string;
  caseId: string;
  note: string;
  wantsAnswer: boolean;
  writtenBy: string;
  writtenById: string;
  writtenAt: Date;
  turn: Turn | null;
  closedAt: Date | null;
  closedBy: string | null;
  replies: ReplyView[];
};

/** A review note in a list of several cases. */
export type ReviewItem = {
  id: string;
  caseId: string;
  pseudonym: string;
  code: string;
  note: string;
  wantsAnswer: boolean;
  by: string;
  at: Date;
  turn: Turn;
};

/** An open case and when it was last reviewed; null if never. */
export type ReviewedCase = {
  caseId: string;
  pseudonym: string;
  code: string;
  ownerId: string;
  ownerName: string;
  openedAt: Date;
  lastReviewedAt: Date | null;
};
