import { t } from "@/lib/platform/language/translate";
import "server-only";
import { AppError } from "@/lib/platform/errors";

/** The message for a Postgres function that did not change a factor. */
export function factorRefusal(state: string | undefined): AppError {
  if (state === "unproven") return new AppError("forbidden", t("Confirm first that it is you. Then try again."));
  if (state === "last") return new AppError("conflict", t("This is your last way to sign in. Add another one first."));
  if (state === "known") return new AppError("conflict", t("This device has a passkey here already."));
  if (state === "many") return new AppError("conflict", t("You have twenty passkeys. Remove one first."));
  if (state === "unoffered")
    return new AppError("conflict", t("This key was used already, or is too old. Scan the new one."));
  if (state === "unknown") return new AppError("not_found", t("It was removed already."));
  return new AppError("unauthenticated", t("Sign in again."));
}
