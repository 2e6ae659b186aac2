import { z } from "zod";
import { optionalDate, optionalId, requiredDate } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { addDays, isCivilDate } from "@/lib/platform/time/calendar";
import { type CountedFigures, caseSets, periodKeys, reportNames } from "./types";

const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{0,20}$/, t("Choose one from the list."))
  .nullish()
  .transform((text) => text || null);

const whole = {
  period: z.enum(periodKeys, "Choose a period from the list.").default("days30"),
  from: optionalDate,
  to: optionalDate,
  pair: code,
};

const asked = { ...whole, member: optionalId };

const longest = 5 * 366;

type Days = { period: string; from: string | null; to: string | null };

/** Two days make a period: both there, in order, and at most five years apart. */
function checkDays({ period, from, to }: Days, context: z.core.$RefinementCtx): void {
  if (period !== "custom") return;
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (!from) refuse("from", t("Choose the first day."));
  if (!to) refuse("to", t("Choose the last day."));
  // A day that is none has its own message already.
  if (!from || !to || !isCivilDate(from) || !isCivilDate(to)) return;
  if (to < from) refuse("to", t("The last day is before the first."));
  else if (addDays(from, longest) < to) refuse("to", t("Choose at most five years."));
}

/** The filter of the page, as its address carries it. */
export const ReportAsked = z.object(asked).superRefine(checkDays);
export type ReportAsked = z.output<typeof ReportAsked>;

/** The same for donors, who are told of nobody's cases in particular. */
export const DonorReportAsked = z.object(whole).superRefine(checkDays);

export const ExportReport = z
  .object({
    ...asked,
    report: z.enum([...reportNames, "donor"], "There is no such report."),
    format: z.enum(["csv", "xlsx", "pdf"], "There is no such kind of file."),
  })
  .superRefine(checkDays)
  .refine(({ report, format }) => format !== (report === "donor" ? "xlsx" : "pdf"), {
    path: ["format"],
    message: t("There is no such kind of file."),
  });

const count = z.int().min(0);

const countedRow = z.object({
  key: z.string(),
  n: count,
  ofMember: count,
  ofPair: count,
  events: count,
  median: z.number().nullable(),
  settled: count,
  settledCases: count,
  openCases: count,
  sample: z.string().nullable(),
});

const reveals = z.object({ memberId: z.uuid(), name: z.string(), week: z.string(), reveals: count });

/** What was counted, as it is kept; null when it could not be counted in time. */
export const KeptFigures: z.ZodType<CountedFigures | null> = z
  .object({ counted: z.record(z.enum(caseSets), z.array(countedRow)), reveals: z.array(reveals) })
  .nullable();

const filter = {
  from: requiredDate(t("Choose the first day.")),
  to: requiredDate(t("Choose the last day.")),
  memberId: optionalId,
  pair: code,
};

/** A filter as it counts: two days, a person and a pair. */
export const ForgetCounts = z.object(filter);

export const KeepCounts = z.object({ ...filter, figures: KeptFigures });
