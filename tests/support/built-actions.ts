import { readFileSync } from "node:fs";
import { newId } from "@/lib/platform/ids";
import { type Table, type Who, whoMayEnter } from "@/tests/support/policy/policy";
import { actions } from "@/tests/support/policy/policy-actions";
import { builtFile } from "../e2e/support/routes";

export type BuiltAction = { id: string; file: string; name: string; page: string };
type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> };

/** Every Server Action of the build, with a page that it may be sent to. */
export function builtActions(): BuiltAction[] {
  const { node } = JSON.parse(readFileSync(builtFile("server/server-reference-manifest.json"), "utf8")) as Manifest;
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    file: filename.replace(/^app\//, "").replace(/\.ts$/, ""),
    name: exportedName,
    page: pageOf(Object.keys(workers).find((key) => !key.includes("@")) ?? "/"),
  }));
}

/** `app/(work)/cases/[caseId]/page` is `/cases/<an id>`. */
function pageOf(worker: string): string {
  const parts = worker
    .split("/")
    .slice(1, -1)
    .filter((part) => !part.startsWith("("));
  return `/${parts.map((part) => (part.startsWith("[") ? newId() : part)).join("/")}`;
}

export const whoMayAct = ({ file, name }: Pick<BuiltAction, "file" | "name">): Who[] =>
  whoMayEnter((actions[file as keyof typeof actions] ?? {}) as Table, name);

type Arguments = {
  /** What the page bound to the action before it was sent, such as the secret of a link. */
  bound?: readonly string[];
  /** The action takes the form and no state. */
  alone?: boolean;
  /** The action takes these and no form. */
  words?: readonly string[];
};

/** A form as React sends it to a Server Action: the state of before, then what was typed, under the mark of its place. */
export function sentForm(
  fields: Record<string, string> = {},
  { bound = [], alone = false, words }: Arguments = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ none: "", ...fields })) form.set(`_1_${name}`, value);
  const state = { status: "idle", message: "", fields: {}, values: {} };
  form.set("0", JSON.stringify(words ?? [...bound, ...(alone ? [] : [state]), "$K1"]));
  return form;
}
