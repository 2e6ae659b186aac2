/** What a token may do: `cases:read`. What its member may not do, no scope permits. */
export const apiScopes = [
  "cases:read",
  "cases:write",
  "references:read",
  "references:write",
  "notes:write",
  "deadlines:read",
  "evidence:read",
  "evidence:write",
  "packets:read",
  "packets:write",
  "referrals:read",
  "releases:read",
  "rows:read",
] as const;
export type ApiScope = (typeof apiScopes)[number];

/** `left`: its member was removed or has another role since. */
export type ApiTokenState = "waiting" | "works" | "expired" | "ended" | "left";

export type ApiTokenView = {
  id: string;
  name: string;
  memberId: string;
  memberName: string;
  madeBy: string;
  madeAt: Date;
  expiresAt: Date;
  scopes: ApiScope[];
  networks: string[];
  state: ApiTokenState;
  /** The day, in UTC; null: never. */
  lastUsedOn: string | null;
};
