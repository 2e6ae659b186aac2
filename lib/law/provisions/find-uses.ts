import { findOffence, type Law } from "@/lib/law/jurisdictions/rules";
import type { DualCriminality, PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { nameOffence } from "./name-offence";
import type { LawEntry, LawUse } from "./types";

/** Where an entry is used: steps of the newest playbooks, pairings and documents. */
export function findUses(entry: Pick<LawEntry, "part" | "key">, law: Law): LawUse[] {
  return [...inSteps(entry, law), ...inPairings(entry, law), ...ofPairing(entry, law), ...inPapers(entry, law)];
}

const names: Partial<Record<LawEntry["part"], (step: PlaybookStep, key: string) => boolean>> = {
  agencies: (step, key) => step.agencies.includes(key),
  clocks: (step, key) =>
    step.clocks.some((clock) => clock.code === key) || (step.rungs ?? []).some((r) => r.clockCode === key),
  numbers: (step, key) =>
    step.produces.references.includes(key) ||
    step.prerequisites.some((prerequisite) => "anyOf" in prerequisite && prerequisite.anyOf.includes(key)) ||
    step.doneWhen.some((condition) => "anyOf" in condition && condition.anyOf.includes(key)),
  facts: (step, key) => (step.rungs ?? []).some((rung) => `consent-${rung.authority}` === key),
};

function inSteps({ part, key }: Pick<LawEntry, "part" | "key">, law: Law): LawUse[] {
  const uses = names[part];
  if (!uses) return [];
  return law.playbooks.flatMap((playbook) => {
    const where = t("Ladder {name} to {name2}, version {version}", {
      name: playbook.home.name,
      name2: playbook.there.name,
      version: playbook.version,
    });
    const at = (step: string) => `${playbook.pair} ${playbook.version} ${step}`;
    const steps = Object.values(playbook.steps).filter((step) => uses(step, key));
    const whole = part === "clocks" && playbook.caseClocks.some((caseClock) => caseClock.code === key);
    return [
      ...steps.map((step) => ({ key: at(step.key), where, words: step.title, entry: null })),
      ...(whole ? [{ key: at("case"), where, words: t("The whole case"), entry: null }] : []),
    ];
  });
}

const rows = (law: Law): DualCriminality[] => Object.values(law.dualCriminality).flat();

function inPairings({ part, key }: Pick<LawEntry, "part" | "key">, law: Law): LawUse[] {
  if (part !== "offences") return [];
  return rows(law)
    .filter((row) => row.home.includes(key) || row.there.includes(key))
    .map((row) => ({
      key: row.key,
      where: "Pairing",
      words: `${citations(row.home, law)}${row.homeNote ? `, ${row.homeNote}` : ""}: ${row.thereText}`,
      entry: { part: "pairings", key: row.key },
    }));
}

function ofPairing({ part, key }: Pick<LawEntry, "part" | "key">, law: Law): LawUse[] {
  if (part !== "pairings") return [];
  const named = rows(law).filter((row) => row.key === key);
  return named.flatMap((row) =>
    [...row.home, ...row.there].flatMap((offence) => {
      const found = findOffence(offence, law);
      if (!found) return [];
      const where = row.home.includes(offence) ? t("Offence at home") : t("Offence there");
      return {
        key: offence,
        where,
        words: nameOffence(offence, law),
        entry: { part: "offences" as const, key: offence },
      };
    }),
  );
}

const citations = (keys: readonly string[], law: Law) => keys.map((key) => nameOffence(key, law)).join("; ");

function inPapers({ part, key }: Pick<LawEntry, "part" | "key">, law: Law): LawUse[] {
  if (part !== "facts" || !key.startsWith("consent-")) return [];
  return law.documents
    .filter((paper) => `consent-${paper.authority?.process}` === key)
    .map((paper) => ({ key: paper.key, where: "Paper", words: paper.title, entry: null }));
}
