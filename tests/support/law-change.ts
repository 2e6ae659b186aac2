import { withTransaction } from "@/lib/kernel/access/ctx";
import { findOffence, type Law } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import type { Org } from "./org";

/** Where an administrator of a test read the law. The register is invented. */
export const proof = { source: "Invented register, page 1", mark: "V", checkedOn: "2026-11-20" };

/** What the form of an offence sends when only `change` was typed over. */
export function offenceForm(key: string, change: Record<string, string> = {}): Record<string, unknown> {
  const offence = findOffence(key);
  if (!offence) throw new Error(`no offence ${key}`);
  return {
    part: "offence",
    key,
    seen: "0",
    ...proof,
    reason: "A proclamation was read.",
    citation: offence.citation,
    maxPenalty: offence.maxPenalty,
    maxYears: String(offence.maxYears ?? ""),
    inForce: offence.inForce,
    inForceFrom: offence.inForceFrom ?? "",
    inForceUntil: offence.inForceUntil ?? "",
    listing: offence.listing,
    note: offence.note ?? "",
    ...change,
  };
}

/** The law as somebody of the organisation has it. */
export async function lawOf(org: Org): Promise<Law> {
  return withTransaction(await org.as("caseworker"), "read only", (scoped) => readLaw(scoped));
}
