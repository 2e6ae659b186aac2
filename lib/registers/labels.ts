import type { PacketStatus } from "./types";

/** How far a packet is, in the words of the people who wait for it. */
export const packetStatusLabels: Record<PacketStatus, string> = {
  building: "Building",
  failed: "Did not build",
  ready: "Waits for approval",
  approved: "Approved",
  returned: "Returned",
  handed_over: "Handed over",
  withdrawn: "Withdrawn",
};
