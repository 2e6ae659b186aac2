import { createHash } from "node:crypto";
import { packetKinds } from "../labels";
import { planLetters } from "../letters/plan-letters";
import { requestLetter } from "../letters/request";
import { planAnnex } from "../sections/annex/assemble-annex";
import type { PlannedPacket } from "../sections/assemble-packet";
import type { PacketSnapshot } from "../snapshot/snapshot";
import type { AnnexSnapshot } from "../snapshot/snapshot-annex";
import type { Layout } from "../snapshot/snapshot-parts";

/**
 * What this release prints for a snapshot, as hashes: the words of the served part with the page on which each place
 * is, and those of the letters. Another release that gives the same hashes prints the same.
 */
export function hashLayout(snapshot: PacketSnapshot, { bare, pages }: PlannedPacket): Layout {
  const { blocks, head, foot, size } = bare;
  const { letters } = planLetters(snapshot);
  const request = packetKinds[snapshot.packet.kind].hasRequest ? requestLetter(snapshot) : null;
  return {
    served: hashOf({ blocks, head, foot, size, pages: [...pages] }),
    letters: hashOf({ letters, request }),
  };
}

/** The same for the sealed annex. */
export function hashAnnexLayout(annex: AnnexSnapshot): string {
  const { blocks, head, foot, watermark } = planAnnex(annex);
  return hashOf({ blocks, head, foot, watermark });
}

function hashOf(value: object): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
