/** What of a case can be put into a field of theirs. */
export const openFacts = [
  "code",
  "pseudonym",
  "openedOn",
  "countries",
  "risk",
  "danger",
  "consent",
  "consentOn",
] as const;
/** The same of what is sealed here: each is confirmed by itself before it leaves. */
export const sealedFacts = ["purpose", "passedOn"] as const;
export const sentFacts = [...openFacts, ...sealedFacts] as const;

export type SentFact = (typeof sentFacts)[number];

/** The name of the field of theirs that takes each. */
export type FactMapping = Partial<Record<SentFact, string>>;

/** As an administrator sees it: where it is, and never its password. */
export type ReceivingSystemView = {
  id: string;
  service: string;
  address: string;
  userName: string;
  mapping: FactMapping;
  addedAt: Date;
  offAt: Date | null;
};
