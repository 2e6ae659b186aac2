import { type DocumentTemplate, documentTokens, itemTokens, referenceToken } from "./document-types";
import type { Law } from "./load-law";
import type { PlaybookStep } from "./types";

/** The errors of the documents: unknown words in braces, and keys that cannot be resolved. */
export function brokenDocuments(law: Law): string[] {
  const all = law.playbooks.flatMap((p) => Object.values(p.steps));
  const steps = new Set(all.map((step) => step.key));
  const rungs = new Set(all.flatMap((step) => (step.rungs ?? []).map((rung) => rung.key)));
  return law.documents.flatMap((template) => {
    const lost = (what: string, key: string | undefined | null, known: boolean) =>
      key && !known ? [`no ${what} ${key}`] : [];
    return [
      ...unknownTokens(template, law),
      ...template.steps.flatMap((key) => lost("step", key, steps.has(key))),
      ...lost("rung", template.rung, rungs.has(template.rung ?? "")),
      ...lost(
        "platform",
        template.platform,
        law.platforms.some((p) => p.key === template.platform),
      ),
      ...lost(
        "process",
        template.authority?.process,
        law.processes.some((p) => p.key === template.authority?.process),
      ),
    ].map((what) => `document ${template.key}: ${what}`);
  });
}

const braces = /\{([^{}]*)\}/g;

/** Every text of a template that may take something from the case, with the list whose things it speaks of. */
function texts(template: DocumentTemplate): { text: string; each?: keyof typeof itemTokens }[] {
  const plain = [template.title, ...template.addressee];
  const inBlocks = template.blocks.flatMap((block): { text: string; each?: keyof typeof itemTokens }[] => {
    if (block.kind === "numbered") return [{ text: block.text, ...(block.each ? { each: block.each } : {}) }];
    if (block.kind === "field") return [block.label, block.value, block.hint ?? ""].map((text) => ({ text }));
    if (block.kind === "oath") return [block.heading, ...block.lines, ...block.blanks].map((text) => ({ text }));
    if (block.kind === "signature") return [block.who, ...block.blanks].map((text) => ({ text }));
    if (block.kind === "table") return [{ text: block.caption }];
    if (block.kind === "prompt") return [block.text, block.value ?? ""].map((text) => ({ text }));
    return block.kind === "annexures" ? [{ text: block.mark }] : [{ text: block.text }];
  });
  return [...plain.map((text) => ({ text })), ...inBlocks];
}

function unknownTokens(template: DocumentTemplate, law: Law): string[] {
  const kinds = new Set(law.referenceKinds.map((k) => k.key));
  return texts(template).flatMap(({ text, each }) =>
    [...text.matchAll(braces)]
      .map((found) => found[1] ?? "")
      .filter((token) => !isKnown(token, each ? itemTokens[each] : [], kinds))
      .map((token) => `no token {${token}}`),
  );
}

function isKnown(token: string, ofItem: readonly string[], kinds: ReadonlySet<string>): boolean {
  if (referenceToken.test(token)) return kinds.has(token.split(".")[1] ?? "");
  return ofItem.includes(token) || (documentTokens as readonly string[]).includes(token);
}

/** What a playbook needs and no template of its countries provides: a kind of document, or the one for a level. */
export function missingDocuments(law: Law): string[] {
  return law.playbooks.flatMap((playbook) => {
    const here = ["", playbook.home.code, playbook.there.code];
    const fitting = law.documents.filter((template) => here.includes(template.jurisdiction));
    return Object.values(playbook.steps).flatMap((step) =>
      missingOf(step, fitting).map(
        (what) => `playbook ${playbook.pair} version ${playbook.version}, step ${step.key}: no paper ${what}`,
      ),
    );
  });
}

function missingOf(step: PlaybookStep, fitting: readonly DocumentTemplate[]): string[] {
  const wanted = [
    step.produces.document ?? [],
    ...step.doneWhen.map((rule) => (rule.by === "document" ? rule.document : [])),
  ].flat();
  const kinds = [...new Set(wanted)].filter((kind) => !fitting.some((template) => template.kind === kind));
  const rungs = (step.rungs ?? [])
    .filter(
      (rung) =>
        rung.document && !fitting.some((template) => template.kind === rung.document && template.rung === rung.key),
    )
    .map((rung) => `${rung.document} for rung ${rung.key}`);
  return [...kinds, ...rungs];
}
