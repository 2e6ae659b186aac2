import { z } from "zod";
import { letterPart } from "@/lib/packets/packets/parts/letter-part";
import { t } from "@/lib/platform/language/translate";
import { isCivilDate } from "@/lib/platform/time/calendar";
import { outcomes, partsForOfficers, questionReasons } from "./types";

const ticked = z.preprocess((value) => value === true || value === "on", z.boolean());
const part = z.union([z.enum(partsForOfficers), letterPart]).default("served");
const optional = (max: number) => z.string().trim().max(max, t("Use at most {max} characters.", { max })).default("");

export const DeliverPacket = z.object({
  packetId: z.uuid(),
  liaisonId: z.uuid(t("Choose the officer.")),
  message: optional(500),
  /** The sealed annex is included: it contains the client's identity and address. */
  withAnnex: ticked,
});

export const OneHandover = z.object({ handoverId: z.uuid() });

export const RecordDownload = z.object({ handoverId: z.uuid(), part });

/** `how`: the page of the packet was opened, or the file itself was read in the browser. */
export const OpenHandover = z.object({ handoverId: z.uuid(), how: z.enum(["page", "file"]).default("page"), part });

export const AcknowledgeHandover = z.object({ handoverId: z.uuid(), note: optional(500) });

export const NumberHandover = z.object({
  handoverId: z.uuid(),
  kind: z.string().trim().min(1, t("Choose what kind of number this is.")).max(64),
  raw: z.string().trim().min(1, t("Type the number as it was issued.")).max(400, t("Use at most 400 characters.")),
  station: optional(80),
  issuedOn: optional(10).refine((text) => text === "" || isCivilDate(text), t("Give a date such as 2026-11-24.")),
  /** The number looks odd, and the officer confirms that it was issued like this. */
  keepAsTyped: z.literal(["on", ""]).optional(),
});

const spoken = (max: number, missing: string) =>
  z.string().trim().min(1, missing).max(max, t("Use at most {max} characters.", { max }));

export const AskAboutPacket = z.object({
  handoverId: z.uuid(),
  reason: z.enum(questionReasons, "Choose the reason."),
  /** A section of this kind of packet by its id, or an exhibit by its code; empty: all of it. */
  part: optional(64),
  words: spoken(2000, t("Say what you ask.")),
});
export type AskAboutPacket = z.output<typeof AskAboutPacket>;

export const AnswerQuestion = z.object({
  questionId: z.uuid(),
  answer: spoken(2000, t("Type the answer.")),
  mendedBy: z.union([z.literal(""), z.uuid()], t("Choose a later version of this packet.")).default(""),
});

export const RecordOutcome = z
  .object({
    handoverId: z.uuid(),
    outcome: z.enum(outcomes, "Choose where it stands."),
    on: z.string().trim().refine(isCivilDate, t("Give a date such as 2026-11-24.")),
    note: optional(1000),
  })
  .refine(({ outcome, note }) => outcome !== "refused" || note !== "", {
    path: ["note"],
    message: t("Say why it is refused."),
  });
export type RecordOutcome = z.output<typeof RecordOutcome>;

export const NoteRefusal = z.object({ outcomeId: z.uuid() });

export const TellWaiting = z.object({ handoverId: z.uuid() });
