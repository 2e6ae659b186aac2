import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeZone } from "@/lib/law/office/rules";
import { newId } from "@/lib/platform/ids";
import { takeArrival } from "./take-arrival";

/** A text that another app shared while there was a line. It becomes a note when its case is chosen. */
export async function takeText(ctx: Ctx, words: string): Promise<void> {
  const at = ctx.now.getTime();
  const waited = { kind: "note", madeAt: at, zone: officeZone(), what: "message", words };
  await takeArrival(ctx, { id: newId(), sentAt: at, waited });
}
