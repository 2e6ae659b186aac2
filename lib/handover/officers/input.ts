import { z } from "zod";
import {
  isPhone,
  officeAddress,
  officePhone,
  optionalText,
  optionalWall,
  requiredText,
  seenVersion,
} from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { instantOnWall, isZone } from "@/lib/platform/time/zone";
import { callbackResults } from "./types";

const text = (what: string, max: number) =>
  z
    .string(t("Type {what}.", { what }))
    .trim()
    .min(2, t("Type {what}.", { what }))
    .max(max, t("Use at most {max} characters.", { max }));

const entry = {
  name: text("the officer's name", 120),
  rank: text(t("the rank, for example Detective Sergeant"), 60),
  forceNumber: text(t("the force number"), 40),
  agency: text(t("the agency, for example the police"), 80),
  unit: text(t("the station or unit"), 120),
  address: officeAddress,
  phone: officePhone,
  zone: optionalText(64).refine(
    (zone) => zone === null || isZone(zone),
    t("We know no such time zone. Type region and city, such as Africa/Johannesburg."),
  ),
};

export const AmendLiaison = z.object({ liaisonId: z.uuid(t("Choose an officer.")), ...entry, version: seenVersion });

/** An officer who has no account; address and phone may follow before the call-back. */
export const AddLiaison = z.object({
  ...entry,
  email: z.email(t("Type the official e-mail address, such as name@police.example.")).max(254),
});

/** What was said on the phone to an officer's office. `at`: a local time in `zone`, or empty for now. */
export const NoteCallback = z
  .object({
    liaisonId: z.uuid(t("Choose an officer.")),
    phone: requiredText(t("Type the number that you called."), 40).refine(
      isPhone,
      t("Use digits, such as 021 000 0100."),
    ),
    source: requiredText(t("Say where you found the number."), 200),
    answeredBy: requiredText(t("Say who answered."), 120),
    result: z.enum(callbackResults, "Choose what came of it."),
    said: optionalText(500),
    at: optionalWall,
    zone: optionalText(64),
  })
  .transform(({ at, zone, ...rest }, context) => {
    if (at === null) return { ...rest, at: null as Date | null };
    const known = zone !== null && isZone(zone);
    const instant = known ? instantOnWall(at, zone) : null;
    if (instant) return { ...rest, at: instant as Date | null };
    const message = known ? t("That time did not exist in this time zone.") : t("Choose a time zone.");
    context.addIssue({ code: "custom", path: [known ? "at" : "zone"], message, input: at });
    return z.NEVER;
  });
