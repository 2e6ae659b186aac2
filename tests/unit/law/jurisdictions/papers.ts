import type { DocumentTemplate, TemplateBlock } from "@/lib/law/jurisdictions/document-types";
import { findTemplate } from "@/lib/law/jurisdictions/rules";

export function need(key: string): DocumentTemplate {
  const template = findTemplate(key);
  if (!template) throw new Error(`No paper ${key}.`);
  return template;
}

/** Everything that is said in a block, to the reader and to the drafter. */
export function wordsOf(block: TemplateBlock): string[] {
  switch (block.kind) {
    case "field":
      return [block.label, block.value, block.hint ?? "", ...(block.choices ?? [])];
    case "oath":
      return [block.heading, ...block.lines, ...block.blanks];
    case "signature":
      return [block.who, ...block.blanks];
    case "table":
      return [block.caption];
    case "annexures":
      return [block.mark];
    default:
      return [block.text];
  }
}

export const textOf = (template: DocumentTemplate): string =>
  [template.title, template.purpose, ...template.addressee, ...template.blocks.flatMap(wordsOf)].join("\n");

export const mustsOf = (template: DocumentTemplate): string[] =>
  template.blocks.flatMap((block) => ("must" in block && block.must ? [block.must.element] : []));
