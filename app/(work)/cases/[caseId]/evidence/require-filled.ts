import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { numbersOf } from "../../numbers-field";

/** The field in which each gap is filled in. */
const fields: Readonly<Record<string, string>> = {
  needs_time: "capturedAt",
  needs_url: "sourceUrl",
  needs_account_id: "accountId",
  no_incident: "incidentIds",
  no_device: "device",
};

/** @throws AppError invalid at the field of the gap if it was sent empty: that would save nothing and say "saved" */
export function requireFilled(form: FormData): void {
  const field = fields[String(form.get("gap"))];
  if (!field || form.get(field) || form.get(numbersOf(field))) return;
  const message = t("Fill it in first, or close it.");
  throw new AppError("invalid", message, { [field]: message });
}
