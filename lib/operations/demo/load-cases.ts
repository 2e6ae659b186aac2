import "server-only";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { setSafeContact } from "@/lib/casework/clients/set-safe-contact";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { officeZone } from "@/lib/law/office/rules";
import { newId } from "@/lib/platform/ids";
import { dayAgo, daysAgo } from "./days";
import { giveExhibit } from "./give-exhibit";
import { listIncidentIds } from "./incident-ids";
import type { Cast } from "./load-people";
import { playAct } from "./play-act";
import type { Story } from "./story-types";

/** How many stories are told at once: while one waits for the process that opens its files, the others go on. */
const lanes = 3;

/**
 * Opens the cases in the order of their days, so that their numbers follow it, and tells the rest of several stories at
 * once: each is about a case of its own. Returns the id of each case by its pseudonym.
 * @param onePartDone called as each story has been told
 */
export async function loadCases(
  cast: Cast,
  stories: readonly Story[],
  onePartDone: () => void = () => undefined,
): Promise<Map<string, string>> {
  const opened = new Map<string, string>();
  const untold: (() => Promise<void>)[] = [];
  for (const story of stories.toSorted((a, b) => b.opened - a.opened)) {
    const { ctx } = cast[story.owner];
    const opening = await openCase(daysAgo(ctx, story.opened, "08:30"), formOf(ctx, story));
    opened.set(story.pseudonym, opening.id);
    untold.push(() => tell(ctx, story, opening).then(onePartDone));
  }
  const lane = async () => {
    for (let next = untold.shift(); next; next = untold.shift()) await next();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return opened;
}

type Opening = { id: string; clientId: string };

async function tell(ctx: Ctx, story: Story, { id: caseId, clientId }: Opening): Promise<void> {
  const incidentIds = await listIncidentIds(ctx, caseId);
  for (const exhibit of story.exhibits)
    await giveExhibit(ctx, { caseId, incidentIds, zone: story.zone ?? officeZone() }, exhibit);
  const reviewed = Math.min(story.opened, 4);
  await setSafeContact(daysAgo(ctx, reviewed), { clientId, ...safeContact(story.zone) });
  for (const act of story.acts) await playAct(daysAgo(ctx, act.ago, "10:00"), caseId, act);
  await advanceLadder(jobCtx(ctx.orgId), { caseId });
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
    consent: story.consent && {
      ground: story.consent.ground,
      way: story.consent.way,
      purposes: Object.fromEntries(story.consent.purposes.map((purpose) => [purpose, true])),
      signedName: story.consent.by,
      words: story.consent.words,
    },
    subject: story.subject,
    accounts: story.accounts.map((account) => ({
      platform: account.platform,
      handle: account.handle,
      platformId: account.id,
      idNotKnown: account.id === undefined,
      url: account.url,
      confidence: account.confidence,
      linkReason: account.why,
    })),
    incidents: story.incidents.map((incident) => ({
      kind: incident.event ? "event" : "act",
      nature: incident.nature,
      when: `${dayAgo(ctx, incident.ago)}T${incident.at}`,
      zone,
      words: incident.words,
      what: incident.what,
      account: incident.account === undefined ? undefined : String(incident.account),
      isKnowledge: incident.shows !== undefined,
      knowledge: incident.shows,
    })),
  };
}
