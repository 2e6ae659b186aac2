import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { isZone } from "@/lib/platform/time/zone";
import { mailChoices } from "./types";

const time = z
  .string(t("Type a time."))
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, t("Use hours and minutes: 07:30."));

export const SetWishes = z.object({
  mails: z.enum(mailChoices, "Choose which mails you want."),
  zone: z.string(t("Type a time zone.")).trim().refine(isZone, t("We know no such time zone. Type region and city.")),
  digestAt: time,
  quietFrom: time,
  quietUntil: time,
});

export const MakeFeed = z.object({});

export const RevokeFeed = z.object({ feedId: z.uuid() });
