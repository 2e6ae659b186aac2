import "server-only";
import type { cases, receivingSystems, referrals } from "@/db/schema";
import { referralPlace } from "@/lib/casework/referrals/rules";
import { mappedFacts } from "@/lib/integrations/receiving-systems/rules";
import type { SentFact } from "@/lib/integrations/receiving-systems/types";
import type { Vault } from "@/lib/kernel/access/vault";
import { officeZone } from "@/lib/law/office/rules";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { civilDate } from "@/lib/platform/time/clock";
import type { Outgoing } from "./types";

type From = {
  found: typeof cases.$inferSelect;
  referral: typeof referrals.$inferSelect;
  system: Pick<typeof receivingSystems.$inferSelect, "id" | "mapping">;
  vault: Vault;
};

/** What would leave: the facts that an administrator mapped, as they are now. An empty fact is left out. */
export function planOutgoing({ found, referral, system, vault }: From): Outgoing {
  const facts: Record<SentFact, string> = {
    code: found.code,
    pseudonym: found.pseudonym,
    openedOn: civilDate(found.openedAt, officeZone()),
    countries: found.pair,
    risk: found.riskAssessed ? found.risk : "",
    danger: found.inDanger ? "yes" : "no",
    consent: referral.consent,
    consentOn: referral.consentOn ?? "",
    purpose: vault.open(referralPlace(referral.id, "purpose"), referral.purpose),
    passedOn: vault.open(referralPlace(referral.id, "passed_on"), referral.passedOn),
  };
  const fields = mappedFacts(system.mapping).flatMap((fact) =>
    facts[fact] === "" ? [] : [{ fact, name: system.mapping[fact] ?? "", value: facts[fact] }],
  );
  return { systemId: system.id, fields, seen: sha256Hex(JSON.stringify([referral.id, system.id, fields])) };
}
