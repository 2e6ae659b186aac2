import type { Block } from "@/lib/jurisdictions/common/documents/blocks";

/** The deponent's oath and the commissioner's part, with blanks for the pen. */
export const oathBlocks: Block[] = [
  {
    kind: "oath",
    heading: "Oath",
    lines: [
      "I know and understand the contents of this statement.",
      "I have no objection to taking the prescribed oath.",
      "I consider the prescribed oath to be binding on my conscience.",
    ],
    blanks: ["Signature of the deponent", "Place", "Date"],
  },
  {
    kind: "oath",
    heading: "Commissioner of oaths",
    lines: [
      "The deponent answered the three questions above, and I wrote the answers down in the deponent's presence.",
      "The deponent said that the contents are known to and understood by the deponent.",
      "The deponent signed every page of this statement in my presence.",
    ],
    blanks: [
      "Signature of the commissioner",
      "Full names",
      "Designation (rank or office)",
      "Force number",
      "Business address",
      "Place",
      "Date",
      "Stamp",
    ],
  },
];
