import type { PacketSnapshot } from "@/lib/packets/snapshot";
import { civilDate } from "@/lib/platform/clock";

type Release = Pick<
  PacketSnapshot["releases"][number],
  "code" | "roles" | "exhibits" | "signedOn" | "expiresOn" | "revokedOn" | "identity" | "crossBorderBasis"
>;
type Receiver = { role: string; name: string };

/** What is about to leave: exhibits by their codes, to whom, on which day (`2026-11-24`, where the client is). */
export type Leaving = {
  releases: readonly Release[];
  exhibits: readonly { code: string }[];
  receivers: readonly Receiver[];
  day: string;
};

/** What a receiver may not have on that day: which exhibits must come out, and whether who and where the client is. */
export type Uncovered = {
  receiver: string;
  role: string;
  exhibits: string[];
  identity: boolean;
  /** Why no release speaks for this receiver at all; null when one does and is narrower. */
  without: string | null;
};

/** Signed, not run out (its last day counts) and not revoked. */
export function isValidOn(release: Release, day: string): boolean {
  const revoked = release.revokedOn !== null && release.revokedOn <= day;
  return !revoked && release.signedOn <= day && (release.expiresOn === null || release.expiresOn >= day);
}

/** The day of a packet, where the client is. */
export function dayOfPacket(snapshot: PacketSnapshot): string {
  return civilDate(new Date(snapshot.packet.builtAt), snapshot.zones.home);
}

export function leavingWith(snapshot: PacketSnapshot): Leaving {
  const { releases, exhibits, receivers } = snapshot;
  return { releases, exhibits, receivers, day: dayOfPacket(snapshot) };
}

/**
 * What no valid release lets each receiver have. Empty when everything may go. An entry with no exhibit and `identity`
 * alone holds back the sealed annex and not the served part; one with `without` holds back both.
 */
export function uncovered(given: PacketSnapshot | Leaving): Uncovered[] {
  const { releases, exhibits, receivers, day } = "packet" in given ? leavingWith(given) : given;
  return receivers.flatMap(({ role, name }) => {
    const meant = releases.filter((release) => release.roles.includes(role));
    const valid = meant.filter((release) => isValidOn(release, day));
    const covered = new Set(valid.flatMap((release) => release.exhibits));
    const out = exhibits.filter(({ code }) => !covered.has(code)).map(({ code }) => code);
    const identity = !valid.some((release) => release.identity);
    if (valid.length > 0 && out.length === 0 && !identity) return [];
    return [{ receiver: name, role, exhibits: out, identity, without: valid.length > 0 ? null : whyNone(meant, day) }];
  });
}

function whyNone(releases: readonly Release[], day: string): string {
  if (releases.length === 0) return "no release names this receiver";
  return releases.map((release) => whyInvalid(release, day)).join("; ");
}

function whyInvalid({ code, revokedOn, signedOn, expiresOn }: Release, day: string): string {
  if (revokedOn !== null && revokedOn <= day) return `${code} was revoked on ${revokedOn}`;
  if (signedOn > day) return `${code} is signed on ${signedOn}, later than this day`;
  return `${code} ran out on ${expiresOn}`;
}
