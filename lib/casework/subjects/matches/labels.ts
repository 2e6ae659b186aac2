import type { MatchView } from "./types";

/** What agrees, in words that follow "the same". */
export const matchLabels: Record<MatchView["field"], string> = {
  handle: "handle",
  platform_id: "permanent ID",
  phone: "phone number",
  email: "e-mail address",
  wallet: "wallet address",
};
