import { t } from "@/lib/platform/language/translate";
import type { PlanSection, PlanVersion } from "./types";

type Wording = {
  title: string;
  /** The act that adds to it. */
  add: string;
  what: string;
  hint: string;
  detail: string;
};

export const sectionLabels: Record<PlanSection, Wording> = {
  people: {
    title: t("People"),
    add: t("Add a person"),
    what: t("Who"),
    hint: t("Who can help, who must know, who must not be told: a sister, a neighbour, the school"),
    detail: t("How they help, and how to reach them safely"),
  },
  places: {
    title: t("Places"),
    add: t("Add a place"),
    what: t("Which place"),
    hint: t("Where the client can go, and where the client should not be alone"),
    detail: t("How to get there, and when it is open"),
  },
  devices: {
    title: t("Phones and other devices"),
    add: t("Add a device"),
    what: t("Which device"),
    hint: t("Which phone is safe, which one somebody else sees, where a second phone is kept"),
    detail: t("What to do with it, and what not to do"),
  },
  accounts: {
    title: t("Accounts"),
    add: t("Add an account"),
    what: t("Which account"),
    hint: t("Mail, bank, social media. Write no password here"),
    detail: t("What to do with it, and when"),
  },
  words: {
    title: t("Words that were agreed"),
    add: t("Add a word"),
    what: t("The word or sentence"),
    hint: t("A code word, and what it means: call me, come now, call the police"),
    detail: t("Who knows it, and what they do when they hear it"),
  },
  worse: {
    title: t("If it gets worse"),
    add: t("Add a step"),
    what: t("What to do"),
    hint: t("What comes first, whom to call, what to take along"),
    detail: t("How the client notices that it gets worse"),
  },
};

/** How the same sections are called on the page for the client. */
export const plainTitles: Record<PlanSection, string> = {
  people: t("People"),
  places: t("Places"),
  devices: t("Phones"),
  accounts: t("Accounts"),
  words: t("Words"),
  worse: t("What to do first"),
};

export const changeWords: Record<PlanVersion["change"], (section: string) => string> = {
  added: (section) => t("Added to {section}", { section }),
  changed: (section) => t("Changed in {section}", { section }),
  removed: (section) => t("Removed from {section}", { section }),
};
