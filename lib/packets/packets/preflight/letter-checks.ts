import type { PacketSnapshot } from "../snapshot/snapshot";
import { type Checks, na, none, there } from "./outcome";

type Row = NonNullable<PacketSnapshot["preservation"]>["rows"][number];

const bare = (snapshot: PacketSnapshot, has: (row: Row) => unknown): string[] => {
  const rows = snapshot.preservation?.rows ?? [];
  return rows.length === 0
    ? ["no account is in the letter"]
    : rows.filter((row) => !has(row)).map((row) => row.account);
};

/** `all data`, `everything`: what a provider rejects as too broad. */
const sweeping = /\b(all|any|every)\s+(available\s+)?(data|information|records?|content)\b|\beverything\b/i;

/** Lines about the officer's letter to a provider, and about danger now. */
export const letterChecks: Checks<
  | "entity_and_route"
  | "letter_accounts_named"
  | "letter_ranges"
  | "letter_types"
  | "letter_clocks"
  | "gap_forecast"
  | "emergency_complete"
> = {
  entity_and_route: ({ snapshot }) =>
    none(
      bare(snapshot, (row) => row.entity && row.route),
      "Each has its entity and route.",
      "Entity or route missing",
    ),
  letter_accounts_named: ({ snapshot }) => {
    const known = new Map(snapshot.accounts.map((account) => [account.code, account]));
    const rows = snapshot.preservation?.rows ?? [];
    const out = rows.filter(({ account }) => {
      const one = known.get(account);
      return !one?.platformId || !(one.url || one.idIs === "phone") || one.handles.length === 0;
    });
    return none(
      out.map((row) => row.account),
      "Each account has id, handle and web address.",
      "Id, handle or web address missing",
    );
  },
  letter_ranges: ({ snapshot }) =>
    rowsOr(snapshot, (row) => row.from && row.to, "Each account has its range in UTC.", "No range in UTC"),
  letter_types: ({ snapshot }) =>
    rowsOr(
      snapshot,
      (row) => row.types.every((type) => type.trim() && !sweeping.test(type)),
      "The types of data are named.",
      "Too broad, or not named",
    ),
  letter_clocks: ({ snapshot }) =>
    rowsOr(
      snapshot,
      (row) => row.extendBy && row.expiresOn && row.secondExpiresOn,
      "The days are computed from the day of the letter.",
      "A day is missing",
    ),
  gap_forecast: ({ snapshot }) =>
    there(
      snapshot.preservation?.forecast,
      "The forecast is printed.",
      "It is not said when kept data may be gone before the request is answered.",
    ),
  emergency_complete: ({ snapshot: { emergency } }) => {
    if (!emergency) return na("No danger now is claimed.");
    const parts = [
      ["who is in danger", emergency.who],
      ["what the danger is", emergency.nature],
      ["why now", emergency.whyNow],
      ["which data prevents it", emergency.data],
      ["why there is no time for process", emergency.noTime],
    ] as const;
    return none(
      parts.filter(([, message]) => !message?.trim()).map(([name]) => name),
      "The five answers are there.",
      "Not answered",
    );
  },
};

/** A letter without accounts is the matter of the line on entity and route. */
function rowsOr(snapshot: PacketSnapshot, has: (row: Row) => unknown, ok: string, problem: string) {
  if ((snapshot.preservation?.rows.length ?? 0) === 0) return na("No account is in the letter.");
  return none(bare(snapshot, has), ok, problem);
}
