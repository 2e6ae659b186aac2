import { z } from "zod";
import { receiverRoles } from "@/lib/packets/packets/types";
import { optionalDate, optionalId, optionalText, requiredDate, requiredText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const caseId = z.uuid(t("The case is missing."));

/** Ticked officers by the ids of their entries. */
const officers = z.record(z.uuid(), ticked).default({});

/** What a release says, apart from who signed it when. `which`: every exhibit, the selected ones by code, or none. */
export const ReleaseTerms = z.object({
  recipientRole: z.enum(receiverRoles, t("Choose which office may receive it.")),
  recipient: requiredText(t("Type who may receive it: the person or body by name."), 160),
  purpose: requiredText(t("Say what it is for."), 300),
  which: z.enum(["all", "some", "none"], t("Choose which exhibits may be given.")),
  exhibits: z.record(z.string().regex(/^E-\d{1,6}$/), ticked).default({}),
  identity: ticked,
  officers,
  /** What else the document says about what may be disclosed. */
  items: optionalText(600),
  crossBorderBasis: optionalText(300),
  /** 30 days after signing when left out */
  expiresOn: optionalDate,
});

type Covered = Pick<z.output<typeof ReleaseTerms>, "which" | "exhibits" | "identity">;

/** A release has to cover something. */
export function checkCovered({ which, exhibits, identity }: Covered, ctx: z.RefinementCtx): void {
  const say = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
  if (which === "some" && !Object.values(exhibits).includes(true))
    say("which", t("Tick the exhibits that may be given."));
  if (which === "none" && !identity)
    say("which", t("A release has to cover something: exhibits, or who the client is."));
}

/** Without a selected officer it covers nobody yet. */
export const GrantRelease = ReleaseTerms.extend({
  caseId,
  signedOn: requiredDate(t("Type the day the client signed.")),
  /** The scan of the signed document, an exhibit of this case; it may be added later. */
  exhibitId: optionalId,
}).superRefine(checkCovered);

export const FileScan = z.object({
  caseId,
  releaseId: z.uuid(t("The release is missing.")),
  exhibitId: z.uuid(t("Choose the signed paper from the exhibits of this case.")),
});

export const NameOfficers = z
  .object({ caseId, releaseId: z.uuid(t("The release is missing.")), officers })
  .refine((form) => Object.values(form.officers).includes(true), {
    path: ["officers"],
    message: t("Tick each officer whom the client meant."),
  });

/** The job after a revocation, or after one officer was removed. */
export const TellOfficers = z.object({ releaseId: z.uuid(), memberId: z.uuid().optional() });

export const TakeOffOfficer = z.object({
  caseId,
  releaseId: z.uuid(t("The release is missing.")),
  memberId: z.uuid(t("The officer is missing.")),
  reason: requiredText(t("Say why this officer is taken off."), 300),
});

export const RevokeRelease = z.object({
  caseId,
  releaseId: z.uuid(t("The release is missing.")),
  reason: requiredText(t("Say why, in the client's own terms if you can."), 300),
});
