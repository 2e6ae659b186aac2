import { sql } from "drizzle-orm";
import { beginBatch } from "@/lib/casework/assignments/begin-batch";
import { bringInCase } from "@/lib/casework/cases/commands/bring-in-case";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { saveChoice } from "@/lib/casework/choice-lists/commands/save-choice";
import { readChoiceList } from "@/lib/casework/choice-lists/queries";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { recordConsent } from "@/lib/casework/consents/record-consent";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import { listEmergencyAccessNotices } from "@/lib/casework/emergency-access/queries";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { addNote } from "@/lib/casework/notes/add-note";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { storeSecret } from "@/lib/casework/references/commands/store-secret";
import { answerReferral } from "@/lib/casework/referrals/answer-referral";
import { referClient } from "@/lib/casework/referrals/refer-client";
import { writeReview } from "@/lib/casework/reviews/write-review";
import { addPlanEntry } from "@/lib/casework/safety/plans/add-plan-entry";
import { assessRisk } from "@/lib/casework/safety/risk/assess-risk";
import { addService } from "@/lib/casework/services/add-service";
import { linkAccount } from "@/lib/casework/subjects/commands/link-account";
import { linkAccountExhibit } from "@/lib/casework/subjects/commands/link-account-exhibit";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { officeToday } from "@/lib/law/office/rules";
import { newId } from "@/lib/platform/ids";
import { bySql } from "../by-sql";
import { account, caseForm, incident, newClient, openSample, safeContact } from "../case-form";
import { dangerAnswer } from "../danger";
import { addField } from "../own-field";
import { forJobs, forWorkers, type Row, type Table } from "./row";
import { exhibitOf, sampleOf, type World } from "./world";

const ended = { outcome: "client_ended", note: "The client asked.", seen: "on" };
const past = { openedOn: "2024-03-05" };
const reason = "Said in one sentence.";

const clientOf = (world: World, caseId: string) =>
  world.once(`client of ${caseId}`, async () => {
    const rows = await bySql<{ id: string }>(
      world.worker.ctx,
      sql`select client_id as id from app.cases where id = ${caseId}`,
    );
    return rows[0]?.id ?? "";
  });

/** A field is of the form and not of a record: one that is not there is said where it stands, once the record was found. */
const ofFields = {
  because: "Fields are of every record of their kind, and are said at their place in the form.",
  foreign: { "custom.#0": "invalid custom.#id" },
  noId: { "custom.#0": "asks the database" },
};

/** A field of the organisation's own for such records. */
const fieldOf = (world: World, record: string) =>
  world.once(`a field of a ${record}`, () => addField(world.admin.ctx, { record }));

const codeOf = async (world: World, caseId: string) => {
  const [row] = await bySql<{ code: string }>(world.worker.ctx, sql`select code from app.cases where id = ${caseId}`);
  return row?.code ?? "";
};

/** The shared case of a form, with what is on it. */
const onSample = (world: World) =>
  world.once("what is on the sample", async () => {
    const caseId = await sampleOf(world);
    const [subject] = await listSubjects(world.worker.ctx, caseId);
    const [first] = await listIncidents(world.worker.ctx, caseId);
    const exhibitId = await world.exhibitOn(caseId);
    const more = { caseId, subjectId: subject?.id ?? "", incidentId: first?.id ?? "", exhibitId };
    return { ...more, accountId: subject?.accounts[0]?.id ?? "" };
  });

async function planEntry(world: World) {
  const caseId = await sampleOf(world);
  const { id } = await addPlanEntry(world.worker.ctx, { caseId, section: "people", what: "A sister" });
  return { caseId, entryId: id };
}

/** A new case on which the client's consent is recorded. */
async function consentOn(world: World): Promise<{ caseId: string; consentId: string }> {
  const caseId = await world.newCase();
  const { id: consentId } = await recordConsent(world.worker.ctx, { caseId, ground: "consent", way: "on_paper" });
  return { caseId, consentId };
}

const facts = { handle: "@quiet.harbour", confidence: "possible" };

async function newAccount(world: World) {
  const { caseId, subjectId, exhibitId } = await onSample(world);
  const draft = { caseId, subjectId, platform: "x", ...facts, platformId: newId() };
  const { id } = await linkAccount(world.worker.ctx, draft);
  return { caseId, accountId: id, exhibitId };
}

const phone = () => ({ kind: "phone", value: `+27 82 ${String(Date.now()).slice(-7)}`, confidence: "probable" });

async function newIdentifier(world: World) {
  const { caseId, subjectId, exhibitId } = await onSample(world);
  const { id } = await addIdentifier(world.worker.ctx, { caseId, subjectId, ...phone() });
  return { caseId, identifierId: id, exhibitId };
}

async function newCharge(world: World) {
  const { id: caseId } = await openSample(world.worker.ctx);
  const { id } = await nameCharge(world.worker.ctx, { caseId, homeOffence: "za-cca-15", thereOffence: "us-875c" });
  return { caseId, chargeId: id };
}

async function newLook(world: World) {
  const caseId = await world.newCase();
  const { id } = await requestEmergencyAccess(world.colleague.ctx, { code: await codeOf(world, caseId), reason });
  return { caseId, lookId: id };
}

async function openLook(world: World) {
  const look = await newLook(world);
  await decideEmergencyAccess(world.boss.ctx, { lookId: look.lookId, decision: "release" });
  return look;
}

let counted = 0;
const number = () => {
  counted += 1;
  return { kind: "cas", raw: `Voorbeeldfontein CAS ${counted}/11/2026`, receivedVia: "sms", seenDuplicate: "on" };
};

async function newReference(world: World) {
  const { id } = await recordReference(world.worker.ctx, { caseId: world.caseId, state: "issued", ...number() });
  return id;
}

async function newSecret(world: World) {
  const referenceId = await newReference(world);
  const { id } = await storeSecret(world.worker.ctx, { referenceId, label: "PIN", secret: "4711" });
  return { secretId: id };
}

async function newReview(world: World) {
  const { id } = await writeReview(world.boss.ctx, { caseId: world.caseId, note: "All is well." });
  return { reviewId: id };
}

/** A note with something that is still to be done, on the shared case. */
async function newNote(world: World) {
  const { caseId } = await onSample(world);
  const { id } = await addNote(world.worker.ctx, { ...note(), caseId });
  return { noteId: id };
}

const note = () => ({ id: newId(), kind: "call", words: "She phoned.", visibility: "working", nextAct: "Phone again" });

async function newOffer(world: World) {
  const caseId = await world.newCase();
  const { id } = await offerCase(world.worker.ctx, { caseId, memberId: world.colleague.memberId, reason });
  return { offerId: id };
}

const ofEverybody = { because: "The directory belongs to all of the organisation.", bystander: "done" } as const;

const service = { kind: "shelter", name: "Shelter at the river (invented)" };

async function newService(world: World) {
  const { id } = await addService(world.worker.ctx, service);
  return id;
}

async function newReferral(world: World) {
  return {
    caseId: world.caseId,
    serviceId: await newService(world),
    purpose: "A bed for two weeks.",
    passedOn: "A first name and a safe number.",
    consent: "spoken",
    consentOn: officeToday(new Date()),
  };
}

async function madeReferral(world: World) {
  const { id } = await referClient(world.worker.ctx, await newReferral(world));
  return id;
}

/** A draft of a choice of the organisation's own, and the preview that shows it. */
async function draftChoice(world: World) {
  await saveChoice(world.admin.ctx, { list: "service", nearest: "other", en: `Kind ${newId()}` });
  const { draft } = await readChoiceList(world.admin.ctx, "service");
  return { list: "service", seen: draft?.seen };
}

const forLists = (log: string, input: Row["input"]): Row => ({
  needs: "fields.write",
  by: "admin",
  log,
  input,
  otherwise: { because: "A list is every administrator's, and each organisation has its own.", namesNothing: true },
});

export const casework: Table = {
  "casework/choice-lists/save-choice": forLists("choice.drafted", () => ({
    list: "act",
    nearest: "doxxing",
    en: `Words ${newId()}`,
  })),
  "casework/choice-lists/move-choice": forLists("choice.drafted", () => ({
    list: "event",
    choice: "blocked",
    way: "down",
  })),
  "casework/choice-lists/publish-choices": forLists("choice.published", draftChoice),
  "casework/choice-lists/discard-choices": forLists("choice.discarded", async (world) => ({
    list: (await draftChoice(world)).list,
  })),
  "casework/assignments/begin-batch": forWorkers(
    "assignment.begun",
    async (world) => ({
      batchId: newId(),
      caseIds: [await world.newCase()],
      memberId: world.colleague.memberId,
      reason,
    }),
    {
      otherwise: {
        because: "The list may name anything: each of its cases is looked for when its row is tried.",
        made: ["batchId", "caseIds.0"],
        bystander: "done",
        noId: { "caseIds.0": "asks the database" },
      },
    },
  ),
  "casework/assignments/assign-row": forWorkers("assignment.tried", async (world) => {
    const [batchId, caseId] = [newId(), await world.newCase()];
    await beginBatch(world.worker.ctx, { batchId, caseIds: [caseId], memberId: world.colleague.memberId, reason });
    return { batchId, askedId: caseId };
  }),
  "casework/cases/amend-case-fields": forWorkers(
    "custom_value.written",
    async (world) => {
      const caseId = await world.newCase();
      return { caseId, custom: { [await fieldOf(world, "case")]: "Ward 7" } };
    },
    { otherwise: { ...ofFields, anotherCase: "done" } },
  ),
  "casework/cases/assign-case": forWorkers(
    "case.assigned",
    async (world) => ({ caseId: await world.newCase(), memberId: world.colleague.memberId }),
    { otherwise: { because: "Each case of ours may be given to a colleague.", anotherCase: "done" } },
  ),
  "casework/cases/bring-in-case": {
    needs: "case.import",
    by: "boss",
    log: "case.opened",
    input: async (world) =>
      caseForm({ ...past, client: undefined, clientId: await clientOf(world, await world.newCase()) }),
    otherwise: { because: "The form makes the id of its case.", made: ["id"] },
  },
  "casework/cases/change-risk": forWorkers("case.risk_changed", async (world) => ({
    caseId: await world.newCase(),
    risk: "elevated",
    inDanger: "on",
    reason,
  })),
  "casework/cases/close-case": forWorkers("case.closed", async (world) => ({
    caseId: await world.newCase(),
    ...ended,
  })),
  "casework/cases/close-past-case": {
    needs: "case.import",
    by: "boss",
    log: "case.closed",
    input: async (world) => {
      const { id } = await bringInCase(world.boss.ctx, caseForm(past));
      return { caseId: id, closedOn: "2024-06-20", outcome: "stopped", note: "The account is gone." };
    },
  },
  "casework/cases/describe-case": forWorkers("case.described", async (world) => ({
    caseId: await world.newCase(),
    matter: `Threats and doxxing ${newId().slice(-6)}`,
  })),
  "casework/cases/move-playbook": forWorkers(
    "case.playbook_moved",
    (world) => ({ caseId: world.caseId, from: 1, to: 1 }),
    {
      otherwise: { because: "There is one version of each playbook; its own test brings two.", ends: "conflict" },
    },
  ),
  "casework/cases/open-case": {
    needs: "case.open",
    by: "worker",
    log: "case.opened",
    input: async (world) => caseForm({ client: undefined, clientId: await clientOf(world, world.caseId) }),
    otherwise: { because: "The form makes the id of its case.", made: ["id"] },
  },
  "casework/cases/reopen-case": forWorkers("case.reopened", async (world) => {
    const caseId = await world.newCase();
    await closeCase(world.worker.ctx, { caseId, ...ended });
    return { caseId, reason };
  }),
  "casework/charges/answer-elements": forWorkers(
    "charge.elements_answered",
    async (world) => {
      const { caseId, chargeId } = await newCharge(world);
      const [act] = await listIncidents(world.worker.ctx, caseId);
      const exhibitId = await world.exhibitOn(caseId);
      return {
        caseId,
        chargeId,
        answers: [{ side: "home", key: "discloses", incidents: [act?.id], exhibits: [exhibitId] }],
      };
    },
    {
      otherwise: {
        because: "Facts are ticked in a list, and said beside it when they are of no use.",
        foreign: {
          "answers.0.incidents.0": "invalid answers.0.incidents",
          "answers.0.exhibits.0": "invalid answers.0.exhibits",
        },
      },
    },
  ),
  "casework/charges/link-act": forWorkers(
    "charge.act_linked",
    async (world) => {
      const { caseId, chargeId } = await newCharge(world);
      const [act] = await listIncidents(world.worker.ctx, caseId);
      return { caseId, incidentId: act?.id, elements: [`${chargeId} home discloses`] };
    },
    {
      otherwise: {
        because: "Elements are ticked in a list of those that the charges have.",
        anotherCase: "conflict",
        foreign: { incidentId: "invalid elements" },
      },
    },
  ),
  "casework/charges/drop-charge": forWorkers("charge.dropped", async (world) => ({
    ...(await newCharge(world)),
    why: "The words threaten property alone.",
  })),
  "casework/charges/name-charge": forWorkers("charge.named", async (world) => ({
    caseId: await sampleOf(world),
    homeOffence: "za-cca-15",
  })),
  "casework/charges/set-aside-offence": forWorkers("charge.offence_set_aside", async (world) => ({
    caseId: await sampleOf(world),
    offence: "us-2261a2",
    why: "There is one act.",
  })),
  "casework/clients/append-sought": forJobs(
    "client.sought",
    async (world) => ({
      entries: [{ action: "client.sought", subjectId: world.worker.memberId, detail: { of: "phone" } }],
    }),
    {
      otherwise: {
        because: "It only appends to the log of the job's own organisation what a search reached there.",
        left: ["entries.0.caseId", "entries.0.detail.clientId", "entries.0.detail.newClientId"],
        abroad: "done",
        foreign: { "entries.0.subjectId": "done" },
      },
    },
  ),
  "casework/clients/amend-client-fields": forWorkers(
    "custom_value.written",
    async (world) => ({
      clientId: await clientOf(world, await world.newCase()),
      custom: { [await fieldOf(world, "client")]: "Ward 7" },
    }),
    { otherwise: ofFields },
  ),
  "casework/incidents/amend-incident-fields": forWorkers(
    "custom_value.written",
    async (world) => {
      const { caseId, incidentId } = await onSample(world);
      return { caseId, incidentId, custom: { [await fieldOf(world, "incident")]: "Ward 7" } };
    },
    { otherwise: ofFields },
  ),
  "casework/referrals/amend-referral-fields": forWorkers(
    "custom_value.written",
    async (world) => ({
      referralId: await madeReferral(world),
      custom: { [await fieldOf(world, "referral")]: "Ward 7" },
    }),
    { otherwise: ofFields },
  ),
  "casework/clients/complete-client": forWorkers("client.completed", async (world) => ({
    clientId: await clientOf(world, await world.newCase()),
    address: "2 Voorbeeld Street, Testville",
    replace: "on",
  })),
  "casework/clients/register-client": {
    needs: "case.open",
    by: "worker",
    log: "client.registered",
    input: () => newClient(`Heron ${newId().slice(-6)}`),
    otherwise: { because: "The client is new.", namesNothing: true },
  },
  "casework/clients/reveal-client": forWorkers(
    "client.revealed",
    async (world) => ({ clientId: await clientOf(world, world.caseId), reason }),
    { proof: "best" },
  ),
  "casework/clients/search-clients": {
    needs: "case.open",
    by: "worker",
    log: "client.searched",
    input: () => ({ name: "Nomvula Dlamini" }),
    otherwise: { because: "It looks for words.", namesNothing: true },
  },
  "casework/clients/agree-sending": forWorkers("client.sending_agreed", async (world) => ({
    clientId: await clientOf(world, await sampleOf(world)),
    from: "09:00",
    until: "15:00",
  })),
  "casework/clients/set-safe-contact": forWorkers("client.safe_contact_set", async (world) => ({
    clientId: await clientOf(world, await world.newCase()),
    ...safeContact,
  })),
  "casework/conflicts-of-interest/lift-conflict": {
    needs: "case.review",
    by: "boss",
    log: "denial.lifted",
    input: async (world) => {
      const denied = { caseId: await world.newCase(), memberId: world.colleague.memberId, reason };
      return { denialId: (await recordConflict(world.boss.ctx, denied)).id };
    },
  },
  "casework/conflicts-of-interest/record-conflict": forWorkers(
    "denial.set",
    async (world) => ({ caseId: await world.newCase(), memberId: world.colleague.memberId, reason }),
    { otherwise: { because: "Somebody may be kept from each of our cases.", anotherCase: "done" } },
  ),
  "casework/consents/file-consent-paper": forWorkers(
    "consent.paper_filed",
    async (world) => {
      const agreed = await consentOn(world);
      return { ...agreed, exhibitId: await world.exhibitOn(agreed.caseId) };
    },
    {
      otherwise: {
        because: "The paper is chosen in a list.",
        anotherCase: "invalid exhibitId",
        foreign: { exhibitId: "invalid exhibitId" },
      },
    },
  ),
  "casework/consents/record-consent": forWorkers("consent.recorded", async (world) => ({
    caseId: await world.newCase(),
    ground: "consent",
    way: "read_back",
  })),
  "casework/consents/withdraw-consent": forWorkers("consent.withdrawn", async (world) => ({
    ...(await consentOn(world)),
    reason,
  })),
  "casework/danger/assess-danger": forWorkers("danger.assessed", async (world) => {
    const caseId = await sampleOf(world);
    return { caseId, ...(await dangerAnswer(world.worker.ctx, caseId)) };
  }),
  "casework/safety/plans/add-plan-entry": forWorkers("safety.plan_changed", async (world) => ({
    caseId: await sampleOf(world),
    section: "people",
    what: "A sister",
  })),
  "casework/safety/plans/amend-plan-entry": forWorkers("safety.plan_changed", async (world) => ({
    ...(await planEntry(world)),
    what: "A brother",
  })),
  "casework/safety/plans/remove-plan-entry": forWorkers("safety.plan_changed", planEntry),
  "casework/safety/reviews/record-safety-review": forWorkers("safety.reviewed", async (world) => {
    const { caseId } = await planEntry(world);
    return { caseId, about: "plan", reviewedOn: "2026-10-01" };
  }),
  "casework/safety/risk/assess-risk": forWorkers("risk.assessed", async (world) => ({
    caseId: await sampleOf(world),
    "is-worse": "yes",
  })),
  "casework/safety/risk/decide-risk": forWorkers(
    "risk.decided",
    async (world) => {
      const caseId = await world.newCase();
      const { id } = await assessRisk(world.worker.ctx, { caseId });
      return { caseId, assessmentId: id, level: "elevated", reason };
    },
    {
      otherwise: {
        because: "Only the newest answers of the case are decided; any other id is not of them.",
        foreign: { assessmentId: "conflict" },
      },
    },
  ),
  "casework/safety/technology/record-device-check": forWorkers("safety.checked", async (world) => ({
    caseId: await sampleOf(world),
    item: "location",
    state: "to_do",
    checkedOn: "2026-10-01",
  })),
  "casework/emergency-access/request-emergency-access": {
    needs: "case.open",
    by: "colleague",
    log: "look.asked",
    input: async (world) => ({ code: await codeOf(world, world.caseId), reason }),
    otherwise: { because: "It asks with a case's number and says nothing of it.", namesNothing: true },
  },
  "casework/emergency-access/decide-emergency-access": {
    needs: "case.review",
    by: "boss",
    log: "look.released",
    proof: "best",
    input: async (world) => ({ lookId: (await newLook(world)).lookId, decision: "release" }),
  },
  "casework/emergency-access/end-emergency-access": {
    needs: "case.review",
    by: "boss",
    log: "look.ended",
    input: async (world) => ({ lookId: (await openLook(world)).lookId }),
  },
  "casework/emergency-access/see-notice": forWorkers("look.notice_seen", async (world) => {
    const { caseId } = await openLook(world);
    const notice = (await listEmergencyAccessNotices(world.worker.ctx)).find(
      (emergencyAccessNotice) => emergencyAccessNotice.caseId === caseId,
    );
    return { noticeId: notice?.id };
  }),
  "casework/flags/raise-flag": forWorkers("flag.raised", ({ caseId }) => ({ caseId, message: "Look at the dates." })),
  "casework/flags/resolve-flag": forWorkers("flag.resolved", async ({ worker, caseId }) => {
    const { id } = await raiseFlag(worker.ctx, { caseId, message: "Look at the dates." });
    return { flagId: id, note: "They are right." };
  }),
  "casework/services/add-service": forWorkers("service.added", () => service, {
    otherwise: { because: "It is of no case.", namesNothing: true },
  }),
  "casework/services/amend-service": forWorkers(
    "service.amended",
    async (world) => ({ serviceId: await newService(world), ...service, phone: "+27 00 000 0199" }),
    { otherwise: ofEverybody },
  ),
  "casework/services/retire-service": forWorkers(
    "service.retired",
    async (world) => ({ serviceId: await newService(world) }),
    { otherwise: ofEverybody },
  ),
  "casework/referrals/refer-client": forWorkers("referral.made", async (world) => newReferral(world), {
    otherwise: { because: "A service is of no case.", anotherCase: "done" },
  }),
  "casework/referrals/answer-referral": forWorkers("referral.answered", async (world) => ({
    referralId: await madeReferral(world),
    answer: "accepted",
    answeredOn: officeToday(new Date()),
    words: "They have a bed from Friday.",
  })),
  "casework/referrals/end-referral": forWorkers("referral.ended", async (world) => {
    const referralId = await madeReferral(world);
    const answeredOn = officeToday(new Date());
    await answerReferral(world.worker.ctx, { referralId, answer: "accepted", answeredOn, words: "Yes." });
    return { referralId, endedOn: answeredOn, outcome: "Two weeks in the shelter." };
  }),
  "casework/referrals/withdraw-referral": forWorkers("referral.withdrawn", async (world) => ({
    referralId: await madeReferral(world),
    reason: "The client stays with family.",
  })),
  "casework/incidents/amend-incident": forWorkers(
    "incident.amended",
    async (world) => {
      const { caseId, incidentId, accountId } = await onSample(world);
      const { account: _, ...told } = incident;
      return { caseId, incidentId, accountId, ...told, what: "Another message with a threat" };
    },
    { otherwise: { because: "An account is chosen in a list.", foreign: { accountId: "invalid accountId" } } },
  ),
  "casework/incidents/log-incident": forWorkers(
    "incident.logged",
    async (world) => {
      const { caseId, accountId } = await onSample(world);
      const { account: _, ...told } = incident;
      return { caseId, accountId, ...told };
    },
    {
      otherwise: {
        because: "An account is chosen in a list.",
        anotherCase: "invalid accountId",
        foreign: { accountId: "invalid accountId" },
      },
    },
  ),
  "casework/incidents/link-exhibit": forWorkers("exhibit.tied_to_incident", async (world) => {
    const { caseId, incidentId, exhibitId } = await onSample(world);
    return { caseId, incidentId, exhibitId };
  }),
  "casework/minors-stop/lift-stop": {
    needs: "packet.decide",
    by: "boss",
    log: "images.stop_lifted",
    input: async (world) => {
      const caseId = await world.newCase();
      await stopImages(world.worker.ctx, { caseId, reason });
      return { caseId, reason, sure: "on" };
    },
  },
  "casework/minors-stop/note-minor": forWorkers("client.completed", async (world) => ({
    clientId: await clientOf(world, await world.newCase()),
    isMinor: "on",
  })),
  "casework/minors-stop/record-sighting": forWorkers(
    "images.sighting_recorded",
    async (world) => {
      const { caseId, accountId } = await onSample(world);
      const seen = { seenAt: "2026-10-20T21:15", zone: "Africa/Johannesburg" };
      return { caseId, accountId, url: "https://pictures.example/p/123", ...seen };
    },
    {
      otherwise: {
        because: "An account is chosen in a list.",
        anotherCase: "invalid accountId",
        foreign: { accountId: "invalid accountId" },
      },
    },
  ),
  "casework/minors-stop/stop-images": forWorkers("images.stopped", async (world) => ({
    caseId: await world.newCase(),
    reason,
  })),
  "casework/notes/add-note": forWorkers(
    "note.written",
    async (world) => {
      const { caseId, accountId } = await onSample(world);
      return { ...note(), caseId, accountId };
    },
    {
      otherwise: {
        because: "The form makes the id of the note, and an account is chosen in a list.",
        made: ["id"],
        anotherCase: "invalid accountId",
        foreign: { accountId: "invalid accountId" },
      },
    },
  ),
  "casework/notes/amend-note": forWorkers(
    "note.amended",
    async (world) => {
      const { accountId } = await onSample(world);
      return { ...(await newNote(world)), accountId, kind: "note", words: "She phoned twice." };
    },
    { otherwise: { because: "An account is chosen in a list.", foreign: { accountId: "invalid accountId" } } },
  ),
  "casework/notes/discard-draft": forWorkers("note.draft_discarded", ({ caseId }) => ({ caseId, noteId: newId() }), {
    otherwise: { because: "The note is one that is not saved yet.", made: ["noteId"], anotherCase: "done" },
  }),
  "casework/notes/finish-next-act": forWorkers("note.next_act_done", newNote),
  "casework/notes/pin-note": forWorkers("note.pinned", async (world) => ({ ...(await newNote(world)), pinned: "on" })),
  "casework/notes/save-draft": forWorkers(
    "note.draft_saved",
    ({ caseId }) => ({ caseId, noteId: newId(), revision: 0, typed: { words: "She pho" } }),
    { otherwise: { because: "The note is one that is not saved yet.", made: ["noteId"], anotherCase: "done" } },
  ),
  "casework/notes/withdraw-note": forWorkers("note.withdrawn", async (world) => ({
    ...(await newNote(world)),
    reason,
  })),
  "casework/references/record-reference": forWorkers(
    "reference.recorded",
    async (world) => ({ caseId: world.caseId, ...number(), proofExhibitId: await exhibitOf(world) }),
    {
      otherwise: {
        because: "The proof is chosen in a list.",
        anotherCase: "invalid proofExhibitId",
        foreign: { proofExhibitId: "invalid proofExhibitId" },
      },
    },
  ),
  "casework/references/amend-reference": forWorkers(
    "reference.amended",
    async (world) => ({ referenceId: await newReference(world), proofExhibitId: await exhibitOf(world) }),
    { otherwise: { because: "The proof is chosen in a list.", foreign: { proofExhibitId: "invalid proofExhibitId" } } },
  ),
  "casework/references/withdraw-reference": forWorkers("reference.withdrawn", async (world) => ({
    referenceId: await newReference(world),
    reason,
  })),
  "casework/references/store-secret": forWorkers("reference.secret_stored", async (world) => ({
    referenceId: await newReference(world),
    label: "PIN",
    secret: "4711",
  })),
  "casework/references/reveal-secret": forWorkers(
    "reference.secret_revealed",
    async (world) => ({ ...(await newSecret(world)), reason }),
    { proof: "best" },
  ),
  "casework/references/destroy-secret": forWorkers("reference.secret_destroyed", newSecret),
  "casework/reviews/write-review": {
    needs: "case.review",
    by: "boss",
    log: "review.written",
    input: ({ caseId }) => ({ caseId, note: "All is well." }),
  },
  "casework/reviews/reply-to-review": forWorkers("review.answered", async (world) => ({
    ...(await newReview(world)),
    words: "Thank you.",
  })),
  "casework/reviews/close-review": forWorkers("review.closed", newReview),
  "casework/subjects/add-subject": forWorkers("subject.added", ({ caseId }) => ({ caseId, allegedName: "Fictional" })),
  "casework/subjects/amend-subject": forWorkers("subject.amended", async (world) => {
    const { caseId, subjectId } = await onSample(world);
    return { caseId, subjectId, allegedName: "Fictional" };
  }),
  "casework/subjects/link-account": forWorkers(
    "account.linked",
    async (world) => {
      const { caseId, subjectId, exhibitId } = await onSample(world);
      return { caseId, subjectId, exhibitId, platform: "facebook", ...facts, idNotKnown: "on" };
    },
    { otherwise: { because: "The exhibit is chosen in a list.", foreign: { exhibitId: "invalid exhibitId" } } },
  ),
  "casework/subjects/amend-account": forWorkers("account.amended", async (world) => {
    const { caseId, accountId } = await newAccount(world);
    return { caseId, accountId, ...facts, handle: "@another", platformId: account.platformId, correctsId: "on" };
  }),
  "casework/subjects/link-account-exhibit": forWorkers("account.exhibit_tied", newAccount),
  "casework/subjects/unlink-account-exhibit": forWorkers("account.exhibit_untied", async (world) => {
    const linked = await newAccount(world);
    await linkAccountExhibit(world.worker.ctx, linked);
    return linked;
  }),
  "casework/subjects/identifiers/add-identifier": forWorkers(
    "identifier.added",
    async (world) => {
      const { caseId, subjectId, exhibitId } = await onSample(world);
      return { caseId, subjectId, exhibitId, ...phone() };
    },
    { otherwise: { because: "The exhibit is chosen in a list.", foreign: { exhibitId: "invalid exhibitId" } } },
  ),
  "casework/subjects/identifiers/amend-identifier": forWorkers(
    "identifier.amended",
    async (world) => ({ ...(await newIdentifier(world)), ...phone(), value: "+27 82 555 0202" }),
    { otherwise: { because: "The exhibit is chosen in a list.", foreign: { exhibitId: "invalid exhibitId" } } },
  ),
  "casework/subjects/identifiers/remove-identifier": forWorkers("identifier.removed", async (world) => {
    const { caseId, identifierId } = await newIdentifier(world);
    return { caseId, identifierId, seen: "on" };
  }),
  "casework/transfers/offer-case": forWorkers(
    "case.offered",
    async (world) => ({ caseId: await world.newCase(), memberId: world.colleague.memberId, reason }),
    { otherwise: { because: "Each case of ours may be offered to a colleague.", anotherCase: "done" } },
  ),
  "casework/transfers/accept-offer": { ...forWorkers("case.offer_accepted", newOffer), by: "colleague" },
  "casework/transfers/reject-offer": {
    ...forWorkers("case.offer_rejected", async (world) => ({ ...(await newOffer(world)), reason })),
    by: "colleague",
  },
  "casework/transfers/take-back-offer": forWorkers("case.offer_taken_back", newOffer),
};
