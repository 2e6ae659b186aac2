/** Wrong codes before a link is locked, permitted downloads, and hours from the approval. */
export const limits = { tries: 5, downloads: 3, hours: 72 } as const;

export type FirstLinkEventName =
  | "made"
  | "released"
  | "revoked"
  | "shortened"
  | "wrong_code"
  | "locked"
  | "redeemed"
  | "code_again"
  | "other_browser"
  | "downloaded"
  | "used_up"
  | "refused";

/** The state of a link, as members on the case see it. */
export type FirstLinkState = "waiting" | "open" | "redeemed" | "locked" | "expired" | "revoked";

type FirstLinkEventView = {
  id: string;
  event: FirstLinkEventName;
  at: Date;
  by: string | null;
  note: string | null;
};

/** One link as members on the case see it. It contains neither the secret nor the code: nobody can read them again. */
export type FirstLinkView = {
  id: string;
  state: FirstLinkState;
  liaisonId: string;
  officer: string;
  madeBy: string;
  madeAt: Date;
  releasedBy: string | null;
  expiresAt: Date | null;
  triesLeft: number;
  downloadsLeft: number;
  /** There is an event at the link that no member on the case has marked as seen. */
  unseen: boolean;
  /** Why the viewer cannot approve it; null if they can, and for a link that is not pending. */
  whyNotRelease: string | null;
  events: FirstLinkEventView[];
};
