import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { IdentifierKind } from "./types";

export const identifierLabels: Record<IdentifierKind, string> = labelTable(() => ({
  phone: t("Phone number"),
  email: t("E-mail address"),
  wallet: t("Wallet address"),
  address: t("Place or postal address"),
  other: t("Something else"),
}));
