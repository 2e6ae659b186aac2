import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { relationOf } from "./rules";
import type { PaperFacts } from "./types";

/** A paper that names its packet in its metadata by the hash of its list, for the verifier. */
export function planPaper(
  facts: PaperFacts,
  { title, short, blocks }: { title: string; short: string; blocks: readonly Block[] },
): DocumentPlan {
  const { code, version, organisation, paper, manifestSha256, size, at, id } = facts;
  const foot = `${code}-v${version}, ${short}`;
  return {
    blocks: [{ b: "section", short: title }, { b: "paperTitle", text: title }, ...blocks],
    head: { left: code, leftRest: ` · version ${version}`, right: short.toUpperCase() },
    foot,
    size,
    meta: {
      title: foot,
      author: organisation,
      language: "en-ZA",
      at,
      id: Buffer.from(id.replaceAll("-", ""), "hex"),
      relation: relationOf({ code, version }, paper, manifestSha256),
    },
  };
}
