import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** An organisation keeps at least one administrator. @throws AppError conflict */
export function refuseLastAdmin(role: string, admins: number): void {
  if (role === "admin" && admins <= 1) {
    throw new AppError("conflict", t("This is the last administrator. Make somebody else one first."));
  }
}
