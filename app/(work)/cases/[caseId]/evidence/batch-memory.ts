/** Details of the last batch by person and case: in the memory of this page alone, gone when it is closed. */
const last = new Map<string, Record<string, string>>();

/** Fields specific to the files just sent are reset. */
const particular = new Set([
  "description",
  "words",
  "incidentIds",
  "incidentIds.numbers",
  "postId",
  "permalink",
  "platformId",
  "caseId",
]);

export function rememberBatch(of: string, details: Record<string, unknown>): void {
  const kept = Object.entries(details).filter(([name, value]) => typeof value === "string" && !particular.has(name));
  last.set(of, Object.fromEntries(kept) as Record<string, string>);
}

export const lastBatch = (of: string): Record<string, string> | undefined => last.get(of);

export const forgetBatch = (of: string): boolean => last.delete(of);
