export const fieldRecords = ["case", "client", "incident", "referral"] as const;
export type FieldRecord = (typeof fieldRecords)[number];

export const fieldKinds = ["short_text", "long_text", "number", "date", "choice", "tick"] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** From the widest to the narrowest: everybody who sees the record, the owner of the case and supervisors, supervisors. */
export const audiences = ["all", "owner", "supervisors"] as const;
export type Audience = (typeof audiences)[number];

/** `opening`: when the case is opened. `closing`: when it is closed. `packet`: named before a packet is drafted. */
export const requirements = ["never", "opening", "closing", "packet"] as const;
export type Requirement = (typeof requirements)[number];

export type FieldChoice = { key: string; label: string; retired?: true };

/** A field as forms, pages and lists need it. */
export type CustomField = {
  id: string;
  record: FieldRecord;
  kind: FieldKind;
  label: string;
  help: string | null;
  isSealed: boolean;
  audience: Audience;
  required: Requirement;
  choices: readonly FieldChoice[];
  isRetired: boolean;
};

/** What was asked of a field and what was answered: nothing, a value in its written form, or that it is not known. */
export type CustomValue = { value: string | null; isUnknown: boolean };

type FieldChange = {
  id: string;
  what: "added" | "amended" | "retired" | "restored";
  by: string;
  at: Date;
  /** What changed, a sentence each. */
  differences: readonly string[];
};

/** A field as its administrator sees it. */
export type FieldOnDesk = CustomField & { changes: readonly FieldChange[] };
