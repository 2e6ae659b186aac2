import "server-only";
import { setOffline } from "@/lib/operations/arrivals/set-offline";
import { takeArrival } from "@/lib/operations/arrivals/take-arrival";
import { newId } from "@/lib/platform/ids";
import { daysAgo } from "./days";
import type { Cast } from "./load-people";

const intake = {
  kind: "intake",
  name: "Zinhle Voorbeeld",
  phone: "+27 82 000 0199",
  safe: "SMS only, before 14:00",
  words: "A former colleague overseas posts her address and asks others to visit her.",
  inDanger: false,
  zone: "Africa/Johannesburg",
};

/** The organisation works offline, and an intake that was taken so waits for its case. */
export async function loadArrival({ admin, sipho }: Cast): Promise<void> {
  await setOffline(admin.ctx, { on: true });
  const ctx = daysAgo(sipho.ctx, 1);
  const sentAt = ctx.now.getTime();
  await takeArrival(ctx, { id: newId(), sentAt, waited: { ...intake, madeAt: sentAt - 2 * 3_600_000 } });
}
