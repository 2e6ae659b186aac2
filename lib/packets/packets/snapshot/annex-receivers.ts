import { whyNotStanding } from "@/lib/packets/release-cover/rules";
import { dayOfPacket, receiverCovers } from "../preflight/releases";
import type { NamedOfficer } from "./named-officers";
import type { PacketSnapshot } from "./snapshot";
import type { AnnexSnapshot } from "./snapshot-annex";

/** Who may open it: the officers named by a release that covers identity, on the packet's date. Nobody else. */
export function annexReceivers(snapshot: PacketSnapshot, named: readonly NamedOfficer[]): AnnexReceivers {
  const whoIs = ({ id, office }: { id: string; office: string }) =>
    named.find((namedOfficer) => namedOfficer.id === id)?.who ?? office;
  const covers = receiverCovers(snapshot);
  return {
    openTo: covers.flatMap(({ role, officers }) =>
      officers.flatMap(({ annex, ...officer }) => (annex ? [{ role, name: whoIs(officer), ...annex }] : [])),
    ),
    closedTo: covers.flatMap(({ role, receiver: name, officers }) =>
      officers.some(({ annex }) => annex) ? [] : [{ role, name, ...closedReason(snapshot, role) }],
    ),
  };
}

type AnnexReceivers = Pick<AnnexSnapshot, "openTo" | "closedTo">;

function closedReason(snapshot: PacketSnapshot, role: string): { why: string; release: string | null } {
  const day = dayOfPacket(snapshot);
  const mine = snapshot.releases.filter((release) => release.roles.includes(role));
  const wide = mine.filter((release) => release.identity);
  const unnamed = wide.find((release) => whyNotStanding(release, day) === null);
  if (unnamed) return { why: "its release names no officer yet", release: unnamed.code };
  const ended = wide.at(-1);
  if (ended) {
    const why = ended.revokedOn ? "its release was revoked" : "its release is not valid on this day";
    return { why, release: ended.code };
  }
  const narrow = mine.at(-1);
  if (narrow) return { why: "its release does not cover who and where the client is", release: narrow.code };
  return { why: "no release is for this receiver", release: null };
}

/**
 * The annex of a packet rebuilt for its approval: officers whom its releases no longer cover are removed from those who
 * may open it. @param snapshot as approved
 */
export function withoutEnded(
  annex: AnnexSnapshot,
  snapshot: PacketSnapshot,
  named: readonly NamedOfficer[],
): AnnexSnapshot {
  const now = annexReceivers(snapshot, named);
  const openTo = annex.openTo.filter(({ name, release }) =>
    now.openTo.some((receiver) => receiver.name === name && receiver.release === release),
  );
  const known = new Set([...openTo, ...annex.closedTo].map(({ role }) => role));
  return { ...annex, openTo, closedTo: [...annex.closedTo, ...now.closedTo.filter(({ role }) => !known.has(role))] };
}
