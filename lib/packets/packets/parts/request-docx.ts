import { writeBlocks } from "@/lib/platform/docx/write-blocks";
import { requestLetter } from "../letters/request";
import { label } from "../sections/pair-words";
import { standingOf } from "../sections/standing";
import type { PacketSnapshot } from "../snapshot/snapshot";

/**
 * The letter of request as a file that the prosecutor edits: to be edited is its purpose. The same snapshot gives the
 * same bytes. While nobody approved it, every page says so; it goes on the letterhead of the authority otherwise.
 */
export function requestDocx(snapshot: PacketSnapshot): Promise<Uint8Array> {
  const { packet, org } = snapshot;
  const isSpecimen = packet.specimen ? " (specimen)" : "";
  return writeBlocks({
    blocks: requestLetter(snapshot),
    head: null,
    stamp: standingOf(snapshot)?.word ?? null,
    notice: null,
    size: label(snapshot, "requestPaper") === "Letter" ? "Letter" : "A4",
    meta: {
      title: `Request for assistance in a criminal matter${isSpecimen}`,
      author: org.name,
      at: new Date(packet.builtAt),
    },
    pages: new Map(),
  });
}
