import type { PacketSnapshot } from "../../snapshot/snapshot";
import type { ncbPurposes } from "../../snapshot/snapshot-kind-parts";

type Purpose = (typeof ncbPurposes)[number];

export const purposeWords: Record<Purpose, string> = {
  locate: "To locate a person of police interest",
  identify: "To identify a person of police interest",
  obtain_information: "To obtain information on a person of police interest",
  support_investigation: "To support a criminal investigation",
  warn: "To warn of a person",
};

/** The same in a subject line, before `the user of five accounts`. */
export const purposeVerbs: Record<Purpose, string> = {
  locate: "locate",
  identify: "identify",
  obtain_information: "obtain information on",
  support_investigation: "support the investigation of",
  warn: "warn of",
};

export const levelWords = {
  official: "for official use only",
  restricted: "restricted",
  confidential: "confidential",
} as const;

/** The two bureaus by the names of the law data, else by their countries. */
export function bureausOf({ ncb, case: { homeCountry, otherCountry } }: PacketSnapshot): { from: string; to: string } {
  return {
    from: ncb?.from || `National Central Bureau, ${homeCountry}`,
    to: ncb?.to || `National Central Bureau, ${otherCountry}`,
  };
}
