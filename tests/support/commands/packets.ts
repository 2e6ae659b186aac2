import { eq } from "drizzle-orm";
import { packets as table } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { beginAssembly } from "@/lib/packets/packets/building/begin-assembly";
import { failAssembly } from "@/lib/packets/packets/commands/fail-assembly";
import { keepPacketKey } from "@/lib/packets/packets/commands/keep-packet-key";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { newId } from "@/lib/platform/ids";
import { draftedPacket, readyPacket, reasonsFor } from "../built-packet";
import { draft, makeCaseToPrint } from "../case-to-print";
import { plantToGive } from "../plant-first-link";
import { plantServed } from "../plant-served";
import { forJobs, forWorkers, type Row, type Table } from "./row";
import type { World } from "./world";

const reason = "A wrong account is named in it.";
const drafted = async (world: World) => ({ packetId: (await draftedPacket(world.org, world.worker)).id });
const approved = async (world: World) => ({ packetId: (await plantToGive(world)).packetId });
const withFiles = async (world: World) => ({ packetId: (await plantServed(world.org, world.worker)).packetId });

const forBoss = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "packet.decide",
  by: "boss",
  log,
  input,
  ...more,
});
const forAdmin = (log: string, input: Row["input"], otherwise: Row["otherwise"]): Row => ({
  needs: "signature.write",
  by: "admin",
  proof: "passkey",
  log,
  input,
  ...(otherwise ? { otherwise } : {}),
});

const file = (part: string, keyId: string) => ({
  part,
  name: `CD-26-0001-P1-v1-${part}.pdf`,
  mime: "application/pdf",
  fileId: newId(),
  keyId,
  sha256: "a".repeat(64),
  size: 1200,
  pages: 12,
});
const madeByTheJob = "The job has just written the file and says where.";

async function change(world: World, packetId: string, to: Partial<typeof table.$inferInsert>): Promise<void> {
  await withTransaction(world.org.service(), "read write", ({ db }) =>
    db.update(table).set(to).where(eq(table.id, packetId)),
  );
}

export const packets: Table = {
  "packets/packets/draft-packet": forWorkers(
    "packet.drafted",
    async ({ org, worker, once }) => {
      const { caseId } = await once("a case to draft of", () => makeCaseToPrint(org, worker, { files: [] }));
      return { caseId, kind: "mla_dossier", ...draft };
    },
    { needs: "packet.build", otherwise: { because: "Only a complaint is about a refusal.", left: ["refusal"] } },
  ),
  "packets/packets/comment-on-packet": forWorkers("packet.commented", async (world) => ({
    ...(await approved(world)),
    words: "The date is right.",
  })),
  "packets/packets/withdraw-packet": forWorkers("packet.withdrawn", async (world) => ({
    ...(await approved(world)),
    reason,
  })),
  "packets/packets/approve-packet": forBoss(
    "packet.approved",
    async (world) => {
      const { id: packetId } = await readyPacket(world.org, world.worker);
      return { packetId, overrides: await reasonsFor(world.worker, packetId) };
    },
    { proof: "any" },
  ),
  "packets/packets/return-packet": forBoss("packet.returned", async (world) => {
    const packet = await drafted(world);
    await change(world, packet.packetId, { status: "ready" });
    return { ...packet, reason };
  }),
  "packets/packets/download-packet": {
    needs: "paper.read",
    by: "worker",
    log: "packet.downloaded",
    input: async (world) => ({ ...(await withFiles(world)), part: "request" }),
  },
  "packets/packets/download-folder": {
    needs: "paper.read",
    by: "worker",
    log: "packet.downloaded",
    input: withFiles,
  },
  "packets/packets/cancel-assembly": forWorkers("packet.assembly_cancelled", drafted, { needs: "packet.build" }),
  "packets/packets/retry-assembly": forWorkers(
    "packet.assembly_retried",
    async (world) => {
      const packet = await drafted(world);
      await failAssembly(world.org.service(), { ...packet, reason });
      return packet;
    },
    { needs: "packet.build" },
  ),
  "packets/packets/stop-assembly": forJobs("packet.assembly_cancelled", async (world) => {
    const packet = await drafted(world);
    await change(world, packet.packetId, { cancelAskedAt: new Date() });
    return packet;
  }),
  "packets/packets/fail-assembly": forJobs("packet.assembly_failed", async (world) => ({
    ...(await drafted(world)),
    reason,
  })),
  "packets/packets/finish-assembly": forJobs(
    "packet.assembled",
    async (world) => {
      const { packetId } = await drafted(world);
      const service = world.org.service();
      const keyId = await keepPacketKey(service, { packetId });
      const begun = await beginAssembly(service, { packetId });
      return { packetId, snapshot: begun?.snapshot, parts: [file("served", keyId)] };
    },
    { otherwise: { because: madeByTheJob, inside: ["snapshot", "parts"] } },
  ),
  "packets/packets/keep-packet-key": forJobs("packet.key_made", drafted),
  "packets/packets/keep-stamped-copy": forJobs(
    "packet.stamped",
    async (world) => {
      const { caseId, packetId } = await plantToGive(world);
      await withdrawPacket(world.worker.ctx, { packetId, reason });
      const keyId = await keepPacketKey(world.org.service(), { packetId });
      const name = `P-${caseId.slice(-6)}-v1-withdrawn.pdf`;
      return { packetId, part: { ...file("withdrawn_copy", keyId), name } };
    },
    { otherwise: { because: madeByTheJob, inside: ["part"] } },
  ),
  "packets/packets/let-copy-go": forJobs("packet.counts_again", approved, {
    otherwise: { because: "Nothing was stamped, so there is nothing to take away.", ends: "conflict" },
  }),
  "packets/packets/note-written-out": forJobs("packet.written_out", ({ caseId }) => ({ caseId, kind: "mla_dossier" })),
  "packets/signatures/make-signing-key": forAdmin("signature.key_made", () => ({}), {
    because: "It is the organisation's own.",
    namesNothing: true,
  }),
  "packets/signatures/import-signing-key": forAdmin(
    "signature.key_imported",
    () => ({ certificates: "none", privateKey: "none" }),
    {
      because: "It is the organisation's own; its own test brings a key.",
      namesNothing: true,
      ends: "invalid certificates",
    },
  ),
};
