import type { ClientLanguage } from "@/lib/client/wording/rules";

export type NoticeChannel = "sms" | "email";

/** Why nothing is sent on a channel. Each has its words in `labels.ts`. */
export type NoticeProblem =
  | "no_page"
  | "open_protocol"
  | "not_agreed"
  | "limit"
  | "no_address"
  | "not_set_up"
  | "not_safe_now"
  | "closed";

export type NoticeView = {
  id: string;
  channel: NoticeChannel;
  language: ClientLanguage;
  askedAt: Date;
  askedBy: string;
  notBefore: Date;
  sentAt: Date | null;
  refused: NoticeProblem | null;
};

/** What may be sent on each channel: null if it may, else why not. */
export type NoticeChoices = {
  clientId: string;
  problems: Record<NoticeChannel, NoticeProblem | null>;
  sending: { sms: boolean; email: boolean; days: number[]; from: string; until: string } | null;
  zone: string;
  /** The next moment at which it is safe, which may be now; null while nothing is agreed. */
  nextSafe: Date | null;
  notices: NoticeView[];
};
