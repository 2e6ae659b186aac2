import { handovers, packets } from "@/db/schema";
import { createPacketKey } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { createVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import type { Org, Person } from "./org";
import { plantCase } from "./plant";
import { naming, signRelease } from "./sign-release";

export type PlantedHandover = { caseId: string; packetId: string; handoverId: string };

type Parties = { org: Org; worker: Person; officer: Person };

/**
 * A packet in an officer's hands under a release that names them, without a file: for tests of what is said about it. Far
 * cheaper than building one.
 */
export async function plantHandover(parties: Parties): Promise<PlantedHandover> {
  const caseId = await plantCase(parties.worker.ctx);
  const packetId = await plantVersion(parties, caseId, 1);
  await signRelease(parties.worker.ctx, caseId, naming(parties.officer));
  return { caseId, packetId, handoverId: await handOver(parties, { caseId, packetId }) };
}

/** An approved version of the planted packet of a case. Gives its id. */
export async function plantVersion({ org, worker }: Parties, caseId: string, version: number): Promise<string> {
  const id = newId();
  const { actor } = await org.as("supervisor");
  await withTransaction(org.service(), "read write", async (scoped) => {
    const { db, orgId, now } = scoped;
    const vault = await createVault(scoped, "case");
    await db.insert(packets).values({
      id,
      orgId,
      caseId,
      kind: "mla_dossier",
      number: 1,
      version,
      code: `P-${caseId.slice(-6)}`,
      receiver: "Investigating officer",
      status: "approved",
      draft: vault.seal({ table: "packets", column: "draft", row: id }, "{}"),
      fileKeyId: await createPacketKey(scoped, "packet"),
      draftedBy: worker.memberId,
      draftedAt: now,
      decidedBy: actor.memberId,
      decidedAt: now,
    });
  });
  return id;
}

type Version = { caseId: string; packetId: string };

/** Gives a planted version to the officer. Gives the id of the handover. */
export async function handOver({ org, worker, officer }: Parties, { caseId, packetId }: Version): Promise<string> {
  const id = newId();
  await withTransaction(org.service(), "read write", ({ db, orgId, now }) =>
    db.insert(handovers).values({
      id,
      orgId,
      caseId,
      packetId,
      liaisonId: officer.memberId,
      deliveredBy: worker.memberId,
      deliveredAt: now,
    }),
  );
  return id;
}
