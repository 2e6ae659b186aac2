import type { IdentifierKind } from "./types";

export const identifierLabels: Record<IdentifierKind, string> = {
  phone: "Phone number",
  email: "E-mail address",
  wallet: "Wallet address",
  address: "Place or postal address",
  other: "Something else",
};

export const identifierHints: Record<IdentifierKind, string> = {
  phone: "With the country code, for example +27 82 000 0000",
  email: "For example name@mail.example",
  wallet: "As it was sent, letter for letter",
  address: "Street, town and country, as far as they are known",
  other: "For example a licence plate or a name of a network",
};
