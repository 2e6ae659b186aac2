import { plural } from "@/lib/platform/format";
import { type ExposureCounts, type ExposureKind, exposureKinds } from "./types";

export const exposureLabels: Record<ExposureKind, string> = {
  picture: "Pictures",
  page: "Pages",
  text: "Texts",
  sound: "Sounds",
};

const one: Record<ExposureKind, string> = { picture: "picture", page: "page", text: "text", sound: "sound" };

/** `You have revealed 4 pictures and 1 page this week.` */
export function myExposureWords(counts: ExposureCounts): string {
  const parts = exposureKinds.filter((kind) => counts[kind] > 0).map((kind) => plural(counts[kind], one[kind]));
  if (parts.length === 0) return "You have revealed nothing this week.";
  const last = parts.pop() ?? "";
  return `You have revealed ${parts.length > 0 ? `${parts.join(", ")} and ${last}` : last} this week.`;
}
