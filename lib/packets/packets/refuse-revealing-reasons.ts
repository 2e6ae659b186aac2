import { t } from "@/lib/platform/language/translate";
import "server-only";
import { AppError } from "@/lib/platform/errors";
import { hintFinder, tellsOfClient } from "./snapshot/hints";
import type { Secret } from "./snapshot/leaks";

/**
 * Where a line says what tells of the client, such as the client's town in the name of a station that the docket cannot
 * be found without, a named person says why it may stay, in words that do not tell it again.
 * @throws AppError invalid at each such reason that tells of the client itself
 */
export function refuseRevealingReasons(
  fails: readonly { id: string; reason: string }[],
  reasons: Record<string, string>,
  secrets: readonly Secret[],
): void {
  const find = hintFinder(secrets);
  const telling = fails.filter(({ id, reason }) => tellsOfClient(reason) && find(reasons[id] ?? "").length > 0);
  if (telling.length === 0) return;
  throw new AppError(
    "invalid",
    t("A reason tells of the client."),
    Object.fromEntries(
      telling.map(({ id }) => [
        `overrides.${id}`,
        t("The reason is kept and printed: say why it may stay without the town, and without a word for the sex."),
      ]),
    ),
  );
}
