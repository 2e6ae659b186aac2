import type { WhereHeld } from "./types";

/** Where a holder is, as seen from a case of this pair. */
export function whereHeld(country: string | null, pair: string): WhereHeld {
  const [home, there] = pair.split("-");
  if (country === null) return "unknown";
  if (country === there) return "there";
  return country === home ? "home" : "elsewhere";
}
