/** `I-1` for an act, `C-1` for another event: the codes that packets print. */
export function incidentCode(kind: "act" | "event", number: number): string {
  return `${kind === "act" ? "I" : "C"}-${number}`;
}

/** `E-01` */
export function exhibitCode(number: number): string {
  return `E-${String(number).padStart(2, "0")}`;
}
