/** Wrong codes after which a link is locked, files that can be taken, and hours from the release. */
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

/** How a link stands for the people of the case. */
export type FirstLinkState = "waiting" | "open" | "redeemed" | "locked" | "expired" | "revoked";

type FirstLinkEventView = {
  id: string;
  event: FirstLinkEventName;
  at: Date;
  by: string | null;
  note: string | null;
};

/** One link as the people of the case see it. Neither secret nor code is in it: nobody can read them again. */
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
  /** Something happened at it that nobody of the case has noted as seen. */
  unseen: boolean;
  /** Why whoever looks cannot release it; null when they can, and for a link that does not wait. */
  whyNotRelease: string | null;
  events: FirstLinkEventView[];
};
