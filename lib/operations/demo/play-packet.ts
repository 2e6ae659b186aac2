import "server-only";
import { clearPictures } from "@/lib/evidence/clearances/clear-pictures";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { answerQuestion } from "@/lib/handover/handovers/commands/answer-question";
import { askAboutPacket } from "@/lib/handover/handovers/commands/ask-about-packet";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { numberHandover } from "@/lib/handover/handovers/commands/number-handover";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { officeToday } from "@/lib/law/office/rules";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { commentOnPacket } from "@/lib/packets/packets/commands/comment-on-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { getDraftChoices, getPacket, listPacketPictures } from "@/lib/packets/packets/queries";
import { openFails } from "@/lib/packets/packets/rules";
import { tellsOfClient } from "@/lib/packets/packets/snapshot/hints";
import { addDays } from "@/lib/platform/time/calendar";
import { daysAgo } from "./days";
import type { Cast } from "./load-people";
import type { PacketAct, PacketStory } from "./story-types";

type Playing = { story: PacketStory; caseId: string; owner: Ctx };
type Held = { packetId: string; handover?: { id: string; officer: "maseko" | "vanwyk" } };

/** Drafts one version, has it built as the worker would, and does with it what the story says. */
export async function playPacket(cast: Cast, { story, caseId, owner }: Playing): Promise<void> {
  const { kind, words, ago } = story;
  const then = daysAgo(owner, ago, "11:00");
  const { start } = await getDraftChoices(then, caseId, kind);
  const { answerIn, noTime, ...written } = words;
  const { id: packetId } = await draftPacket(then, {
    ...start,
    ...written,
    ...(answerIn === undefined ? {} : { ncbAsk: { ...start.ncbAsk, by: addDays(officeToday(then.now), answerIn) } }),
    ...(noTime === undefined ? {} : { emergency: { ...start.emergency, noTime } }),
    caseId,
    kind,
  });
  await build(owner, packetId, then.now);
  await lookAtPictures(daysAgo(owner, ago, "11:10"), caseId, packetId);
  let held: Held = { packetId };
  for (const act of story.acts) held = await play(cast, owner, held, act);
}

/** The author checks each picture before it leaves, and finds nothing of the invented client. */
async function lookAtPictures(ctx: Ctx, caseId: string, packetId: string): Promise<void> {
  const left = (await listPacketPictures(ctx, caseId, packetId)).filter(({ clearance: look }) => look === null);
  const answers = left.map(({ exhibitId, page, sha256 }, i) => [i, { exhibitId, page, sha256, found: "nothing" }]);
  if (left.length > 0) await clearPictures(ctx, { caseId, pictures: Object.fromEntries(answers) });
}

async function play(cast: Cast, owner: Ctx, held: Held, act: PacketAct): Promise<Held> {
  const { packetId, handover } = held;
  const { ago } = act;
  if ("comment" in act) {
    const who = act.by === "owner" ? owner : cast.supervisor.ctx;
    await commentOnPacket(daysAgo(who, ago, act.by === "owner" ? "11:20" : "13:10"), { packetId, words: act.comment });
  } else if ("approve" in act) {
    await approve(daysAgo(cast.supervisor.ctx, ago, "14:00"), packetId, act.approve);
  } else if ("withdraw" in act) {
    await withdrawPacket(daysAgo(owner, ago, "09:30"), { packetId, reason: act.withdraw });
  } else if ("give" in act) {
    const { give: officer, message, withAnnex } = act;
    const given = { packetId, liaisonId: cast[officer].memberId, message, withAnnex };
    const { id } = await deliverPacket(daysAgo(owner, ago, "15:00"), given);
    return { packetId, handover: { id, officer } };
  } else if (handover) {
    if ("ask" in act) await ask(cast[handover.officer].ctx, owner, handover.id, act);
    else await receive(cast[handover.officer].ctx, handover.id, act);
  }
  return held;
}

async function receive(officer: Ctx, handoverId: string, act: Extract<PacketAct, { received: string }>) {
  await openHandover(daysAgo(officer, act.ago, "08:40"), { handoverId });
  await acknowledgeHandover(daysAgo(officer, act.ago, "09:10"), { handoverId, note: act.received });
  if (act.number) await numberHandover(daysAgo(officer, act.ago, "10:00"), { handoverId, ...act.number });
}

async function ask(officer: Ctx, owner: Ctx, handoverId: string, act: Extract<PacketAct, { ask: string }>) {
  const { ago, ask: reason, part, words, answer } = act;
  const { id: questionId } = await askAboutPacket(daysAgo(officer, ago, "10:30"), { handoverId, reason, part, words });
  if (answer) await answerQuestion(daysAgo(owner, answer.ago, "11:40"), { questionId, answer: answer.words });
}

/** Each failed checklist line is overridden with its own printed reason, as a supervisor would. */
async function approve(ctx: Ctx, packetId: string, reason: string): Promise<void> {
  const { preflight } = await getPacket(ctx, packetId);
  const overrides = Object.fromEntries(
    openFails(preflight).map((line) => [
      line.id,
      // Printed: it names no place that tells of the client.
      tellsOfClient(line.reason) ? reason : `${reason} ${line.reason}`.slice(0, 590),
    ]),
  );
  await approvePacket(ctx, { packetId, overrides });
  await build(ctx, packetId, ctx.now);
}

/** Nobody would notice an unbuilt packet in the demo, so it stops the loading. */
async function build(ctx: Ctx, packetId: string, now: Date): Promise<void> {
  await assemblePacket(jobCtx(ctx.orgId, { now: () => now }), { packetId });
  const { status, progress } = await getPacket(ctx, packetId);
  if (status !== "ready" && status !== "approved") throw new Error(`A packet was not built: ${progress.error}`);
}
