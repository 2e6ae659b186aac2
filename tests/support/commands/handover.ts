import { redeemFirstLink } from "@/lib/auth/first-contact/redeem-first-link";
import { askAboutPacket } from "@/lib/handover/handovers/commands/ask-about-packet";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { recordOutcome } from "@/lib/handover/handovers/commands/record-outcome";
import { addLiaison } from "@/lib/handover/officers/add-liaison";
import { makeRecall } from "@/lib/handover/recalls/make-recall";
import { listRecalls } from "@/lib/handover/recalls/queries";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { wallTime } from "@/lib/platform/time/zone";
import { keptParts, onePart } from "../kept-parts";
import { entered, now, plantDoor, plantOpenDoor, plantToGive } from "../plant-first-link";
import { handOver, plantHandover, plantVersion } from "../plant-handover";
import { plantCertificate, plantLedger } from "../plant-papers";
import { plantPart } from "../plant-part";
import { plantServed } from "../plant-served";
import { naming, signRelease } from "../sign-release";
import { forJobs, forWorkers, type Row, type Table } from "./row";
import type { World } from "./world";

const reason = "Said in one sentence.";
const zone = "Africa/Johannesburg";

const forGivers = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "handover.deliver",
  by: "worker",
  log,
  input,
  ...more,
});
const forOfficers = (needs: "handover.read" | "handover.answer", log: string, input: Row["input"]): Row => ({
  needs,
  by: "officer",
  log,
  input,
});

/** A packet in the officer's hands. */
const given = async (world: World) => ({ handoverId: (await plantHandover(world)).handoverId });

/** A signed certificate of it. */
const signed = async (world: World) => ({ paperId: (await plantCertificate(world)).paperId });

/** The same with files. */
async function served(world: World) {
  const { caseId, packetId } = await plantServed(world.org, world.worker);
  await signRelease(world.worker.ctx, caseId, naming(world.officer));
  return { handoverId: await handOver(world, { caseId, packetId }) };
}

/** An approved packet of a case whose release names the officer. */
async function toGive(world: World) {
  const { packetId } = await plantToGive(world);
  return { packetId, liaisonId: world.officer.memberId };
}

const door = async (world: World) => ({ linkId: (await plantOpenDoor(world)).linkId });

/** What one opened link gives. */
const throughLink = (world: World) =>
  world.once("an opened link", async () => {
    const { keys, code } = await plantOpenDoor(world);
    await redeemFirstLink(keys, { code });
    return entered(keys);
  });

async function release(world: World, ...officers: World["officer"][]) {
  const caseId = await world.newCase();
  return {
    caseId,
    releaseId: await signRelease(world.worker.ctx, caseId, officers.length > 0 ? naming(...officers) : {}),
  };
}

/** A copy that an officer opened and that is being asked back. */
async function recall(world: World) {
  const { packetId, handoverId } = await plantHandover(world);
  await openHandover(world.officer.ctx, { handoverId });
  await makeRecall(now(world.worker), { how: "portal", heldId: handoverId });
  const [first] = await listRecalls(world.worker.ctx, packetId);
  return { recallId: first?.id };
}

const officer = (name = "Nomsa Example") => ({
  name,
  rank: "Sergeant",
  agency: "SAPS",
  unit: "Voorbeeldfontein",
  forceNumber: "0000002-2",
  address: "Example Street 1",
  phone: "021 000 0100",
});
const entry = () => ({ ...officer(), email: `officer-${newId()}@test.example` });
const inDirectory = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "directory.write",
  by: "boss",
  log,
  input,
  ...more,
});

const forReleasers = (log: string, input: Row["input"], more: Partial<Row> = {}): Row =>
  forWorkers(log, input, { needs: "release.write", ...more });

export const handover: Table = {
  "handover/dispatches/note-dispatch": forGivers(
    "packet.dispatched",
    async (world) => ({
      ...(await toGive(world)),
      method: "courier",
      at: wallTime(new Date(), zone),
      zone,
      sentBy: world.worker.memberId,
    }),
    { otherwise: { because: "Who carried it is chosen in a list.", foreign: { sentBy: "invalid sentBy" } } },
  ),
  "handover/first-contact/make-first-link": forGivers("first_link.made", toGive),
  "handover/first-contact/note-first-link": forGivers("first_link.seen", door),
  "handover/first-contact/revoke-first-link": forGivers("first_link.revoked", door),
  "handover/first-contact/release-first-link": {
    needs: "packet.decide",
    by: "boss",
    log: "first_link.released",
    proof: "passkey",
    input: async (world) => ({ linkId: (await plantDoor(world)).linkId }),
  },
  "handover/first-contact/note-transfer": forJobs("first_link.transfer_noted", async (world) => {
    const { linkId, keys, code } = await plantOpenDoor(world);
    await redeemFirstLink(keys, { code });
    return { linkId };
  }),
  "handover/first-contact/take-first-file": {
    ...forOfficers("handover.read", "handover.downloaded", async (world) => ({
      handoverId: (await throughLink(world)).handoverId,
      part: "request",
    })),
    through: async (world) => (await throughLink(world)).ctx,
  },
  "handover/handovers/deliver-packet": forGivers("handover.delivered", toGive, { proof: "best" }),
  "handover/handovers/give-annex": forGivers(
    "handover.annex_given",
    async (world) => {
      const { caseId, packetId, handoverId } = await plantHandover(world);
      await plantPart(world.org, packetId, "annex", "Who and where");
      await signRelease(world.worker.ctx, caseId, { identity: "on", ...naming(world.officer) });
      return { handoverId };
    },
    { proof: "passkey" },
  ),
  "handover/handovers/open-handover": forOfficers("handover.read", "handover.opened", given),
  "handover/handovers/record-download": forOfficers("handover.read", "handover.downloaded", async (world) => ({
    ...(await served(world)),
    part: "request",
  })),
  "handover/handovers/record-denied-access": {
    ...forOfficers("handover.read", "handover.closed", given),
    otherwise: {
      because: "It gives nothing: it only writes into the log of whoever asked that they asked.",
      abroad: "done",
      bystander: "done",
      foreign: { handoverId: "done" },
    },
  },
  "handover/handovers/acknowledge-handover": forOfficers("handover.answer", "handover.acknowledged", given),
  "handover/handovers/number-handover": forOfficers("handover.answer", "handover.numbered", async (world) => ({
    ...(await given(world)),
    kind: "ncb",
    raw: "PTA / 2026 / 0417",
  })),
  "handover/handovers/ask-about-packet": forOfficers("handover.answer", "handover.asked", async (world) => ({
    ...(await given(world)),
    reason: "insufficient_facts",
    words: "When was it?",
  })),
  "handover/handovers/record-outcome": forOfficers("handover.answer", "handover.outcome_recorded", async (world) => ({
    ...(await given(world)),
    outcome: "assigned",
    on: "2026-11-02",
  })),
  "handover/handovers/answer-question": forWorkers(
    "handover.answered",
    async (world) => {
      const { caseId, handoverId } = await plantHandover(world);
      const asked = { handoverId, reason: "insufficient_facts", words: "When was it?" };
      const { id } = await askAboutPacket(world.officer.ctx, asked);
      return { questionId: id, answer: "In the evening.", mendedBy: await plantVersion(world, caseId, 2) };
    },
    {
      otherwise: {
        because: "The version that mends it is chosen in a list.",
        foreign: { mendedBy: "invalid mendedBy" },
      },
    },
  ),
  "handover/handovers/note-refusal": forWorkers("handover.refusal_seen", async (world) => {
    const outcome = { ...(await given(world)), outcome: "refused", on: "2026-11-02", note: "No threat." };
    return { outcomeId: (await recordOutcome(world.officer.ctx, outcome)).id };
  }),
  "handover/officers/add-liaison": inDirectory("liaison.added", entry, {
    otherwise: { because: "The officer is new.", namesNothing: true },
  }),
  "handover/officers/amend-liaison": inDirectory("liaison.amended", async (world) => ({
    liaisonId: (await addLiaison(world.boss.ctx, entry())).id,
    ...officer("Nomsa Voorbeeld"),
  })),
  "handover/officers/note-callback": inDirectory("liaison.confirmed", async (world) => ({
    liaisonId: (await addLiaison(world.second.ctx, entry())).id,
    phone: "021 000 0100",
    source: "The police’s own page",
    answeredBy: "The desk",
    result: "confirmed",
  })),
  "handover/papers/ask-certificate": forGivers("handover.certificate_asked", async (world) => {
    const planted = await plantHandover(world);
    await plantLedger(world, planted);
    return { handoverId: planted.handoverId };
  }),
  "handover/papers/keep-paper": forJobs(
    "handover.paper_signed",
    async (world) => {
      const { packetId } = await plantHandover(world);
      await plantPart(world.org, packetId, "manifest", "A list of files");
      const { sha256: manifestSha256 } = onePart(await keptParts(world.org.service(), packetId), "manifest");
      const hash = "a".repeat(64);
      const bytes = Buffer.from("A paper").toString("base64");
      const made = {
        id: newId(),
        packetId,
        paper: "slip",
        number: 1,
        name: "slip.pdf",
        pdf: bytes,
        p7s: bytes,
        pages: 1,
      };
      return { ...made, sha256: hash, manifestSha256, signer: hash, stamped: false };
    },
    {
      otherwise: {
        because: "The job makes the id, and a slip is about no handover.",
        made: ["id"],
        left: ["handoverId", "throughId"],
      },
    },
  ),
  "handover/papers/take-paper": forGivers("handover.paper_taken", signed),
  "handover/papers/take-own-paper": forOfficers("handover.read", "handover.paper_taken", signed),
  "handover/recalls/make-recall": forGivers("recall.made", async (world) => {
    const { handoverId } = await plantHandover(world);
    await openHandover(world.officer.ctx, { handoverId });
    return { how: "portal", heldId: handoverId };
  }),
  "handover/recalls/print-recall": forGivers("recall.letter_printed", recall),
  "handover/recalls/settle-recall": forGivers("recall.settled", async (world) => ({
    ...(await recall(world)),
    outcome: "destroyed",
  })),
  "handover/releases/grant-release": forReleasers(
    "release.granted",
    async (world) => {
      const caseId = await world.newCase();
      return {
        caseId,
        recipientRole: "investigating_officer",
        recipient: "Investigating officer",
        purpose: "The docket",
        which: "all",
        crossBorderBasis: "Consent",
        signedOn: civilDate(world.worker.ctx.now, zone),
        exhibitId: await world.exhibitOn(caseId),
        ...naming(world.officer),
      };
    },
    {
      otherwise: {
        because: "The scan is chosen in a list, and officers are ticked in one.",
        anotherCase: "invalid exhibitId",
        foreign: { exhibitId: "invalid exhibitId" },
        noId: { "officers.#0": "invalid officers.none" },
      },
    },
  ),
  "handover/releases/file-scan": forReleasers(
    "release.scan_filed",
    async (world) => {
      const signed = await release(world);
      return { ...signed, exhibitId: await world.exhibitOn(signed.caseId) };
    },
    {
      otherwise: {
        because: "The scan is chosen in a list.",
        anotherCase: "invalid exhibitId",
        foreign: { exhibitId: "invalid exhibitId" },
      },
    },
  ),
  "handover/releases/name-officers": forReleasers(
    "release.officer_named",
    async (world) => ({ ...(await release(world)), ...naming(world.officer) }),
    {
      otherwise: {
        because: "Officers are ticked in a list.",
        noId: { "officers.#0": "invalid officers.none" },
      },
    },
  ),
  "handover/releases/revoke-release": forWorkers("release.revoked", async (world) => ({
    ...(await release(world, world.officer)),
    reason,
  })),
  "handover/releases/take-off-officer": forWorkers("release.officer_taken_off", async (world) => ({
    ...(await release(world, world.officer, world.otherOfficer)),
    memberId: world.officer.memberId,
    reason,
  })),
  "handover/handovers/tell-waiting": forJobs("handover.officer_told", async (world) => ({
    handoverId: (await plantHandover(world)).handoverId,
  })),
  "handover/releases/tell-officers": forJobs(
    "release.officers_told",
    async (world) => ({
      releaseId: (await release(world, world.officer)).releaseId,
      memberId: world.officer.memberId,
    }),
    {
      otherwise: {
        because: "It is a filter: nobody elsewhere is told of this release.",
        foreign: { memberId: "done" },
      },
    },
  ),
};
