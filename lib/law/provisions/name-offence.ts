import { findOffence, type Law } from "@/lib/law/jurisdictions/rules";

/** The citation of an offence; with its title where the citation alone names several, as "Common law" does. */
export function nameOffence(key: string, law: Law): string {
  const offence = findOffence(key, law);
  if (!offence) return key;
  const alike = law.offences.filter((candidate) => candidate.citation === offence.citation).length;
  return alike > 1 ? `${offence.title} (${offence.citation})` : offence.citation;
}
