import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { CoveringRelease, Ended, Uncovered } from "./types";

type Leaving = {
  releases: readonly CoveringRelease[];
  officerId: string;
  /** What would leave: exhibits by code, and whether who and where the client is. */
  exhibits: readonly string[];
  identity: boolean;
  day: CivilDate;
};

/**
 * What no release permits this officer to have on this day, by ids only: the same rule as `app.cover_of`. Releases add
 * up: two narrow ones may together cover a packet.
 */
export function whatMustComeOut({ releases, officerId, exhibits, identity, day }: Leaving): Uncovered {
  const meant = releases.filter((release) => release.officers.includes(officerId));
  const standing = meant.filter((release) => whyNotFor(release, officerId, day) === null);
  const covered = new Set(standing.flatMap((release) => release.exhibits));
  const bare = exhibits.filter((code) => !covered.has(code));
  const unknown = identity && !standing.some((release) => release.identity);
  const missed = (release: CoveringRelease) =>
    standing.length === 0 || bare.some((code) => release.exhibits.includes(code)) || (unknown && release.identity);
  return {
    named: meant.length > 0,
    standing: standing.map((release) => release.code),
    exhibits: bare,
    identity: unknown,
    ended: meant.filter(missed).flatMap((release) => whyNotFor(release, officerId, day) ?? []),
  };
}

/** Why a release that names this officer does not count for them on this day; null when it does. */
function whyNotFor(release: CoveringRelease, officerId: string, day: CivilDate): Ended | null {
  const off = release.takenOff.find(({ id }) => id === officerId);
  return off ? { code: release.code, why: "taken_off", on: off.on } : whyNotStanding(release, day);
}

/** Why a release is not in force for anybody on this day; null if it is. It is valid through its last day. */
export function whyNotStanding(
  { code, signedOn, expiresOn, revokedOn }: Omit<CoveringRelease, "officers" | "takenOff" | "exhibits" | "identity">,
  day: CivilDate,
): Ended | null {
  if (revokedOn) return { code, why: "revoked", on: revokedOn };
  if (expiresOn !== null && expiresOn < day) return { code, why: "expired", on: expiresOn };
  return signedOn > day ? { code, why: "not_yet", on: signedOn } : null;
}

const whyEnded = labelTable(
  () =>
    ({
      revoked: t("was revoked on"),
      taken_off: t("stopped naming this officer on"),
      expired: "ended on",
      not_yet: t("counts only from"),
    }) as const satisfies Record<Ended["why"], string>,
);

/** `REL-1 ended on 3 Nov 2026` */
export function endedWords({ code, why, on }: Ended): string {
  return `${code} ${whyEnded[why]} ${formatDate(on)}`;
}
