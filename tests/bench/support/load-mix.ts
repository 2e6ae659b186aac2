import type { Agent } from "node:http";
import type { Seat } from "./seats";
import { type Asked, fieldsOf, formBody } from "./web-forms";

type Kind = "list" | "rows" | "case" | "search" | "change";
const only = process.argv.find((value) => value.startsWith("--only="))?.slice(7);

/** Out of twenty requests. */
const all: readonly Kind[] = [
  ...Array<Kind>(6).fill("list"),
  ...Array<Kind>(2).fill("rows"),
  ...Array<Kind>(6).fill("case"),
  ...Array<Kind>(4).fill("search"),
  ...Array<Kind>(2).fill("change"),
];
export const mix = all.filter((kind) => !only || kind === only);

/** What is asked, and what to do with the page that answers. */
export type Request = Asked & { kind: string; taken?: (page: string) => void };

/** Who asks, of which server, and what a browser would have learned from its pages before. */
export type World = {
  origin: string;
  agent: Agent;
  seats: Seat[];
  /** The hidden fields of the form that asks for a password. */
  wrong: [string, string][];
};

/** The request with this number: people and kinds take turns. */
export function requestOf({ origin, seats }: World, no: number): Request {
  const kind = mix[(no * 7) % mix.length] ?? "list";
  const seat = seats[no % seats.length];
  if (!seat) throw new Error("Nobody is signed in.");
  const headers = { cookie: seat.cookie };
  if (kind === "case") return { kind, path: `/cases/${seat.caseIds[no % seat.caseIds.length]}`, headers };
  if (kind === "rows") return { kind, path: "/api/cases/list/rows?sort=opened.desc", headers };
  const posted = { ...headers, origin, "x-forwarded-for": "203.0.113.1" };
  if (kind === "search") {
    const body = Buffer.from(JSON.stringify({ text: ["Marula", "CAS 12", "fynbos", "baobab"][no % 4], caseId: null }));
    return {
      kind,
      method: "POST",
      path: "/api/find",
      headers: { ...posted, "content-type": "application/json" },
      body,
    };
  }
  if (kind === "change") return changeOf(seats, origin, no);
  return { kind, path: ["/cases", "/cases?risk=high", "/cases?sort=opened.desc"][no % 3] ?? "/cases", headers };
}

/** The version that each case's form shows by now. */
const versions = new Map<string, number>();

/** The risk of a case, as a form without script sends it. */
function changeOf(seats: Seat[], origin: string, no: number): Request {
  const seat = seats[no % seats.length];
  const caseId = seat?.caseIds[(Math.floor(no / seats.length) + seat.turn) % seat.caseIds.length] ?? "";
  const version = versions.get(caseId) ?? 0;
  const own = (seat?.change ?? []).filter(([name]) => name !== "caseId" && name !== "version");
  const risk = ["elevated", "standard", "high"][version % 3] ?? "high";
  const fields = [
    ["caseId", caseId],
    ["version", String(version)],
    ["risk", risk],
    ["reason", `Turn ${no}`],
  ] as const;
  const { type, body } = formBody([...own, ...fields]);
  const headers = { cookie: seat?.cookie ?? "", origin, "content-type": type };
  // One that was refused because another change of this case was still under way says by now what the version is.
  const taken = (page: string) => {
    const fields = page.includes('name="risk"') ? fieldsOf(page, 'name="risk"') : [];
    const shown = fields.find(([name]) => name === "version");
    if (shown) versions.set(caseId, Number(shown[1]));
  };
  return { kind: "change", method: "POST", path: `/cases/${caseId}/settings`, headers, body, taken };
}

/** From one of a thousand networks, for one of a thousand addresses, of which the first is a member's. */
export function wrongPassword({ origin, wrong }: World, no: number): Asked & { kind: string } {
  const email = `stranger${no % 1_000}@mail.example`;
  const { type, body } = formBody([...wrong, ["email", email], ["password", "not the password of anybody"]]);
  const from = `198.51.${(no * 13) % 256}.${no % 256}`;
  const headers = { origin, "content-type": type, "x-forwarded-for": from };
  return { kind: "wrong password", method: "POST", path: "/sign-in", headers, body };
}
