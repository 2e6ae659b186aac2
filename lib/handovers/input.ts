import { z } from "zod";
import { isCivilDate } from "@/lib/platform/calendar";
import { partsForOfficers } from "./types";

const ticked = z.preprocess((value) => value === true || value === "on", z.boolean());
const part = z.enum(partsForOfficers).default("served");
const optional = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`).default("");

export const DeliverPacket = z.object({
  packetId: z.uuid(),
  liaisonId: z.uuid("Choose the officer."),
  message: optional(500),
  /** The sealed annex goes along: it says who and where the client is. */
  withAnnex: ticked,
});

export const OneHandover = z.object({ handoverId: z.uuid() });

export const RecordDownload = z.object({ handoverId: z.uuid(), part });

/** `how`: the page of the packet was opened, or the file itself was read in the browser. */
export const OpenHandover = z.object({ handoverId: z.uuid(), how: z.enum(["page", "file"]).default("page"), part });

export const AcknowledgeHandover = z.object({ handoverId: z.uuid(), note: optional(500) });

export const NumberHandover = z.object({
  handoverId: z.uuid(),
  kind: z.string().trim().min(1, "Choose what kind of number this is.").max(64),
  raw: z.string().trim().min(1, "Type the number as it was issued.").max(400, "Use at most 400 characters."),
  station: optional(80),
  issuedOn: optional(10).refine((text) => text === "" || isCivilDate(text), "Give a date such as 2026-11-24."),
  /** It looks odd, and the officer says that it was issued so. */
  keepAsTyped: z.literal(["on", ""]).optional(),
});
