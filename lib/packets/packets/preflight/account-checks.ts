import { t } from "@/lib/platform/language/translate";
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
    each(snapshot, (account) => account.provider?.entity, t("Each account has a legal entity."), t("No legal entity")),
  accounts_have_id: ({ snapshot }) => {
    const asked = new Set(snapshot.request.items.flatMap((item) => item.rows.flatMap((row) => row.accounts)));
    const bare = snapshot.accounts.filter((account) => !account.platformId && asked.has(account.code));
    const outcome = each(
      snapshot,
      (account) => account.platformId,
      t("Each account has its platform id."),
      t("No platform id"),
    );
    // Nobody but the platform can supply it, so a request for such an account has nothing to search for.
    return bare.length > 0 ? { ...outcome, grave: "requested_account" } : outcome;
  },
  accounts_linked: ({ snapshot }) => {
    const used = new Set(snapshot.incidents.map((incident) => incident.account));
    return each(
      snapshot,
      (account) => used.has(account.code) || account.link,
      t("Each account is linked to an act."),
      t("No act and no link recorded"),
    );
  },
  accounts_preserved: ({ snapshot }) => {
    if (snapshot.accounts.length === 0) return fail(t("No account is recorded."));
    const { preservation } = factsOf(snapshot);
    const of = (some: typeof preservation) => some.map((fact) => fact.account).join(", ");
    const loose = preservation.filter((candidate) => !candidate.held);
    const endless = preservation.filter((candidate) => candidate.held && !candidate.until);
    const unnumbered = preservation.filter((candidate) => candidate.held && candidate.until && !candidate.reference);
    const missing = [
      loose.length > 0 ? t("Not preserved: {loose}.", { loose: of(loose) }) : "",
      endless.length > 0 ? t("Until when is not recorded for {endless}.", { endless: of(endless) }) : "",
      unnumbered.length > 0
        ? t("Preserved, but the provider’s number is not recorded: {unnumbered}.", { unnumbered: of(unnumbered) })
        : "",
    ].filter(Boolean);
    return missing.length === 0 ? pass(t("Each account is preserved.")) : fail(missing.join(" "));
  },
  identity_stated: () => pass(t("Identity is stated, or stated as not known.")),
  identifiers_full: ({ snapshot }) => {
    const { matter, subjectIdentifiers } = snapshot.case;
    const known = snapshot.accounts.some((account) => account.platformId) || subjectIdentifiers.length > 0;
    const missing = [matter ? "" : t("what the matter is"), known ? "" : t("an identifier that does not change")];
    return none(missing.filter(Boolean), t("The matter and the identifiers are stated."), t("Not stated"));
  },
};

function each(
  { accounts }: PacketSnapshot,
  has: (account: PacketSnapshot["accounts"][number]) => unknown,
  ok: string,
  problem: string,
): Outcome {
  if (accounts.length === 0) return fail(t("No account is recorded."));
  return none(codes(accounts.filter((account) => !has(account))), ok, problem);
}
