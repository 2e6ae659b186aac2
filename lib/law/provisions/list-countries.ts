import type { Law } from "@/lib/law/jurisdictions/rules";

/** The countries that the ladders name, once each, in the order of the data. */
export function listCountries(law: Law): { code: string; name: string }[] {
  const all = law.playbooks.flatMap((playbook) => [playbook.home, playbook.there]);
  const codes = [...new Set(all.map((country) => country.code))];
  return codes.flatMap((code) => {
    const found = all.find((country) => country.code === code);
    return found ? [{ code, name: found.name }] : [];
  });
}
