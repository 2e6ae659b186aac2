import { endedWords, whatMustComeOut, whyNotStanding } from "@/lib/packets/release-cover/rules";
import type { CoveringRelease } from "@/lib/packets/release-cover/types";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import type { PacketSnapshot } from "../snapshot/snapshot";

type Release = Omit<PacketSnapshot["releases"][number], "receiver" | "items">;
type Receiver = PacketSnapshot["receivers"][number];

/** What is about to leave: exhibits by code, to whom, on which date (`2026-11-24`, in the client's country). */
export type Leaving = {
  releases: readonly Release[];
  exhibits: readonly { code: string }[];
  receivers: readonly Receiver[];
  day: string;
};

/** An officer named by a release, and what no release permits them. */
export type CoveredOfficer = {
  id: string;
  office: string;
  /** The releases valid for them on that day. */
  releases: string[];
  /** What must come out for them. */
  exhibits: string[];
  /** The release that permits them the sealed annex, and its last day; null if none does. */
  annex: { release: string; until: string | null } | null;
};

/** Whom of a receiver the client's release permits: the officers, and nobody else of that office. */
export type ReceiverCover = {
  receiver: string;
  role: Receiver["role"];
  officers: CoveredOfficer[];
  /** Why there is no officer; null when there is one. */
  without: string | null;
};

/** The date of a packet, in the client's country. */
export function dayOfPacket(snapshot: PacketSnapshot): string {
  return civilDate(new Date(snapshot.packet.builtAt), snapshot.zones.home);
}

/**
 * For each receiver, the officers named by a release for their office that is valid on the day, and what each may have
 * by the one release check. The office selects candidates; only ids decide.
 */
export function receiverCovers(given: PacketSnapshot | Leaving): ReceiverCover[] {
  const { releases, exhibits, receivers, day } =
    "packet" in given ? { ...given, day: dayOfPacket(given) } : (given satisfies Leaving);
  return receivers.map(({ role, name: receiver }) => {
    const meant = releases.filter((release) => release.roles.includes(role));
    const named = meant
      .filter((release) => whyNotStanding(release, day) === null)
      .flatMap((release) => release.officers.filter((officer) => !officer.takenOffOn));
    const officers = [...new Map(named.map((item) => [item.id, item])).values()].map((officer) =>
      coverOfOfficer(officer, { releases, exhibits, day }),
    );
    return { receiver, role, officers, without: officers.length > 0 ? null : whyNobody(meant, day) };
  });
}

function coverOfOfficer(
  { id, office }: Release["officers"][number],
  { releases, exhibits, day }: Omit<Leaving, "receivers">,
): CoveredOfficer {
  const codes = exhibits.map(({ code }) => code);
  const at = whatMustComeOut({ releases: releases.map(doorOf), officerId: id, exhibits: codes, identity: true, day });
  const wide = releases.filter((release) => release.identity && at.standing.includes(release.code));
  const longest = wide.toSorted((a, b) => (b.expiresOn ?? noEnd).localeCompare(a.expiresOn ?? noEnd))[0];
  return {
    id,
    office,
    releases: at.standing,
    exhibits: at.exhibits,
    annex: longest ? { release: longest.code, until: longest.expiresOn } : null,
  };
}

const noEnd = "9999-12-31";

function doorOf({ code, officers, exhibits, identity, signedOn, expiresOn, revokedOn }: Release): CoveringRelease {
  return {
    code,
    exhibits,
    identity,
    signedOn,
    expiresOn,
    revokedOn,
    officers: officers.map(({ id }) => id),
    takenOff: officers.flatMap(({ id, takenOffOn }) => (takenOffOn ? [{ id, on: takenOffOn }] : [])),
  };
}

function whyNobody(meant: readonly Release[], day: string): string {
  if (meant.length === 0) return t("no release is for this receiver");
  return meant
    .map((release) => {
      const ended = whyNotStanding(release, day);
      return ended ? endedWords(ended) : t("{code} names no officer yet", { code: release.code });
    })
    .join("; ");
}

/** The remark, which fails nothing, about releases without a scan on file. */
export function noScanWords(without: readonly { code: string }[]): string {
  return t("No scan of the client’s signature is on file for {value}.", {
    value: without.map(({ code }) => code).join(", "),
  });
}

/** `Sergeant, Police, Fynbos Road (REL-1)`; officers of one rank and unit are counted, since no name is given. */
export function officersWords(officers: readonly Pick<CoveredOfficer, "office" | "releases">[]): string {
  const counted = new Map<string, number>();
  for (const { office, releases } of officers) {
    const message = `${office} (${releases.join(", ")})`;
    counted.set(message, (counted.get(message) ?? 0) + 1);
  }
  return [...counted]
    .map(([message, count]) => (count > 1 ? t("{count} officers: {message}", { count, message }) : message))
    .join("; ");
}
