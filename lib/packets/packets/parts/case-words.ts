/** A node of JSON-LD: an id, a type, and its properties. */
export type Node = { "@id": string; "@type": string; [property: string]: unknown };

/** The CASE 1.4.0 and UCO terms that a bundle uses. Nothing is fetched: the context is in the file. */
export const caseContext = {
  investigation: "https://ontology.caseontology.org/case/investigation/",
  action: "https://ontology.unifiedcyberontology.org/uco/action/",
  core: "https://ontology.unifiedcyberontology.org/uco/core/",
  identity: "https://ontology.unifiedcyberontology.org/uco/identity/",
  observable: "https://ontology.unifiedcyberontology.org/uco/observable/",
  tool: "https://ontology.unifiedcyberontology.org/uco/tool/",
  types: "https://ontology.unifiedcyberontology.org/uco/types/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

export const instantOf = (at: string) => ({ "@type": "xsd:dateTime", "@value": at });
export const refTo = (id: string) => ({ "@id": id });

/** A node without unknown properties: JSON-LD expresses "not recorded" by omission. */
export function nodeOf(id: string, type: string, properties: Record<string, unknown>): Node {
  const known = Object.entries(properties).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return { "@id": id, "@type": type, ...Object.fromEntries(known) };
}
