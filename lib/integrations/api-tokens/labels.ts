import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { ApiScope, ApiTokenState } from "./types";

export const scopeLabels: Record<ApiScope, string> = labelTable(() => ({
  "cases:read": t("Read cases"),
  "cases:write": t("Open cases and change their risk"),
  "references:read": t("Read references"),
  "references:write": t("Record references"),
  "notes:write": t("Add notes and contacts"),
  "deadlines:read": t("Read deadlines"),
  "evidence:read": t("Read exhibits and download originals"),
  "evidence:write": t("Upload evidence"),
  "packets:read": t("Read and download packets"),
  "packets:write": t("Build packets"),
  "referrals:read": t("Read referrals"),
  "releases:read": t("Read releases of information"),
  "rows:read": t("Fetch rows for a spreadsheet: cases without names, the report for donors"),
}));

export const tokenStateLabels: Record<ApiTokenState, string> = labelTable(() => ({
  waiting: t("Waits for the member"),
  works: t("Works"),
  expired: t("Expired"),
  ended: t("Ended"),
  left: t("Ended: the member left or has another role"),
}));
