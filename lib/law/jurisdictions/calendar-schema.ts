import { z } from "zod";
import { type HolidayCalendar, isCivilDate } from "@/lib/platform/time/calendar";
import { sourceSchema } from "./source-types";

const month = z.number().int().min(1).max(12);
const year = z.number().int().min(1900).max(2200);

/** A holiday calendar; lib/platform/time/calendar defines each rule. */
const calendar = z.strictObject({
  weekendRule: z.enum(["sunday_to_monday", "nearest_weekday", "none"]),
  holidays: z.array(
    z.strictObject({
      name: z.string().min(2),
      rule: z.discriminatedUnion("on", [
        z.strictObject({ on: z.literal("fixed"), month, day: z.number().int().min(1).max(31) }),
        z.strictObject({ on: z.literal("easter"), offset: z.number().int().min(-100).max(100) }),
        z.strictObject({
          on: z.literal("nth"),
          month,
          weekday: z.number().int().min(0).max(6),
          nth: z
            .number()
            .int()
            .refine((n) => n === -1 || (n >= 1 && n <= 5), "must be 1 to 5, or -1 for the last"),
        }),
      ]),
      from: year.exactOptional(),
      until: year.exactOptional(),
    }),
  ),
  proclaimed: z.array(
    z.strictObject({ on: z.string().refine(isCivilDate, "must be a real date, such as 2026-11-04"), name: z.string() }),
  ),
});

export const calendarSchema: z.ZodType<HolidayCalendar> = calendar;

/** The same as a file writes it, with where it was read, which nothing shows yet. */
export const calendarFileSchema = calendar
  .extend({ sources: z.array(sourceSchema).optional() })
  .transform(({ sources: _, ...rest }): HolidayCalendar => rest);
