import { t } from "@/lib/platform/language/translate";
import "server-only";
import { AppError } from "@/lib/platform/errors";
import { type Covers, holdsCovered } from "./snapshot/covered";

/** A reason is printed next to what it permits. @throws AppError invalid at each reason that reveals what is covered */
export function refuseTellingReasons(reasons: Record<string, string>, covers: Covers): void {
  const telling = Object.entries(reasons).filter(([, reason]) => holdsCovered(reason, covers));
  if (telling.length === 0) return;
  throw new AppError(
    "invalid",
    t("A reason holds words that are covered in this case."),
    Object.fromEntries(
      telling.map(([id]) => [`overrides.${id}`, t("The reason is printed: leave the covered words out of it.")]),
    ),
  );
}
