import "server-only";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { grantRelease } from "@/lib/handover/releases/commands/grant-release";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { stampPacket } from "@/lib/packets/packets/building/stamp-packet";
import { listCasePackets } from "@/lib/packets/packets/queries";
import { addDays } from "@/lib/platform/time/calendar";
import { dayAgo, daysAgo } from "./days";
import { loadCharge } from "./load-charges";
import type { Cast } from "./load-people";
import { playPacket } from "./play-packet";
import type { Stories } from "./read-stories";
import type { ReleaseStory } from "./story-types";

/**
 * Releases as the clients signed them and the officers each names, offences linked to proof, and the packets by date.
 * @param onePartDone called as each packet has been made
 */
export async function loadPackets(
  cast: Cast,
  stories: Stories,
  opened: Map<string, string>,
  onePartDone: () => void = () => undefined,
): Promise<void> {
  const ownerOf = (pseudonym: string) =>
    cast[stories.cases.find((story) => story.pseudonym === pseudonym)?.owner ?? "anele"];
  const idOf = (pseudonym: string) => opened.get(pseudonym) ?? "";
  for (const story of stories.releases) await release(cast, ownerOf(story.pseudonym).ctx, idOf(story.pseudonym), story);
  for (const story of stories.charges)
    await loadCharge(daysAgo(ownerOf(story.pseudonym).ctx, story.ago), idOf(story.pseudonym), story);
  for (const story of stories.packets) {
    const caseId = idOf(story.pseudonym);
    const owner = ownerOf(story.pseudonym);
    await playPacket(cast, { story, caseId, owner: owner.ctx });
    await advanceLadder(jobCtx(owner.ctx.orgId), { caseId });
    onePartDone();
  }
  for (const caseId of new Set(stories.packets.map(({ pseudonym }) => idOf(pseudonym)))) {
    await makeCopies(cast.supervisor.ctx, caseId);
  }
}

/** As the worker would: of a version that was withdrawn or replaced, the copy that says so on every page. */
async function makeCopies(ctx: Ctx, caseId: string): Promise<void> {
  const { rows } = await listCasePackets(ctx, caseId);
  for (const { id: packetId } of rows) await stampPacket(jobCtx(ctx.orgId), { packetId });
}

async function release(cast: Cast, ctx: Ctx, caseId: string, story: ReleaseStory): Promise<void> {
  const { role, to, purpose, identity = false, ago, names = [] } = story;
  const signedOn = dayAgo(ctx, ago);
  await grantRelease(daysAgo(ctx, ago), {
    caseId,
    recipientRole: role,
    recipient: to,
    which: "all",
    identity,
    purpose,
    officers: Object.fromEntries(names.map((key) => [cast[key].memberId, true])),
    crossBorderBasis: "The client agreed in writing to the transfer",
    signedOn,
    expiresOn: addDays(signedOn, 90),
  });
}
