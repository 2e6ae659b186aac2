import { clearPictures } from "@/lib/evidence/clearances/clear-pictures";
import type { PictureView } from "@/lib/evidence/clearances/types";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { getPacket, listPacketPictures } from "@/lib/packets/packets/queries";

/** What a person sends who looked at these and saw nothing of the client. */
export const nothingOn = (pictures: readonly PictureView[]) =>
  Object.fromEntries(
    pictures.map(({ exhibitId, page, sha256 }, i) => [String(i), { exhibitId, page, sha256, found: "nothing" }]),
  );

/** A person looks at every picture of a packet that nobody looked at yet, as on the page that lists them. */
export async function lookAtPictures(ctx: Ctx, packetId: string): Promise<void> {
  const { caseId } = await getPacket(ctx, packetId);
  const left = (await listPacketPictures(ctx, caseId, packetId)).filter(({ clearance: look }) => look === null);
  if (left.length > 0) await clearPictures(ctx, { caseId, pictures: nothingOn(left) });
}
