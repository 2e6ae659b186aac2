import { type Limits, limitsOf, type SettablePermission } from "@/lib/kernel/access/role-rules";
import { type Role, roleLabels } from "@/lib/kernel/access/roles";
import { allOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";

/** What one of our roles is called. */
export const roleWords = (role: Role): string => roleLabels[role];

export const permissionWords: Record<SettablePermission, { label: string; hint: string }> = {
  "case.write": { label: t("Change cases"), hint: t("Without it the role reads and changes nothing.") },
  "case.open": { label: t("Open cases"), hint: t("Register clients and open new cases.") },
  "case.import": { label: t("Bring cases in"), hint: t("Import a list of cases.") },
  "case.export": { label: t("Exports"), hint: t("Ask for the folder of a case with all that is in it.") },
  "packet.build": { label: t("Build packets"), hint: t("Draft a packet and build it again.") },
  "document.write": { label: t("Write documents"), hint: t("Sworn statements, requests, certificates.") },
  "paper.read": {
    label: t("Open packets and documents"),
    hint: t("Files of packets, texts of documents, papers for clients: they print what is in the case."),
  },
  "release.write": { label: t("Record releases"), hint: t("Revoking one is always possible.") },
  "handover.deliver": { label: t("Hand packets over"), hint: t("To an officer, or by a first-contact link.") },
  "client.page": { label: t("The client’s page"), hint: t("Open it, write to her, offer papers.") },
  "rights.write": { label: t("Requests about data"), hint: t("Record what a client asks about her data.") },
  "directory.write": {
    label: t("Keep the directories"),
    hint: t("Officers, and stations, courts and offices. Adding and confirming one of these is always possible."),
  },
  "field.contact": { label: t("Client’s phone, e-mail and address"), hint: t("Also by searching for them.") },
  "field.safety": { label: t("Safety plan"), hint: t("Read and change it.") },
  "field.identity": {
    label: t("Subject’s identity"),
    hint: t("Names, numbers and addresses of the subject, and alike pictures."),
  },
  "field.charges": { label: t("Charges"), hint: t("Offences named, and their elements.") },
  "field.notes": { label: t("Notes and contacts"), hint: t("Read and write them.") },
};

/** As the table lists them. */
export const permissionGroups: readonly { title: string; of: readonly SettablePermission[] }[] = [
  { title: t("Cases"), of: ["case.write", "case.open", "case.import", "case.export"] },
  { title: t("Packets and documents"), of: ["packet.build", "document.write", "paper.read"] },
  { title: t("What leaves the organisation"), of: ["release.write", "handover.deliver"] },
  { title: t("Clients and officers"), of: ["client.page", "rights.write", "directory.write"] },
  {
    title: t("Groups of fields"),
    of: ["field.contact", "field.safety", "field.identity", "field.charges", "field.notes"],
  },
];

export const stateLabels = {
  waiting: t("Waiting"),
  confirmed: t("Confirmed"),
  refused: t("Refused"),
  withdrawn: t("Taken back"),
};

/** What an administrator is told about a change that waits. `opens` is when it counts if nobody can confirm it. */
export function waitingWords(opens: string | null): string {
  return opens
    ? t("Nobody can confirm this now, so it counts from {opens}. Until then it can be refused.", { opens })
    : t("A supervisor or another administrator confirms it first. They find it under Roles.");
}

/** In the place of fields that the organisation keeps from a role. */
export const notVisible = t("Not visible to your role");

/** `Open cases, Charges`; for a sentence. */
export const listOf = (permissions: readonly SettablePermission[]): string =>
  allOf(permissions.map((one) => permissionWords[one].label));

/** The conditions of whoever lacks this, as the context has it. */
export const ownLimits = (lacks: readonly string[] | undefined): string[] => limitWords(limitsOf(lacks));

/** The conditions in words, none for a role without any. */
export function limitWords({ ownOnly, openOnly, maxDays }: Limits): string[] {
  return [
    ...(ownOnly ? [t("Changes own cases only")] : []),
    ...(openOnly ? [t("Changes open cases only")] : []),
    ...(maxDays === null ? [] : [t("Changes no record older than {maxDays} days", { maxDays })]),
  ];
}
