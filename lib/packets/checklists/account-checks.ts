import type { PacketSnapshot } from "@/lib/packets/snapshot";
import { type Checks, codes, fail, none, type Outcome, pass } from "./outcome";
import { dayOfPacket } from "./releases";

/** Accounts with a preservation reference that was issued and has not run out. */
export function preservedAccounts(snapshot: PacketSnapshot): Set<string> {
  const day = dayOfPacket(snapshot);
  const live = snapshot.references.filter(
    (one) =>
      one.type === "preservation" &&
      one.state === "issued" &&
      one.number &&
      one.expiresOn !== null &&
      one.expiresOn >= day,
  );
  return new Set(live.flatMap((one) => one.accounts));
}

/** Lines about the accounts, and whose they are. */
export const accountChecks: Checks<
  | "accounts_have_entity"
  | "accounts_have_id"
  | "accounts_linked"
  | "accounts_preserved"
  | "identity_stated"
  | "identifiers_full"
> = {
  accounts_have_entity: ({ snapshot }) =>
    each(snapshot, (account) => account.provider?.entity, "Each account has a legal entity.", "No legal entity"),
  accounts_have_id: ({ snapshot }) =>
    each(snapshot, (account) => account.platformId, "Each account has its platform id.", "No platform id"),
  accounts_linked: ({ snapshot }) => {
    const used = new Set(snapshot.incidents.map((incident) => incident.account));
    return each(
      snapshot,
      (account) => used.has(account.code) || account.link,
      "Each account is linked to an act.",
      "No act and no link recorded",
    );
  },
  accounts_preserved: ({ snapshot }) => {
    const held = preservedAccounts(snapshot);
    return each(
      snapshot,
      (account) => held.has(account.code),
      "Each account is preserved.",
      "No preservation reference with an expiry",
    );
  },
  identity_stated: () => pass("Identity is stated, or stated as not known."),
  identifiers_full: ({ snapshot }) => {
    const { matter, subjectIdentifiers } = snapshot.case;
    const known = snapshot.accounts.some((account) => account.platformId) || subjectIdentifiers.length > 0;
    const missing = [matter ? "" : "what the matter is", known ? "" : "an identifier that does not change"];
    return none(missing.filter(Boolean), "The matter and the identifiers are stated.", "Not stated");
  },
};

function each(
  { accounts }: PacketSnapshot,
  has: (account: PacketSnapshot["accounts"][number]) => unknown,
  ok: string,
  problem: string,
): Outcome {
  if (accounts.length === 0) return fail("No account is recorded.");
  return none(codes(accounts.filter((account) => !has(account))), ok, problem);
}
