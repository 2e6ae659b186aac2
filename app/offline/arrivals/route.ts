import { readJson } from "@/app/api/capture/door";
import { answer, answering } from "@/app/api/evidence/answers";
import { requireSender } from "@/app/api/evidence/gate";
import { heldOfArrival } from "@/lib/operations/arrivals/held-of-arrival";
import { openEnvelope } from "@/lib/operations/arrivals/open-envelope";
import { placeByName } from "@/lib/operations/arrivals/place-by-name";
import { takeArrival } from "@/lib/operations/arrivals/take-arrival";
import { keyOfDevice } from "../gate";

const maxBytes = 512 * 1024;

/** What a device sealed, as JSON. Answers what became of it: `{state, held}`, of a file the bytes that are here. */
export function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const sent = await readJson(request, maxBytes);
    const device = typeof sent === "object" && sent !== null && "device" in sent ? sent.device : null;
    const taken = await takeArrival(ctx, openEnvelope(await keyOfDevice(ctx, device), sent));
    if (taken.state === "coming") {
      return answer(201, { state: taken.state, held: await heldOfArrival(ctx, taken.id) });
    }
    return answer(201, { state: await placeByName(ctx, taken.id), held: 0 });
  });
}
