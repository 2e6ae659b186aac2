import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { nameOfficers } from "@/lib/handover/releases/commands/name-officers";
import { listReleases } from "@/lib/handover/releases/queries";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { openFails } from "@/lib/packets/packets/rules";
import type { PacketKindKey } from "@/lib/packets/packets/types";
import { type CaseOptions, type CaseToPrint, draft, makeCaseToPrint } from "./case-to-print";
import { lookAtPictures } from "./look-at-pictures";
import type { Org, Person } from "./org";
import { naming, signRelease } from "./sign-release";

export type MadePacket = CaseToPrint & { id: string };
/** `to`: the client signed a release that names this officer. `unseen`: nobody looked at its pictures. */
type PacketOptions = CaseOptions & { kind?: PacketKindKey; to?: Person; unseen?: boolean };

/** A packet that is drafted and waits for its job. */
export async function draftedPacket(
  org: Org,
  worker: Person,
  { kind = "mla_dossier", to, ...options }: PacketOptions = {},
): Promise<MadePacket> {
  const made = await makeCaseToPrint(org, worker, { files: [], ...options });
  if (to) await nameOn(worker, made.caseId, to);
  const { id } = await draftPacket(worker.ctx, { caseId: made.caseId, kind, ...draft });
  return { ...made, id };
}

/** A packet that is built and waits for a second person; its author looked at the pictures that it serves. */
export async function readyPacket(org: Org, worker: Person, options: PacketOptions = {}): Promise<MadePacket> {
  const made = await draftedPacket(org, worker, options);
  await assemblePacket(org.service(), { packetId: made.id });
  if (!options.unseen) await lookAtPictures(worker.ctx, made.id);
  return made;
}

/** A reason for every line that fails, as a supervisor types them. */
export async function reasonsFor(worker: Person, packetId: string): Promise<Record<string, string>> {
  const { preflight } = await getPacket(worker.ctx, packetId);
  return Object.fromEntries(openFails(preflight).map((line) => [line.id, "Known, and the officer is told."]));
}

/** A packet that a supervisor approved and that was built again with the approval in it. */
export async function approvedPacket(org: Org, worker: Person, options: PacketOptions = {}): Promise<MadePacket> {
  const made = await readyPacket(org, worker, options);
  const overrides = await reasonsFor(worker, made.id);
  await approvePacket(await org.confirmed("supervisor"), { packetId: made.id, overrides });
  await assemblePacket(org.service(), { packetId: made.id });
  return made;
}

/** Names the officer on the client's first release, or on one that is signed for it. */
async function nameOn(worker: Person, caseId: string, officer: Person): Promise<void> {
  const first = (await listReleases(worker.ctx, caseId)).at(-1);
  if (first) await nameOfficers(worker.ctx, { caseId, releaseId: first.id, ...naming(officer) });
  else await signRelease(worker.ctx, caseId, naming(officer));
}

/** An approved packet in the hands of an officer, under a release that names them. */
export async function deliveredPacket(
  org: Org,
  worker: Person,
  officer: Person,
  options: PacketOptions = {},
): Promise<MadePacket & { handoverId: string }> {
  const made = await approvedPacket(org, worker, { ...options, to: officer });
  const { id } = await deliverPacket(
    { ...(await org.confirmed(worker)), now: worker.ctx.now },
    { packetId: made.id, liaisonId: officer.memberId },
  );
  return { ...made, handoverId: id };
}
