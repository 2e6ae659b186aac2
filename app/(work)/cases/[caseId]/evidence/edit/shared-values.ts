import { methodLabels, obtainedLabels, timeSourceLabels } from "@/lib/evidence/exhibits/labels";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import { t } from "@/lib/platform/language/translate";
import { wallTime } from "@/lib/platform/time/zone";
import type { CaptureOptions } from "../_components/capture-fields";

/** The fields that several exhibits can share, by the names of the form. */
const sharedFields = [
  "sourceUrl",
  "platform",
  "accountId",
  "capturedAt",
  "method",
  "howObtained",
  "capturedBy",
  "device",
  "timeSource",
  "language",
  "description",
] as const;
type SharedField = (typeof sharedFields)[number];

/** What one exhibit has now, in the words of the page; empty for what is not recorded. */
export type CurrentValues = { label: string } & Record<SharedField, string>;

type Choices = Pick<CaptureOptions, "platforms" | "accounts">;

/** The values of an exhibit as its form shows them. */
export function valuesOf(exhibit: ExhibitView, { platforms, accounts }: Choices): CurrentValues {
  const { label, account, capturedAt, capturedZone, platform } = exhibit;
  return {
    label,
    sourceUrl: exhibit.sourceUrl ?? "",
    platform: platforms.find(({ value }) => value === platform)?.label ?? platform ?? "",
    accountId: accounts.find(({ value }) => value === account?.id)?.label ?? account?.code ?? "",
    capturedAt: capturedAt ? wallTime(capturedAt, capturedZone ?? "UTC").replace("T", " ") : "",
    method: methodLabels[exhibit.method],
    howObtained: obtainedLabels[exhibit.howObtained],
    capturedBy: exhibit.capturedBy ?? "",
    device: exhibit.device ?? "",
    timeSource: exhibit.timeSource ? timeSourceLabels[exhibit.timeSource] : "",
    language: exhibit.language ?? "",
    description: exhibit.description,
  };
}

/** What they have now, for the hint of a field: one value, several, or none. */
export function nowWords(all: readonly CurrentValues[], field: SharedField): string {
  const values = new Set(all.map((one) => one[field]));
  const [only = ""] = values;
  if (values.size > 1) return t("Now: several");
  return only === "" ? t("Now: not recorded") : t("Now: {value}", { value: only });
}

/** One field that would be saved: what becomes of it on how many. */
export type PlannedChange = { field: SharedField; value: string; changed: string[]; replaced: string[] };

/**
 * What saving changes: for each field that was filled in, the exhibits that get another value, and those of them that
 * lose one. @param given what was filled in, in the words of the page
 */
export function plannedChanges(
  all: readonly CurrentValues[],
  given: Partial<Record<SharedField, string>>,
): PlannedChange[] {
  return sharedFields.flatMap((field) => {
    const value = given[field]?.trim() ?? "";
    if (value === "") return [];
    const others = all.filter((one) => one[field] !== value);
    return [
      {
        field,
        value,
        changed: others.map(({ label }) => label),
        replaced: others.filter((one) => one[field] !== "").map(({ label }) => label),
      },
    ];
  });
}
