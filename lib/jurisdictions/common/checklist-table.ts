import type { ChecklistDraft, CheckName } from "@/lib/jurisdictions/checklist-types";

/**
 * A checklist from lines of text, so that it can be read beside the model: id, rule, check with its arguments, law
 * sources (or -), source as printed, mark, field that mends it, section. `types=[cas,ob] over=1`; a ~ is a space.
 */
export function checklist(kind: string, version: number, table: string): ChecklistDraft {
  const lines = table.trim().split("\n").map(lineOf);
  return { kind, version, lines, approvalLine: lines.find((line) => line.check === "approved_by_second")?.id ?? "" };
}

function lineOf(row: string): ChecklistDraft["lines"][number] {
  const [id = "", rule = "", asked = "", law = "-", source = "", mark = "", field = "", section = ""] =
    row.split(" | ");
  const [check = "", ...given] = asked.split(" ");
  return {
    id,
    rule,
    check: check as CheckName,
    with: Object.fromEntries(given.map(argumentOf)),
    law: law === "-" ? [] : law.split(" "),
    source,
    mark,
    field,
    section,
  };
}

function argumentOf(text: string): [string, unknown] {
  const at = text.indexOf("=");
  return [text.slice(0, at), argumentValue(text.slice(at + 1))];
}

function argumentValue(text: string): unknown {
  if (text.startsWith("["))
    return text
      .slice(1, -1)
      .split(",")
      .map((one) => one.replaceAll("~", " "));
  if (text === "true") return true;
  return /^\d+$/.test(text) ? Number(text) : text.replaceAll("~", " ");
}
