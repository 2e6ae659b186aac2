import type { ClientLanguage } from "@/lib/client/wording/rules";

export type PageEventName = "made" | "ended" | "opened" | "left" | "wrong_pin" | "refused";

/** `ended` by somebody or replaced by a new link; `over`: its day has passed. */
export type PageState = "open" | "over" | "ended";

export type ClientPageView = {
  id: string;
  state: PageState;
  language: ClientLanguage;
  madeAt: Date;
  madeBy: string;
  expiresAt: Date;
  agreedOn: string;
  endedAt: Date | null;
  lastVisitAt: Date | null;
  wrongPins: number;
  /** Something happened on it since a member last marked it as seen. */
  hasNews: boolean;
};

export type PageEventView = { id: string; event: PageEventName; at: Date; by: string | null };

/** A caseworker's view of a case's page. `page` is the newest; null: none was ever made. */
export type CasePage = {
  isOn: boolean;
  closed: boolean;
  clientIsMinor: boolean;
  homeZone: string;
  page: ClientPageView | null;
  events: PageEventView[];
};
