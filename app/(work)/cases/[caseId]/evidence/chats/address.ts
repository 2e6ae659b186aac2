import type { Route } from "next";
import { markers } from "@/lib/evidence/chats/labels";
import type { ChartBy, MessageFilter, MessageKind } from "@/lib/evidence/chats/types";

/** The parameters of an import's page. `find` is an encrypted word: no word of a message is in a URL. */
export type Asked = { filter: Omit<MessageFilter, "word">; find: string | null; page: number; by: ChartBy | null };

const kinds: readonly MessageKind[] = ["text", "media", "call", "deleted", "system"];
const charts: readonly ChartBy[] = ["day", "week", "hour"];
const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const date = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address. What is not known is left out, so that a wrong address still shows a list. */
export function readAsked(params: Record<string, string | string[] | undefined>): Asked {
  const one = (name: string) => (typeof params[name] === "string" ? (params[name] as string) : "");
  const marker = one("marker");
  return {
    filter: {
      senderId: id.test(one("sender")) ? one("sender") : undefined,
      from: isDate(one("from")) ? one("from") : undefined,
      to: isDate(one("to")) ? one("to") : undefined,
      marker: marker === "any" || markers.some(({ key }) => key === marker) ? marker : undefined,
      kind: kinds.find((kind) => kind === one("kind")),
    },
    find: /^v1\.[\w.-]{20,600}$/.test(one("find")) ? one("find") : null,
    page: Math.min(10_000, Math.max(1, Math.floor(Number(one("page"))) || 1)),
    by: charts.find((by) => by === one("by")) ?? null,
  };
}

/** Writes an address, leaving out what is default. */
export function writeAsked(path: string, { filter, find, page, by }: Asked): Route {
  const query = new URLSearchParams();
  const chosen = {
    sender: filter.senderId,
    from: filter.from,
    to: filter.to,
    kind: filter.kind,
    marker: filter.marker,
  };
  for (const [name, value] of Object.entries(chosen)) if (value) query.set(name, value);
  if (find) query.set("find", find);
  if (by) query.set("by", by);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return (text ? `${path}?${text}` : path) as Route;
}

export const importPath = (caseId: string, importId: string): Route =>
  `/cases/${caseId}/evidence/chats/${importId}` as Route;

function isDate(text: string): boolean {
  return date.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
