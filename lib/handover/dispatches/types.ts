export const dispatchMethods = ["by_hand", "courier", "registered_post", "official_email", "other"] as const;
export type DispatchMethod = (typeof dispatchMethods)[number];

/** A version that left on paper or by other means than the portal. */
export type DispatchView = {
  id: string;
  method: DispatchMethod;
  sentAt: Date;
  sentBy: string;
  /** An officer with rank and office, or an office as free text. */
  to: string;
  proof: string | null;
  withAnnex: boolean;
  notedBy: string;
  notedAt: Date;
};
