export const connectorKinds = ["kobotoolbox", "primero"] as const;
export type ConnectorKind = (typeof connectorKinds)[number];

/** Names that stay as they are in every language. */
export const kindNames: Record<ConnectorKind, string> = { kobotoolbox: "KoboToolbox", primero: "Primero" };

/** What of an enquiry a question of a form can answer. */
export const enquiryFields = [
  ...(["what", "name", "danger", "country", "otherCountry", "channel"] as const),
  ...(["contact", "hours", "avoid", "readBy", "language"] as const),
];
export type EnquiryField = (typeof enquiryFields)[number];

/** The name of the question that answers each. */
export type Mapping = Partial<Record<EnquiryField, string>>;

export type ConnectorView = {
  id: string;
  kind: ConnectorKind;
  name: string;
  mapping: Mapping;
  addedAt: Date;
  offAt: Date | null;
};
