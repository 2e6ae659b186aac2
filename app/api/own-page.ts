import { noteAttempt } from "@/lib/platform/attempts";

/**
 * True when a page of another site, or of a neighbour on our own domain, had the browser ask. A download writes a line
 * in a log, so no such page may set one off. An address that was typed or kept, and a client that is no browser, pass.
 */
export function isAskedFromElsewhere(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  const elsewhere = site === "cross-site" || site === "same-site";
  if (elsewhere) noteAttempt("foreign_origin");
  return elsewhere;
}
