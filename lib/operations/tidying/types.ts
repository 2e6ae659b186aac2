/** A row whose bytes an earlier release kept as they came. `keyId`: what they are sealed under; null: not made yet. */
export type PlainFile = {
  of: "exhibit" | "packet";
  id: string;
  caseId: string;
  keyId: string | null;
  sha256: string;
  size: number;
};
