import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import { openCase } from "@/lib/cases/open-case";
import { setSafeContact } from "@/lib/clients/set-safe-contact";
import { announceUpload } from "@/lib/evidence/announce-upload";
import { lookIntoExhibit } from "@/lib/evidence/look-into-exhibit";
import { receiveUpload } from "@/lib/evidence/receive-upload";
import { tieExhibit } from "@/lib/incidents/tie-exhibit";
import { jobCtx } from "@/lib/jobs/job-ctx";
import { advanceLadder } from "@/lib/ladder/advance-ladder";
import { addDays, type CivilDate } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";
import { instantOnWall } from "@/lib/platform/zone";
import { officeToday, officeZone } from "@/lib/work/rules";
import { listIncidentIds } from "./incident-ids";
import type { Cast } from "./load-people";
import { playAct } from "./play-act";
import { drawScreen } from "./screens";
import type { Ago, Story, StoryExhibit } from "./story-types";

/** Tells the stories in the order in which the cases were opened. Returns the id of each case by its pseudonym. */
export async function loadCases(cast: Cast, stories: readonly Story[]): Promise<Map<string, string>> {
  const opened = new Map<string, string>();
  for (const story of stories.toSorted((a, b) => b.opened - a.opened)) {
    opened.set(story.pseudonym, await tell(cast[story.owner].ctx, story));
  }
  return opened;
}

/** The same person some days ago: what they do then carries that day. */
export function daysAgo(ctx: Ctx, ago: Ago, at = "09:00"): Ctx {
  return { ...ctx, now: instantOnWall(`${dayAgo(ctx, ago)}T${at}`, officeZone()) ?? ctx.now };
}

export function dayAgo(ctx: Ctx, ago: Ago): CivilDate {
  return addDays(officeToday(ctx.now), -ago);
}

async function tell(ctx: Ctx, story: Story): Promise<string> {
  const { id: caseId, clientId } = await openCase(daysAgo(ctx, story.opened, "08:30"), formOf(ctx, story));
  const incidentIds = await listIncidentIds(ctx, caseId);
  for (const exhibit of story.exhibits)
    await give(ctx, { caseId, incidentIds, zone: story.zone ?? officeZone() }, exhibit);
  const reviewed = Math.min(story.opened, 4);
  await setSafeContact(daysAgo(ctx, reviewed), { clientId, ...safeContact(story.zone) });
  for (const act of story.acts) await playAct(daysAgo(ctx, act.ago, "10:00"), caseId, act);
  await advanceLadder(jobCtx(ctx.orgId), { caseId });
  return caseId;
}

function safeContact(zone = officeZone()) {
  return {
    channel: "WhatsApp text only",
    hours: "weekdays 09:00 to 15:00",
    zone,
    voicemail: false,
    deviceSeenBy: "nobody",
    never: ["No calls", "No voicemail", "No e-mail"],
    subjectLine: "Your appointment",
  };
}

function formOf(ctx: Ctx, story: Story) {
  const zone = story.zone ?? officeZone();
  return {
    id: newId(),
    client: { pseudonym: story.pseudonym, ...story.client, safeContact: safeContact(zone) },
    pair: story.pair ?? "ZA-US",
    risk: story.risk,
    inDanger: story.inDanger,
    matter: story.matter,
    subject: story.subject,
    accounts: story.accounts.map((one) => ({
      platform: one.platform,
      handle: one.handle,
      platformId: one.id,
      idNotKnown: one.id === undefined,
      url: one.url,
      confidence: one.confidence,
      linkReason: one.why,
    })),
    incidents: story.incidents.map((one) => ({
      kind: one.event ? "event" : "act",
      nature: one.nature,
      when: `${dayAgo(ctx, one.ago)}T${one.at}`,
      zone,
      words: one.words,
      what: one.what,
      account: one.account === undefined ? undefined : String(one.account),
      isKnowledge: one.event,
      knowledge: one.shows,
    })),
  };
}

type Receiver = { caseId: string; incidentIds: readonly string[]; zone: string };

/** Sends one drawn picture as a browser would: announced, streamed, looked into, tied to what it shows. */
async function give(ctx: Ctx, to: Receiver, exhibit: StoryExhibit): Promise<void> {
  const { caseId, incidentIds, zone } = to;
  const then = daysAgo(ctx, exhibit.ago, "16:00");
  const png = exhibit.name.endsWith(".png");
  const bytes = await drawScreen(exhibit.screen, png ? "png" : "jpeg");
  const { id: uploadId } = await announceUpload(then, {
    caseId,
    fileName: exhibit.name,
    fileType: png ? "image/png" : "image/jpeg",
    size: bytes.length,
    description: exhibit.description,
    words: exhibit.words,
    capturedAt: `${dayAgo(ctx, exhibit.ago)}T${exhibit.at}`,
    capturedZone: zone,
    capturedBy: "The client",
    device: "Telephone of the client",
    method: "screenshot",
    howObtained: "received_by_client",
  });
  const body = new Blob([new Uint8Array(bytes)]).stream();
  const sending = { uploadId, size: bytes.length, body, signal: new AbortController().signal };
  const { receipt } = await receiveUpload(then, sending, async () => then);
  await lookIntoExhibit(jobCtx(ctx.orgId), { exhibitId: receipt.exhibitId });
  const incidentId = exhibit.incident === undefined ? undefined : incidentIds[exhibit.incident];
  if (incidentId) await tieExhibit(then, { caseId, exhibitId: receipt.exhibitId, incidentId });
}
