import "server-only";
import { query } from "@/lib/kernel/access/query";
import { getPacket, listPacketPictures } from "./queries";
import { hardFails, openFails } from "./rules";
import type { ApprovalBrief } from "./types";

/** So many packets are read for their brief; the others open on their page. */
const most = 6;

/** What a supervisor needs beside the button: size, checks and pictures as they are now. */
export const listApprovalBriefs = query(
  "packet.decide",
  async (ctx, packetIds: readonly string[]): Promise<Map<string, ApprovalBrief>> => {
    const found = new Map<string, ApprovalBrief>();
    for (const id of packetIds.slice(0, most)) {
      const { caseId, pages, preflight } = await getPacket(ctx, id);
      const pictures = await listPacketPictures(ctx, caseId, id);
      const counted = preflight.filter(({ result }) => result !== "na");
      found.set(id, {
        pages,
        checks: counted.length,
        passed: counted.filter(({ result }) => result === "pass").length,
        needReason: openFails(preflight).length,
        blocked: hardFails(preflight).length,
        pictures: pictures.length,
        picturesLeft: pictures.filter(({ clearance }) => clearance === null).length,
      });
    }
    return found;
  },
);
