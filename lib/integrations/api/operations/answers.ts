import { z } from "zod";
import { risks } from "@/lib/casework/cases/types";
import { captureMethods, sensitivities, waysObtained } from "@/lib/evidence/exhibits/types";
import { apiScopes } from "@/lib/integrations/api-tokens/types";
import { roles } from "@/lib/kernel/access/roles";

/** An instant in UTC. */
const instant = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());
/** A civil date, by the calendar of the case's home country. */
const day = z.iso.date();

/** What is written is answered with ids alone: answers are kept for a day with their idempotency key. */
export const Made = z.object({ id: z.uuid() });

export const OpenedCase = z.object({ id: z.uuid(), clientId: z.uuid() });

export const AnnouncedUpload = z.object({
  id: z.uuid().describe("Under which the bytes are put: /uploads/{uploadId}."),
  knownExhibitId: z.uuid().nullable().describe("An exhibit of the case that has the same bytes already."),
});

export const UploadReceipt = z.object({
  exhibitId: z.uuid(),
  label: z.string(),
  sha256: z.string(),
  size: z.int(),
});

export const TokenAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(apiScopes)),
  expiresAt: instant,
  organisation: z.string(),
  member: z.object({ id: z.uuid(), name: z.string(), role: z.enum(roles) }),
});

const risk = {
  risk: z.enum(risks),
  riskAssessed: z.boolean().describe("False: nobody has assessed it yet."),
  inDanger: z.boolean(),
};

const CaseOfList = z.object({
  id: z.uuid(),
  code: z.string(),
  pseudonym: z.string(),
  pair: z.string(),
  ...risk,
  level: z.int(),
  levels: z.int(),
  nextStep: z.string(),
  nextDueOn: day.nullable(),
  ownerId: z.uuid(),
  openedAt: instant,
  lastActivityAt: instant,
  closedAt: instant.nullable(),
});

/** A page of a list: `next` is the cursor of the page after it, null on the last. */
const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().nullable() });

export const CaseList = pageOf(CaseOfList);

export const CaseAnswer = z.object({
  id: z.uuid(),
  code: z.string(),
  pseudonym: z.string(),
  clientId: z.uuid(),
  matter: z.string(),
  pair: z.string(),
  ...risk,
  level: z.int(),
  levels: z.int(),
  ownerId: z.uuid(),
  nextDueOn: day.nullable(),
  nextDueLabel: z.string().nullable(),
  closedAt: instant.nullable(),
  version: z.int().describe("To be sent with a change, so that it is not based on an older state."),
});

export const ReferenceList = pageOf(
  z.object({
    id: z.uuid(),
    kind: z.string(),
    label: z.string(),
    state: z.enum(["issued", "not_yet_issued"]),
    display: z.string().nullable(),
    issuer: z.string().nullable(),
    issuedOn: day.nullable(),
    receivedVia: z.string().nullable(),
    receivedOn: day.nullable(),
    warnings: z.array(z.string()).readonly(),
    recordedAt: instant,
  }),
);

export const DeadlineList = pageOf(
  z.object({
    key: z.string(),
    title: z.string(),
    kind: z.string().describe("Who set the limit, as a letter: L the law, P the provider, D our own default."),
    waitsOn: z.string().nullable(),
    startedOn: day,
    dueOn: day,
    dueAt: instant.nullable(),
    state: z.enum(["running", "soon", "overdue", "paused"]),
  }),
);

export const ExhibitList = pageOf(
  z.object({
    id: z.uuid(),
    number: z.int(),
    label: z.string(),
    description: z.string(),
    size: z.int(),
    sha256: z.string(),
    method: z.enum(captureMethods),
    howObtained: z.enum(waysObtained),
    platform: z.string().nullable(),
    sensitivity: z.enum(sensitivities),
    capturedAt: instant.nullable(),
    capturedZone: z.string().nullable(),
    receivedAt: instant,
    hashCheckedAt: instant.nullable(),
    hashFailedAt: instant.nullable(),
  }),
);

const packetStatus = z.enum([
  "building",
  "failed",
  "cancelled",
  "ready",
  "approved",
  "returned",
  "handed_over",
  "withdrawn",
]);

const PacketOfList = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: z.string(),
  version: z.int(),
  status: packetStatus,
  pages: z.int().nullable(),
  fileSize: z.int().nullable(),
  draftedAt: instant,
});

export const PacketList = pageOf(PacketOfList);

export const PacketAnswer = PacketOfList.extend({
  caseId: z.uuid(),
  fileSha256: z.string().nullable(),
  builtAt: instant.nullable(),
  decidedAt: instant.nullable(),
  progress: z.object({ done: z.int(), total: z.int(), stopping: z.boolean() }),
});

export const ReferralList = pageOf(
  z.object({
    id: z.uuid(),
    number: z.int(),
    serviceId: z.uuid(),
    serviceName: z.string(),
    state: z.enum(["open", "accepted", "declined", "ended", "withdrawn"]),
    answerBy: day.nullable(),
    outcomeBy: day.nullable(),
    answeredOn: day.nullable(),
    endedOn: day.nullable(),
    madeAt: instant,
  }),
);

export const ReleaseList = pageOf(
  z.object({
    id: z.uuid(),
    code: z.string(),
    recipient: z.string(),
    purpose: z.string(),
    signedOn: day,
    expiresOn: day,
    state: z.enum(["in_force", "ends_soon", "expired", "revoked"]),
    revokedAt: instant.nullable(),
  }),
);
