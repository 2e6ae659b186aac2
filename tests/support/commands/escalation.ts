import { sql } from "drizzle-orm";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { pauseClock } from "@/lib/escalation/deadlines/pause-clock";
import { fileMail } from "@/lib/escalation/incoming-mail/commands/file-mail";
import { setMailAside } from "@/lib/escalation/incoming-mail/commands/set-mail-aside";
import { factsOf } from "@/lib/escalation/incoming-mail/rules";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { skipStep } from "@/lib/escalation/ladder/commands/skip-step";
import { recordLetterOut } from "@/lib/escalation/letters/record-letter-out";
import { recordPreservation } from "@/lib/escalation/preservation/record-preservation";
import { makeFeed } from "@/lib/escalation/reminders/make-feed";
import { snoozeItem } from "@/lib/escalation/snoozes/snooze-item";
import { reportTakedown } from "@/lib/escalation/takedowns/commands/report-takedown";
import { recordAuthority } from "@/lib/escalation/written-authorities/record-authority";
import { newFiles } from "@/lib/kernel/access/case-files";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { newId, newToken } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql } from "../by-sql";
import { office } from "../mail-text";
import { plantListed, turnChecksOn } from "../plant-checks";
import { followUp, homeToday, plantFollowUp, plantHandClock } from "../plant-clock";
import { plantLooseMail, plantMail, plantReplyAddress } from "../plant-incoming-mail";
import { plantAccount } from "../plant-matter";
import { plantTakedown } from "../plant-takedown";
import { siteHost } from "../platform-site";
import { plantRefusal, refused } from "../refusal";
import { forJobs, forWorkers, type Table } from "./row";
import { exhibitOf, type World } from "./world";

const reason = "Said in one sentence.";
const stepKey = "emergency";
const step = async (world: World) => ({ caseId: await world.newCase(), stepKey });

async function clock(world: World) {
  const caseId = await world.newCase();
  await plantFollowUp(world.worker.ctx, caseId);
  return { caseId, clockKey: followUp, reason };
}

async function snoozed(world: World) {
  const caseId = await world.newCase();
  await plantFollowUp(world.worker.ctx, caseId);
  return { caseId, itemKey: followUp, until: addDays(homeToday(world.worker.ctx), 3), reason };
}

async function asked(world: World) {
  const caseId = await world.newCase();
  const accountId = await plantAccount(world.worker.ctx, caseId, "99");
  const askedOn = addDays(homeToday(world.worker.ctx), -3);
  const number = { caseId, kind: "preservation", raw: newId(), receivedVia: "email", keepAsTyped: "on" };
  const { id: referenceId } = await recordReference(world.worker.ctx, number);
  return { id: newId(), caseId, accountId, askedBy: "Fynbos Road station", askedOn, referenceId };
}

async function standing(world: World) {
  const caseId = await world.newCase();
  return { caseId, refusalId: await plantRefusal(world.worker.ctx, caseId) };
}

async function authority(world: World) {
  const caseId = await world.newCase();
  const signedOn = homeToday(world.worker.ctx);
  return { caseId, process: "secretariat", givenBy: "client", signedOn, exhibitId: await world.exhibitOn(caseId) };
}

/** An item of the take-down list on a case of its own. */
async function item(world: World) {
  const caseId = await world.newCase();
  return { caseId, takedownId: await plantTakedown(world.worker.ctx, caseId) };
}

async function reported(world: World) {
  const planted = await item(world);
  const ticks = { tipOffSeen: "on", removalSeen: "on" };
  await reportTakedown(world.worker.ctx, { takedownId: planted.takedownId, ...ticks });
  return planted;
}

const reportId = async (world: World, caseId: string) => {
  const number = { caseId, kind: "platform_report", raw: newId(), receivedVia: "email", keepAsTyped: "on" };
  return (await recordReference(world.worker.ctx, { ...number, issuer: "Instagram" })).id;
};

const chosenInLists = {
  because: "The proof and a number of the case are chosen in lists.",
  foreign: { proofExhibitId: "invalid proofExhibitId", referenceId: "invalid referenceId" },
};

/** A letter of ours on a case of its own. */
async function sentLetter(world: World): Promise<string> {
  const caseId = await world.newCase();
  const sentOn = homeToday(world.worker.ctx);
  const letter = { caseId, to: "The station", sentOn, channel: "email", summary: "We ask for the number." };
  return (await recordLetterOut(world.worker.ctx, letter)).id;
}

const heldMail = async (world: World) => ({ mailId: await plantMail(world.worker.ctx, await world.newCase()) });

async function takenMail(world: World) {
  const { id: addressId } = await plantReplyAddress(world.worker.ctx, await world.newCase());
  const { keyId, wrapped } = newFiles(jobCtx(world.org.id));
  return {
    id: newId(),
    key: { keyId, wrapped },
    addressId,
    fingerprint: newToken(),
    messageHash: null,
    senderHash: null,
    size: 100,
    sha256: "0".repeat(64),
    fileId: null,
    facts: JSON.stringify(factsOf(null)),
    reasons: ["not_checked"],
    apart: null,
  };
}

const numberOf = (world: World): Promise<string> =>
  world.once("a number of the case for letters", async () => {
    const number = { caseId: world.caseId, kind: "information_regulator", raw: "IR 77/2026", receivedVia: "email" };
    return (await recordReference(world.worker.ctx, { ...number, keepAsTyped: "on" })).id;
  });

const letterLists = {
  otherwise: {
    because: "Scan and number are chosen in lists.",
    anotherCase: "invalid exhibitId",
    foreign: { exhibitId: "invalid exhibitId", referenceId: "invalid referenceId" },
  },
};

export const escalation: Table = {
  "escalation/checks/set-checks": {
    needs: "people.write",
    by: "admin",
    log: "checks.turned",
    input: () => ({ on: "on", platforms: ["youtube"], ownHosts: siteHost }),
    otherwise: { because: "It is about the whole organisation.", namesNothing: true },
  },
  "escalation/checks/set-case-checks": forWorkers("case.checks_turned", async (world) => ({
    caseId: await world.newCase(),
    off: "on",
  })),
  "escalation/checks/ask-for-check": forWorkers("takedown.check_asked", async (world) => {
    await turnChecksOn(await world.admin.ctx);
    return { takedownId: await plantListed(world.worker.ctx, await world.newCase()) };
  }),
  "escalation/checks/claim-check": forJobs("takedown.check_left", async (world) => ({
    takedownId: (await item(world)).takedownId,
  })),
  "escalation/checks/note-check": forJobs("takedown.checked", async (world) => ({
    takedownId: (await item(world)).takedownId,
    found: "unclear",
    proof: { status: null, headers: {}, bytes: null, sha256: null, redirects: 0, rule: "no answer" },
    problem: "too_slow",
  })),
  "escalation/deadlines/start-clock": forWorkers(
    "clock.started",
    ({ caseId, worker }) => ({
      id: newId(),
      caseId,
      title: "Phone the clerk",
      dueOn: addDays(homeToday(worker.ctx), 9),
    }),
    { otherwise: { because: "The form makes the id of its clock.", made: ["id"] } },
  ),
  "escalation/deadlines/answer-clock": forWorkers("clock.answered", async (world) => {
    const caseId = await world.newCase();
    const on = homeToday(world.worker.ctx);
    const clockId = await plantHandClock(world.worker.ctx, caseId, { dueOn: addDays(on, 5) });
    return { caseId, clockId, on, note: "The letter came." };
  }),
  "escalation/deadlines/extend-clock": forWorkers("clock.extended", async (world) => ({
    ...(await clock(world)),
    until: addDays(homeToday(world.worker.ctx), 20),
  })),
  "escalation/deadlines/pause-clock": forWorkers("clock.paused", clock),
  "escalation/deadlines/resume-clock": forWorkers("clock.resumed", async (world) => {
    const paused = await clock(world);
    await pauseClock(world.worker.ctx, paused);
    return paused;
  }),
  "escalation/snoozes/snooze-item": forWorkers("item.snoozed", snoozed),
  "escalation/snoozes/wake-item": forWorkers("item.woken", async (world) => {
    const { id } = await snoozeItem(world.worker.ctx, await snoozed(world));
    return { snoozeId: id };
  }),
  "escalation/ladder/advance-ladder": forJobs("step.completed", async (world) => {
    const caseId = await world.newCase();
    const number = { kind: "cas", raw: "Voorbeeldfontein CAS 214/10/2026", receivedVia: "sms", seenDuplicate: "on" };
    await recordReference(world.worker.ctx, { caseId, ...number });
    return { caseId };
  }),
  "escalation/ladder/begin-step": forWorkers("step.begun", step),
  "escalation/ladder/note-contact": forWorkers("step.contact_noted", async (world) => {
    const begun = await step(world);
    await beginStep(world.worker.ctx, begun);
    return { ...begun, note: "The client confirmed the date." };
  }),
  "escalation/ladder/record-outcome": forWorkers("step.outcome_recorded", async (world) => ({
    ...(await step(world)),
    note: "Sworn before a commissioner.",
  })),
  "escalation/ladder/reopen-step": forWorkers("step.reopened", async (world) => {
    const skipped = { ...(await step(world)), reason };
    await skipStep(world.worker.ctx, skipped);
    return skipped;
  }),
  "escalation/ladder/skip-step": forWorkers("step.skipped", async (world) => ({ ...(await step(world)), reason })),
  "escalation/ladder/submit-step": forWorkers("step.submitted", step),
  "escalation/incoming-mail/make-reply-address": forWorkers("reply_address.made", async (world) => ({
    caseId: await world.newCase(),
    party: "Fictional Road station",
    senders: office,
  })),
  "escalation/incoming-mail/end-reply-address": forWorkers("reply_address.ended", async (world) => ({
    addressId: (await plantReplyAddress(world.worker.ctx, await world.newCase())).id,
  })),
  "escalation/incoming-mail/take-mail": forJobs("incoming_mail.received", takenMail, {
    otherwise: {
      because: "Which case it is for, the token says; its ids are made by the job that read it.",
      made: ["id"],
      inside: ["key"],
      left: ["fileId"],
    },
  }),
  "escalation/incoming-mail/file-mail": forWorkers("incoming_mail.filed", heldMail),
  "escalation/incoming-mail/unfile-mail": forWorkers("incoming_mail.unfiled", async (world) => {
    const held = await heldMail(world);
    await fileMail(world.worker.ctx, held);
    return held;
  }),
  "escalation/incoming-mail/set-mail-aside": forWorkers("incoming_mail.set_aside", heldMail),
  "escalation/incoming-mail/take-up-mail": forWorkers("incoming_mail.taken_up", async (world) => {
    const held = await heldMail(world);
    await setMailAside(world.worker.ctx, held);
    return held;
  }),
  "escalation/incoming-mail/link-mail": {
    needs: "case.review",
    by: "boss",
    log: "incoming_mail.linked",
    input: async (world) => {
      const caseId = await world.newCase();
      const [row] = await bySql<{ code: string }>(world.boss.ctx, sql`select code from app.cases where id = ${caseId}`);
      return { mailId: await plantLooseMail(world.worker.ctx, caseId), caseCode: row?.code };
    },
    otherwise: { because: "Every supervisor sees a mail that names no case.", bystander: "done" },
  },
  "escalation/incoming-mail/note-mail-exhibit": forWorkers("incoming_mail.made_evidence", async (world) => {
    const caseId = await world.newCase();
    return {
      mailId: await plantMail(world.worker.ctx, caseId),
      exhibitId: await world.exhibitOn(caseId),
      index: null,
    };
  }),
  "escalation/incoming-mail/erase-mail": forJobs("incoming_mail.erased", heldMail, {
    through: async (world) => ({ ...jobCtx(world.org.id), now: new Date(Date.now() + 200 * 86_400_000) }),
  }),
  "escalation/incoming-mail/set-mail-days": {
    needs: "people.write",
    by: "admin",
    log: "incoming_mail.days_set",
    input: () => ({ days: 60 }),
    otherwise: { because: "It is about the organisation.", namesNothing: true, abroad: "done", bystander: "done" },
  },
  "escalation/letters/prove-letter": forWorkers("letter.proven", async (world) => ({
    letterId: await sentLetter(world),
    proofKind: "post_number",
    proof: "RC 000 000 000 ZA",
  })),
  "escalation/letters/record-letter-in": forWorkers(
    "letter.recorded",
    async (world) => ({
      caseId: world.caseId,
      from: "The Regulator",
      receivedOn: homeToday(world.worker.ctx),
      channel: "post",
      summary: "They have the complaint.",
      exhibitId: await exhibitOf(world),
      referenceId: await numberOf(world),
    }),
    letterLists,
  ),
  "escalation/letters/record-letter-out": forWorkers(
    "letter.recorded",
    async (world) => ({
      caseId: world.caseId,
      to: "The Regulator",
      sentOn: homeToday(world.worker.ctx),
      channel: "email",
      summary: "We ask how far it is.",
      exhibitId: await exhibitOf(world),
      referenceId: await numberOf(world),
    }),
    letterLists,
  ),
  "escalation/letters/withdraw-letter": forWorkers("letter.withdrawn", async (world) => ({
    letterId: await sentLetter(world),
    reason,
  })),
  "escalation/messages/record-pasted": forWorkers(
    "case.message_pasted",
    async (world) => {
      const number = { no: 0, kind: "cas", raw: "CAS 515/11/2025", station: "Protea Heights", sure: true };
      return {
        caseId: world.caseId,
        receivedVia: "sms",
        receivedOn: "",
        proofExhibitId: await exhibitOf(world),
        numbers: [number],
        officer: null,
      };
    },
    {
      otherwise: {
        because: "The proof is chosen in a list, and read with the numbers.",
        anotherCase: "invalid proofExhibitId",
        noId: { proofExhibitId: "asks the database" },
        foreign: { proofExhibitId: "invalid proofExhibitId" },
      },
    },
  ),
  "escalation/preservation/record-preservation": forWorkers("preservation.recorded", asked, {
    otherwise: {
      because: "The form makes the id of its request; account and number are chosen in lists.",
      made: ["id"],
      anotherCase: "invalid accountId",
      foreign: { accountId: "invalid accountId", referenceId: "invalid referenceId" },
    },
  }),
  "escalation/preservation/renew-preservation": forWorkers(
    "preservation.answered",
    async (world) => {
      const { referenceId, ...rest } = await asked(world);
      const { id } = await recordPreservation(world.worker.ctx, rest);
      const on = homeToday(world.worker.ctx);
      return { caseId: rest.caseId, preservationId: id, answer: "accepted", on, referenceId };
    },
    {
      otherwise: { because: "The number is chosen in a list.", foreign: { referenceId: "invalid referenceId" } },
    },
  ),
  "escalation/refusals/log-refusal": forWorkers(
    "refusal.logged",
    async (world) => ({ caseId: world.caseId, ...refused, proofExhibitId: await exhibitOf(world) }),
    {
      otherwise: {
        because: "The proof is chosen in a list.",
        anotherCase: "invalid proofExhibitId",
        foreign: { proofExhibitId: "invalid proofExhibitId" },
      },
    },
  ),
  "escalation/refusals/raise-refusal": forWorkers("refusal.raised", async (world) => ({
    ...(await standing(world)),
    rungKey: "station-commander",
    on: "2026-11-18",
    reason,
  })),
  "escalation/refusals/settle-refusal": forWorkers("refusal.settled", async (world) => ({
    ...(await standing(world)),
    settledOn: "2026-11-20",
    note: "The number came after all",
  })),
  "escalation/replies/log-reply": forWorkers("step.reply_logged", async (world) => ({
    ...(await step(world)),
    channel: "call",
    note: "They said that they look into it.",
  })),
  "escalation/reminders/make-feed": {
    needs: "case.read",
    by: "worker",
    log: "feed.made",
    input: () => ({}),
    otherwise: { because: "It is of whoever asks.", namesNothing: true },
  },
  "escalation/reminders/revoke-feed": {
    needs: "own.settings",
    by: "worker",
    log: "feed.revoked",
    input: async (world) => ({ feedId: (await makeFeed(world.worker.ctx, {})).id }),
  },
  "escalation/reminders/set-wishes": {
    needs: "own.settings",
    by: "worker",
    log: "wishes.set",
    input: () => ({
      mails: "none",
      zone: "Africa/Johannesburg",
      digestAt: "07:30",
      quietFrom: "20:00",
      quietUntil: "06:00",
    }),
    otherwise: { because: "It is of whoever asks.", namesNothing: true },
  },
  "escalation/takedowns/add-takedown": forWorkers(
    "takedown.added",
    async (world) => {
      const caseId = await world.newCase();
      const accountId = await plantAccount(world.worker.ctx, caseId, "99");
      return { caseId, accountId, url: "https://www.instagram.com/p/example" };
    },
    {
      otherwise: {
        because: "The account is chosen in a list.",
        anotherCase: "invalid accountId",
        foreign: { accountId: "invalid accountId" },
      },
    },
  ),
  "escalation/takedowns/answer-takedown": forWorkers(
    "takedown.answered",
    async (world) => {
      const { caseId, takedownId } = await reported(world);
      return { takedownId, answer: "refused", proofExhibitId: await world.exhibitOn(caseId) };
    },
    { otherwise: chosenInLists },
  ),
  "escalation/takedowns/drop-takedown": forWorkers("takedown.dropped", async (world) => ({
    takedownId: (await item(world)).takedownId,
  })),
  "escalation/takedowns/number-takedown": forWorkers(
    "takedown.numbered",
    async (world) => {
      const { caseId, takedownId } = await reported(world);
      const referenceId = await reportId(world, caseId);
      return { takedownId, referenceId, proofExhibitId: await world.exhibitOn(caseId) };
    },
    { otherwise: chosenInLists },
  ),
  "escalation/takedowns/record-looks": forWorkers(
    "takedown.seen",
    async (world) => {
      const { caseId, takedownId } = await item(world);
      const proofExhibitId = await world.exhibitOn(caseId);
      return { caseId, takedownIds: [takedownId], seen: "gone", proofExhibitId };
    },
    {
      otherwise: {
        because: "The items are ticked in a list, and the proof is chosen in one.",
        anotherCase: "invalid takedownIds",
        foreign: { "takedownIds.0": "invalid takedownIds", proofExhibitId: "invalid proofExhibitId" },
      },
    },
  ),
  "escalation/takedowns/report-takedown": forWorkers(
    "takedown.reported",
    async (world) => {
      const { caseId, takedownId } = await item(world);
      const referenceId = await reportId(world, caseId);
      const proofExhibitId = await world.exhibitOn(caseId);
      return { takedownId, referenceId, proofExhibitId, tipOffSeen: "on", removalSeen: "on" };
    },
    { otherwise: chosenInLists },
  ),
  "escalation/takedowns/track-items": forWorkers("takedown.added", async (world) => {
    const caseId = await world.newCase();
    return { caseId, keys: [`account:${await plantAccount(world.worker.ctx, caseId, "99")}`] };
  }),
  "escalation/takedowns/undo-entry": forWorkers("takedown.undone", async (world) => ({
    takedownId: (await reported(world)).takedownId,
  })),
  "escalation/written-authorities/record-authority": forWorkers("authority.recorded", authority, {
    otherwise: {
      because: "The signed paper is chosen in a list.",
      anotherCase: "invalid exhibitId",
      foreign: { exhibitId: "invalid exhibitId" },
    },
  }),
  "escalation/written-authorities/revoke-authority": forWorkers("authority.revoked", async (world) => {
    const paper = await authority(world);
    return { caseId: paper.caseId, authorityId: (await recordAuthority(world.worker.ctx, paper)).id, reason };
  }),
};
