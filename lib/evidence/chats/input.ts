import { z } from "zod";
import { IncidentShape } from "@/lib/casework/cases/input";
import { requiredZone } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { chatFormats, chatProblems, dateOrders } from "@/lib/platform/sandbox/chat-types";
import { pickedMax } from "./rules";

const importId = z.uuid(t("The reading is missing."));
const order = z.enum(dateOrders, "Choose how its dates are written.");

export const StartImport = z.object({
  caseId: z.uuid(t("The case is missing.")),
  exhibitId: z.uuid(t("Choose an exhibit.")),
  zone: requiredZone,
  /** Left out, it is found from the file. */
  dateOrder: z
    .union([z.literal(""), order])
    .nullish()
    .transform((chosen) => chosen || null),
});

export const AnswerImport = z.object({ importId, dateOrder: order });

export const LinkSender = z.object({
  senderId: z.uuid(t("The sender is missing.")),
  /** `client`, `nobody`, or the id of an account of the subject. */
  to: z.union([z.literal("client"), z.literal("nobody"), z.uuid()], t("Choose who this is.")),
});

export const MakeIncidents = z.object({
  importId,
  messageIds: z
    .union(
      [z.array(z.uuid(t("Choose messages from the list."))), z.uuid().transform((id) => [id])],
      t("Choose a message."),
    )
    .transform((ids) => [...new Set(ids)])
    .refine((ids) => ids.length > 0, t("Choose at least one message."))
    .refine((ids) => ids.length <= pickedMax, t("Choose at most {pickedMax} messages at a time.", { pickedMax })),
  nature: IncidentShape.shape.nature,
});

/** The part of an export's message that the job stores. */
export const NoteMessages = z.object({
  importId,
  format: z.enum(chatFormats),
  messages: z
    .array(
      z.object({
        seq: z.number().int().min(1),
        sentAt: z.date(),
        stamp: z.string().max(64),
        sender: z.string().max(2000).nullable(),
        kind: z.enum(["text", "media", "call", "deleted", "system"]),
        words: z.string().max(200_100),
        media: z.string().max(20_000).nullable(),
        /** Which of several messages that are the same in all else, from 1. */
        nth: z.number().int().min(1),
      }),
    )
    .min(1)
    .max(1000),
});
export type NoteMessages = z.output<typeof NoteMessages>;

export const FinishImport = z.object({
  importId,
  format: z.enum(chatFormats).nullable(),
  problem: z.enum(chatProblems).nullable(),
  detail: z.string().max(64).nullable(),
  /** Messages in the export, including those already stored. */
  found: z.number().int().min(0),
  unreadable: z.number().int().min(0),
  unreadableAt: z.array(z.number().int().min(0)).max(50),
});
