import { z } from "zod";
import { marks } from "@/lib/law/jurisdictions/source-types";
import {
  isPhone,
  optionalDate,
  optionalEmail,
  optionalText,
  requiredDate,
  requiredText,
  seenVersion,
} from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { bodyKinds } from "./types";

const ref = z
  .string(t("Choose an entry of the directory."))
  .regex(
    /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|law-[a-z0-9_-]{1,64})$/,
    t("Choose an entry of the directory."),
  );

/** Several numbers may stand in one field: each has digits enough for one, such as 10111. */
const phone = optionalText(120).refine(
  (text) => text === null || text.split(/[;,/]/).every((part) => isPhone(part.trim()) || /^\d{3,6}$/.test(part.trim())),
  t("Use digits, such as 021 000 0100. Separate two numbers with a comma."),
);

/** What the directory says about a body, as a form or a row of a list gives it. */
export const bodyFields = {
  kind: z.enum(bodyKinds, t("Choose what kind of office it is.")),
  country: z
    .string(t("Choose the country."))
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, t("Choose the country.")),
  name: requiredText(t("Type the name of the office."), 160),
  area: optionalText(120),
  phone,
  email: optionalEmail,
  address: optionalText(300),
  hours: optionalText(200),
  languages: optionalText(200),
  purpose: optionalText(300),
  source: requiredText(t("Say where you read this: an address or a document."), 300),
  readOn: requiredDate(t("Say on which day you read it.")),
  mark: z.enum(marks, t("Choose how sure this is.")),
};

export const BodyFields = z.object(bodyFields);

export const AddBody = z.object(bodyFields);

/** Saving says that the details were checked today. */
export const ChangeBody = z.object({ bodyRef: ref, version: seenVersion, ...bodyFields });

const refs = z
  .union([z.array(ref), ref.transform((one) => [one])], t("Choose at least one entry."))
  .refine((all) => all.length > 0, t("Choose at least one entry."))
  .refine((all) => all.length <= 500, t("Choose at most 500 at a time."));

/** `expiresOn`: from when it is asked again; a year from today if it is left out. */
export const ConfirmBodies = z.object({ bodyRefs: refs, expiresOn: optionalDate });

export const ReportBody = z.object({
  bodyRef: ref,
  note: requiredText(t("Say what changed, and how you know."), 500),
});

export const SettleReport = z.object({ bodyRef: ref });

export const RetireBody = z.object({
  bodyRef: ref,
  note: requiredText(t("Say why, for example: the station was closed."), 300),
});

export const RestoreBody = z.object({ bodyRef: ref });

/** `into`: the entry that stays, by its name as the field proposes it. */
export const MergeBody = z.object({
  bodyRef: ref,
  into: requiredText(t("Type the name of the entry that stays."), 300),
});
