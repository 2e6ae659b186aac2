import type { Block } from "@/lib/platform/pdf/blocks";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { codes, referencesOf } from "../facts";
import { para, sourcesOf } from "../source-column";
import { wordsOfPair } from "./words";

/** What a complaint filed online is worth, and whether an agency of the country that is asked is known to have a case. */
export function filedOnline(snapshot: PacketSnapshot): Block[] {
  const filed = referencesOf(snapshot, "ic3").filter((reference) => reference.state === "issued");
  if (filed.length === 0) return [];
  const cases = referencesOf(snapshot, "us_case");
  const none = cases.some((case_) => case_.state === "issued") ? "" : " No case number of such an agency is known.";
  const text = `The body that took the complaint gives no status to the person who filed. The number is printed so that an agency can be asked about it.${none}`;
  return [para(text, sourcesOf([...codes(filed), ...codes(cases), ...wordsOfPair(snapshot).ncb.filedOnline]))];
}
