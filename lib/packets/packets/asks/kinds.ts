import type { AskKind } from "@/lib/law/jurisdictions/ask-types";
import type { AskClass } from "./types";

/** What is asked for when the words of a provider were not read. Printed, so never translated. */
export const classRecords: Record<AskClass, string> = {
  subscriber:
    "Name, address, session times and durations, length of service, phone or subscriber number including temporarily assigned IP addresses, means of payment",
  traffic: "Log-in and session IP addresses, with port and UTC time",
  content: "Messages between the account and the client’s account, and the posts named in the incidents",
};

/** What earlier forms wrote for a class unasked: it says nothing of the provider, so its own words replace it. */
const writtenUnasked: readonly string[] = [
  ...Object.values(classRecords),
  "Log-in and session IP addresses, with port and UTC time; message headers",
];

/** The words that a person wrote for a class; empty when they wrote none. */
export const ownWords = (written: string): string => (writtenUnasked.includes(written.trim()) ? "" : written.trim());

const plain = (dataClass: AskClass, title: string, proposed: boolean): AskKind => ({
  key: `plain-${dataClass}`,
  title,
  class: dataClass,
  needs: "account",
  holder: null,
  records: classRecords[dataClass],
  range: dataClass === "subscriber" ? "whole" : "acts",
  process: "For the authority that is asked to name",
  standard: null,
  law: [],
  proposed,
  missing: null,
  unread: null,
  sources: [],
});

/** The classes of data for a pair without its own, and for a letter that only has records kept. */
export const plainKinds: readonly AskKind[] = [
  plain("subscriber", "Subscriber records", true),
  plain("traffic", "Log-in and session records", true),
  plain("content", "Messages", false),
];
