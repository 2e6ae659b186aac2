export const chatFormats = ["whatsapp", "instagram", "facebook", "sms", "eml"] as const;
export type ChatFormat = (typeof chatFormats)[number];

export const dateOrders = ["dmy", "mdy", "ymd"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Why an export was not read, or not to its end. The last two: the child died, or its time was over. */
export const chatProblems = [
  "empty",
  "too_large",
  "unreadable",
  "truncated",
  "password_protected",
  "not_a_chat",
  "no_messages",
  "several_conversations",
  "day_or_month_first",
  "stopped",
  "took_too_long",
] as const;
export type ChatProblem = (typeof chatProblems)[number];
