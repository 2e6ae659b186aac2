/** Why a case was found, in words: "CAS number Fynbos Road CAS 212/10/2026". */
type Reason = { what: string; value: string };

/** One way in which one case was found. */
export type Match = { caseId: string; reason: Reason; exact: boolean };

export type Hit = {
  caseId: string;
  code: string;
  pseudonym: string;
  pair: string;
  ownerName: string;
  closedAt: Date | null;
  reasons: readonly Reason[];
  /** A whole number, code or account agreed, not only the beginning of a name. */
  exact: boolean;
};

/** `sole`: the only case, found by something whole; the search box goes straight to it. */
export type Found = { hits: readonly Hit[]; sole: string | undefined };

/** A case on which an act can be begun. */
export type ActCase = { id: string; code: string; pseudonym: string; clientId: string; ownerId: string };
