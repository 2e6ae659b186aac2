import { kindPlans } from "@/lib/packets/packets/sections/kinds";
import type { PacketKindKey } from "@/lib/packets/packets/types";

/** Runs something as a later release would, whose sections print other words. */
export async function withAnotherLayout<T>(kind: PacketKindKey, run: () => Promise<T>): Promise<T> {
  const now = kindPlans[kind];
  kindPlans[kind] = { ...now, foot: "Words of another release." };
  try {
    return await run();
  } finally {
    kindPlans[kind] = now;
  }
}
