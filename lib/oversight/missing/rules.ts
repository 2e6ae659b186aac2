import { openParts } from "@/lib/casework/clients/rules";
import type { Revealable, SafeContact } from "@/lib/casework/clients/types";
import { guardianIsClear } from "@/lib/casework/consents/rules";
import type { ConsentView } from "@/lib/casework/consents/types";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import { missingWords } from "@/lib/documents/papers/labels";
import type { KindNeed } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import type { MissingFact, MissingFor } from "./types";

export type Given = {
  caseId: string;
  clientId: string;
  isDescribed: boolean;
  riskAssessed: boolean;
  clientIsMinor: boolean;
  /** Null if the client cannot be read. */
  safeContact: (SafeContact & { reviewedOn: string | null }) | null;
  has: Record<Revealable, boolean>;
  consent: ConsentView | null;
  /** The details of the client that the statement of this pair names; null where the pair has none. */
  statement: readonly Revealable[] | null;
  incidents: readonly { code: string; isDated: boolean; hasAccount: boolean }[];
  /** Codes of accounts whose permanent ID is not known. */
  needsId: readonly string[];
  packet: { label: string; needs: readonly KindNeed[] };
};

const partLabels: Partial<Record<keyof SafeContact, string>> = {
  channel: t("how to reach the client"),
  hours: t("safe hours"),
  deviceSeenBy: t("who else sees the device"),
  subjectLine: t("what a subject line may say"),
};

/** What a case lacks, for what, in the order in which it is needed. */
export function missingOf(given: Given): MissingFor[] {
  const all: MissingFor[] = [
    { key: "contact", label: t("For contacting the client safely"), facts: forContact(given) },
    { key: "ground", label: t("For working on it lawfully"), facts: forGround(given) },
    { key: "statement", label: t("For a statement"), facts: forStatement(given) },
    { key: "packet", label: given.packet.label, facts: forPacket(given) },
  ];
  return all.filter(({ facts }) => facts.length > 0);
}

function forContact({ caseId, clientId, safeContact, has, riskAssessed }: Given): MissingFact[] {
  const at = `/clients/${clientId}#safe-contact`;
  const open = safeContact ? openParts(safeContact) : [];
  const reviewed = safeContact?.reviewedOn || open.length > 0;
  return [
    ...open.flatMap((part) => (partLabels[part] ? [{ text: partLabels[part], href: at }] : [])),
    ...(reviewed ? [] : [{ text: t("a review of safe contact with the client"), href: at }]),
    ...(has.phone || has.email ? [] : [{ text: t("a phone number or e-mail"), href: `/clients/${clientId}#details` }]),
    ...(riskAssessed ? [] : [{ text: t("the risk"), href: `/cases/${caseId}/settings#risk` }]),
  ];
}

function forGround({ caseId, consent, clientIsMinor }: Given): MissingFact[] {
  const at = `/cases/${caseId}/consent`;
  if (!consent) return [{ text: t("consent, or another lawful ground"), href: `${at}#record` }];
  const paper = consent.way === "on_paper" && !consent.exhibit;
  return [
    ...(clientIsMinor && !guardianIsClear(consent)
      ? [{ text: t("a guardian who agrees, or why there is none"), href: `${at}#record` }]
      : []),
    ...(paper ? [{ text: t("the signed paper"), href: at }] : []),
  ];
}

function forStatement({ caseId, clientId, statement, has, incidents, isDescribed }: Given): MissingFact[] {
  if (!statement) return [];
  const undated = incidents.filter((incident) => !incident.isDated).map(({ code }) => code);
  const details = statement.filter((field) => !has[field]);
  return [
    ...(isDescribed ? [] : [{ text: t("what happened, in a sentence"), href: `/cases/${caseId}/settings#matter` }]),
    ...details.map((field) => ({ text: missingWords(`client.${field}`), href: `/clients/${clientId}#details` })),
    ...(incidents.length === 0 ? [{ text: t("an incident"), href: `/cases/${caseId}/incidents#log` }] : []),
    ...(undated.length > 0
      ? [
          {
            text: t("when {codes} happened", { codes: writeNumbers(undated) }),
            href: `/cases/${caseId}/incidents#${undated[0]}`,
          },
        ]
      : []),
  ];
}

function forPacket({ caseId, incidents, needsId, packet }: Given): MissingFact[] {
  const loose = incidents.filter((incident) => incident.isDated && !incident.hasAccount).map(({ code }) => code);
  return [
    ...packet.needs
      .filter(({ met }) => !met)
      .map(({ text, path }) => ({
        text: `${text.charAt(0).toLowerCase()}${text.slice(1)}`,
        href: path.startsWith("#") ? `/cases/${caseId}${path}` : `/cases/${caseId}/${path}`,
      })),
    ...(needsId.length > 0
      ? [
          {
            text: t("the permanent ID of {codes}", { codes: writeNumbers(needsId) }),
            href: `/cases/${caseId}/subjects`,
          },
        ]
      : []),
    ...(loose.length > 0
      ? [
          {
            text: t("from which account {codes} came", { codes: writeNumbers(loose) }),
            href: `/cases/${caseId}/incidents#${loose[0]}`,
          },
        ]
      : []),
  ];
}
