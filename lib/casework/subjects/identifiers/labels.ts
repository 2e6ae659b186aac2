import { t } from "@/lib/platform/language/translate";
import type { IdentifierKind } from "./types";

export const identifierLabels: Record<IdentifierKind, string> = {
  phone: t("Phone number"),
  email: t("E-mail address"),
  wallet: t("Wallet address"),
  address: t("Place or postal address"),
  other: t("Something else"),
};
