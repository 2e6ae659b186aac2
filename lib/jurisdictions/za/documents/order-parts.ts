import {
  apart,
  aside,
  ask,
  heading,
  line,
  mustAsk,
  type PaperDraft,
  sign,
  table,
} from "@/lib/jurisdictions/common/documents/blocks";
import { harassment, statementFields } from "./sources";

/** What the papers for a protection order have in common, under either Act. */

const served = "The order and the application are served on the subject, so the subject will know.";

export const base = {
  jurisdiction: "ZA",
  steps: ["protection-order"],
  form: "paper",
  addressee: ["The Clerk of the Court", "Magistrate's Court"],
  signers: ["client", "advocate"],
  whoMaySend: "Client, or another person with the client's written consent",
  sendableByUs: true,
  notifiesSubject: served,
} satisfies Partial<PaperDraft>;

export const respondent = (where: string) => [
  heading(`${where}. The respondent`),
  line("Name, if known", "{subject.name}", {
    hint: "What is alleged, not a finding. Write “unknown” if the name is not known",
  }),
  line("Where the respondent is, if known", "{subject.place}"),
  table("accounts", "Accounts that the respondent uses"),
  table("identifiers", "What else points to the respondent"),
];

export const facts = (where: string) => [
  heading(`${where}. What happened`),
  {
    kind: "numbered",
    each: "acts",
    text: "On {at}, on {platform}, from the account {account} (account number {platformId}): {what} The words were: {words} Web address: {url}. See {exhibits}.",
  } as const,
  ask(
    "What else did the respondent do: following, watching, waiting, calls, parcels, messages to family or work? Give date, time and place. If nothing else, write “Nothing else”.",
  ),
  heading("What the respondent knew"),
  { kind: "numbered", each: "knowledge", text: "On {at}: {what} See {exhibits}." } as const,
  mustAsk(
    "Whether the respondent was told to stop",
    "When and how was the respondent told to stop or blocked, and what came after that?",
    statementFields,
  ),
  heading("What it has done"),
  mustAsk(
    "Harm",
    "What harm was done or is feared: to body, mind, property, work, family? Name who saw it and any medical report.",
    statementFields,
  ),
];

export const ending = [
  heading("Other cases and orders"),
  table("references", "Numbers known so far"),
  ask(
    "Is there any other case, order or application between the two? Name the court, the number and the state. If there is none, write “There is none”.",
  ),
  heading("Witnesses"),
  ask("Who can confirm what, and will they make an affidavit? Put their addresses on the separate sheet."),
  { kind: "annexures", mark: "A" } as const,
  sign("Complainant, or the person who applies for the complainant", "Full names", "Place", "Date"),
  line("Our reference", "{case.code}"),
  apart("Complainant's home address", "{client.address}"),
  apart("Complainant's work address", ""),
  apart("Complainant's telephone", "{client.phone}"),
  apart("Names and addresses of witnesses", ""),
];

export const notAbroad = aside(
  "An order from this court is not enforced in the United States. There the complainant applies again in the state where the respondent is.",
  harassment.notAbroad,
);
