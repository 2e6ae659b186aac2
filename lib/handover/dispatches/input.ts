import { z } from "zod";
import { optionalId, optionalText, requiredWall, requiredZone, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { instantOnWall } from "@/lib/platform/time/zone";
import { dispatchMethods } from "./types";

/** What left outside the portal. `at`: a local time in `zone`. To an officer of the directory whom a release names. */
export const NoteDispatch = z
  .object({
    packetId: z.uuid(),
    method: z.enum(dispatchMethods, "Choose how it left."),
    at: requiredWall(t("Say when it left.")),
    zone: requiredZone,
    /** If omitted, the person who records it. */
    sentBy: optionalId,
    liaisonId: z.uuid(t("Choose the officer. If they are not listed, add them under Officers first.")),
    proof: optionalText(120),
    withAnnex: ticked,
  })
  .transform(({ at, zone, ...rest }, context) => {
    const sentAt = instantOnWall(at, zone);
    if (sentAt) return { ...rest, sentAt };
    const message = t("That time did not exist in this time zone.");
    context.addIssue({ code: "custom", path: ["at"], message: message, input: at });
    return z.NEVER;
  });
export type NoteDispatch = z.output<typeof NoteDispatch>;
