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
import { instantOnWall, isZone } from "@/lib/platform/time/zone";
import { callbackResults } from "./types";

const text = (what: string, max: number) =>
  z.string(`Type ${what}.`).trim().min(2, `Type ${what}.`).max(max, `Use at most ${max} characters.`);

const entry = {
  name: text("the officer's name", 120),
  rank: text("the rank, for example Detective Sergeant", 60),
  forceNumber: text("the force number", 40),
  agency: text("the agency, for example the police", 80),
  unit: text("the station or unit", 120),
  address: officeAddress,
  phone: officePhone,
};

export const AmendLiaison = z.object({ liaisonId: z.uuid("Choose an officer."), ...entry, version: seenVersion });

/** An officer who has no account; address and phone may follow before the call-back. */
export const AddLiaison = z.object({
  ...entry,
  email: z.email("Type the official e-mail address, such as name@police.example.").max(254),
});

/** What was said on the phone to an officer's office. `at`: a local time in `zone`, or empty for now. */
export const NoteCallback = z
  .object({
    liaisonId: z.uuid("Choose an officer."),
    phone: requiredText("Type the number that you called.", 40).refine(isPhone, "Use digits, such as 021 000 0100."),
    source: requiredText("Say where you found the number.", 200),
    answeredBy: requiredText("Say who answered.", 120),
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
    const message = known ? "That is not a time that a clock in this zone showed." : "Choose a time zone.";
    context.addIssue({ code: "custom", path: [known ? "at" : "zone"], message, input: at });
    return z.NEVER;
  });
