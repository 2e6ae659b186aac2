/** One thing that a case lacks, with where it is added: a path below `/`. */
export type MissingFact = { text: string; href: string };

/** What is missing for one purpose; nothing while it has all. */
export type MissingFor = { key: "contact" | "ground" | "statement" | "packet"; label: string; facts: MissingFact[] };
