const day = 24 * 60 * 60 * 1000;
const warnDays = 60;

/** Sixteen groups of four, as one reads them aloud. */
export function groupFingerprint(fingerprint: string): string[] {
  return fingerprint.toUpperCase().match(/.{1,4}/g) ?? [];
}

/** Whole days until it ends; negative once it has. */
export function daysLeft(validUntil: Date, now: Date): number {
  return Math.floor((validUntil.getTime() - now.getTime()) / day);
}

/** `soon` from 60 days before the end. */
export function endState(validUntil: Date, now: Date): "far" | "soon" | "over" {
  if (validUntil < now) return "over";
  return daysLeft(validUntil, now) < warnDays ? "soon" : "far";
}

/** Removes a private key that was pasted among certificates, so that the form does not show it again. */
export function withoutPrivateKeys(pem: string): string {
  return pem.replace(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*-----|$)/g, "");
}
