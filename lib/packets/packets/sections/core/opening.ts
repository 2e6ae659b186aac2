import { strong } from "@/lib/platform/pdf/rich-text";
import { fixedText } from "../../fixed-text";
import type { Section } from "../section";

/** The list of what follows the brief, and how its right-hand column is read. */
export const contents: Section = {
  id: "contents",
  build: () => [
    { b: "newPage" },
    { b: "section", short: "Contents" },
    { b: "h3", title: "Contents" },
    { b: "contents", outlineFrom: 1 },
    { b: "note", text: key() },
  ],
};

const key = () => [
  strong("Codes. "),
  "I an act, C another event, E an exhibit, A an account, R a reference number, Q an item asked for, ST a sworn statement by its paragraph, D a paper of the case, L a source of law (Schedule E). ",
  fixedText.F3.text,
];
