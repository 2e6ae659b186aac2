import { noteDispatch } from "@/lib/handover/dispatches/note-dispatch";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { wallTime } from "@/lib/platform/time/zone";
import type { Org, Person } from "./org";
import { plantCase } from "./plant";
import { now } from "./plant-first-link";
import { plantVersion } from "./plant-handover";
import { naming, signRelease } from "./sign-release";

const zone = "Africa/Johannesburg";

/** A version that one officer opened in the portal, another left unopened, and a third has on paper. */
export async function plantCopies(org: Org, worker: Person) {
  const [reads, closed, paper] = await Promise.all([
    org.person("liaison", "Reads Example"),
    org.person("liaison", "Unread Example"),
    org.person("liaison", "Paper Example"),
  ]);
  const caseId = await plantCase(worker.ctx);
  const packetId = await plantVersion({ org, worker, officer: reads }, caseId, 1);
  const releaseId = await signRelease(worker.ctx, caseId, naming(reads, closed, paper));
  const confirmed = await org.confirmed(worker);
  const giver = () => ({ ...confirmed, now: new Date() });
  const { id: handoverId } = await deliverPacket(giver(), { packetId, liaisonId: reads.memberId });
  await openHandover(reads.ctx, { handoverId });
  await deliverPacket(giver(), { packetId, liaisonId: closed.memberId });
  const sent = { packetId, method: "courier", at: wallTime(new Date(), zone), zone, liaisonId: paper.memberId };
  await noteDispatch(now(worker), sent);
  return { caseId, packetId, releaseId, handoverId, reads, closed, paper };
}
