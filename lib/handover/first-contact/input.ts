import { z } from "zod";
import { partsForOfficers } from "@/lib/handover/handovers/types";
import { letterPart } from "@/lib/packets/packets/parts/letter-part";
import { t } from "@/lib/platform/language/translate";

export const MakeFirstLink = z.object({ packetId: z.uuid(), liaisonId: z.uuid(t("Choose the officer.")) });

export const OneFirstLink = z.object({ linkId: z.uuid() });

/** `folder`: all of them as one file. The sealed annex never goes through a link. */
export const TakeFirstFile = z.object({
  handoverId: z.uuid(),
  part: z.union([z.enum([...partsForOfficers.filter((part) => part !== "annex"), "folder"] as const), letterPart]),
});
