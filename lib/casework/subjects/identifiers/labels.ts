import type { IdentifierKind } from "./types";

export const identifierLabels: Record<IdentifierKind, string> = {
  phone: "Phone number",
  email: "E-mail address",
  wallet: "Wallet address",
  address: "Place or postal address",
  other: "Something else",
};
