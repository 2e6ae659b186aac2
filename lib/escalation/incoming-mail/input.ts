import { z } from "zod";
import { optionalText, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { heldReasons } from "./types";

const mailId = z.uuid(t("The mail is missing."));
const caseId = z.uuid(t("The case is missing."));
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const sender = /^([^\s@<>,;"]{1,64})?@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/;
const askSenders = t("Type an e-mail address, or @ and the domain of an office. Several are divided by commas.");

export const MakeReplyAddress = z.object({
  caseId,
  party: requiredText(t("Say whom you give it to."), 200),
  senders: requiredText(askSenders, 1000)
    .transform((text) => [
      ...new Set(
        text
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter((word) => word !== ""),
      ),
    ])
    .refine((list) => list.length > 0 && list.length <= 10 && list.every((word) => sender.test(word)), askSenders),
  step: optionalText(140),
});

export const EndReplyAddress = z.object({ addressId: z.uuid(t("The address is missing.")) });

export const OneMail = z.object({ mailId });

export const FileMail = z.object({ mailId, step: optionalText(140) });

export const LinkMail = z.object({
  mailId,
  caseCode: requiredText(t("Type the code of the case, for example CD-2026-0001."), 40),
});

/** The message itself, or one attachment by its place. */
export const FileAsExhibit = z.object({
  mailId,
  part: z.string().regex(/^(message|\d{1,2})$/, t("Choose what becomes evidence.")),
});

export const NoteMailExhibit = z.object({
  mailId,
  exhibitId: z.uuid(t("The exhibit is missing.")),
  index: z.number().int().min(0).max(99).nullable(),
});

export const SetMailDays = z.object({
  days: z.coerce
    .number(t("Type a number of days."))
    .int(t("Type a number of days."))
    .min(14, t("Keep it at least 14 days."))
    .max(365, t("Keep it at most 365 days.")),
});

/** What a job takes in. Everything of it was read in the sandbox. */
export const TakeMail = z.object({
  id: z.uuid(),
  key: z.object({ keyId: z.uuid(), wrapped: z.string() }),
  addressId: z.uuid().nullable(),
  fingerprint: z.instanceof(Buffer),
  messageHash: z.instanceof(Buffer).nullable(),
  senderHash: z.instanceof(Buffer).nullable(),
  size: z.number().int().nonnegative(),
  sha256,
  fileId: z.uuid().nullable(),
  facts: z.string(),
  reasons: z.array(z.enum(heldReasons)),
  apart: z.enum(["flood", "automatic"]).nullable(),
});
