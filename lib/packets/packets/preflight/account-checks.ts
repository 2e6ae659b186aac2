import { factsOf } from "../facts/compute-facts";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { type Checks, codes, fail, none, type Outcome, pass } from "./outcome";

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
    if (snapshot.accounts.length === 0) return fail("No account is recorded.");
    const { preservation } = factsOf(snapshot);
    const of = (some: typeof preservation) => some.map((fact) => fact.account).join(", ");
    const loose = preservation.filter((candidate) => !candidate.held);
    const endless = preservation.filter((candidate) => candidate.held && !candidate.until);
    const unnumbered = preservation.filter((candidate) => candidate.held && candidate.until && !candidate.reference);
    const missing = [
      loose.length > 0 ? `Nothing is kept of ${of(loose)}.` : "",
      endless.length > 0 ? `Until when is not recorded for ${of(endless)}.` : "",
      unnumbered.length > 0 ? `Kept, and the number of the provider is not recorded for ${of(unnumbered)}.` : "",
    ].filter(Boolean);
    return missing.length === 0 ? pass("Each account is preserved.") : fail(missing.join(" "));
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
