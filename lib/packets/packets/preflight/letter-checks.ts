import { t } from "@/lib/platform/language/translate";
import { dangerAssessed } from "../sections/shared/danger";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { type Checks, na, none, there } from "./outcome";

type Row = NonNullable<PacketSnapshot["preservation"]>["rows"][number];

const bare = (snapshot: PacketSnapshot, has: (row: Row) => unknown): string[] => {
  const rows = snapshot.preservation?.rows ?? [];
  return rows.length === 0
    ? [t("no account is in the letter")]
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
      t("Each has its entity and route."),
      t("Entity or route missing"),
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
      t("Each account has id, handle and web address."),
      t("Id, handle or web address missing"),
    );
  },
  letter_ranges: ({ snapshot }) =>
    rowsOr(snapshot, (row) => row.from && row.to, t("Each account has its range in UTC."), t("No range in UTC")),
  letter_types: ({ snapshot }) =>
    rowsOr(
      snapshot,
      (row) => row.types.every((type) => type.trim() && !sweeping.test(type)),
      t("The types of data are named."),
      t("Too broad, or not named"),
    ),
  letter_clocks: ({ snapshot }) =>
    rowsOr(
      snapshot,
      (row) => row.extendBy && row.expiresOn && row.secondExpiresOn,
      t("The days are computed from the day of the letter."),
      t("A day is missing"),
    ),
  gap_forecast: ({ snapshot }) =>
    there(
      snapshot.preservation?.forecast,
      t("The forecast is printed."),
      t("There is no warning of when preserved data may be deleted before the request is answered."),
    ),
  emergency_complete: ({ snapshot }) => {
    const { emergency } = snapshot;
    if (!emergency) return na(dangerAssessed(snapshot)?.text ?? t("No danger now is claimed."));
    const parts = [
      [t("who is in danger"), emergency.who],
      [t("what the danger is"), emergency.nature],
      ["why now", emergency.whyNow],
      [t("which data prevents it"), emergency.data],
      [t("why there is no time for process"), emergency.noTime],
    ] as const;
    return none(
      parts.filter(([, message]) => !message?.trim()).map(([name]) => name),
      t("The five answers are there."),
      t("Not answered"),
    );
  },
};

/** A letter without accounts is the matter of the line on entity and route. */
function rowsOr(snapshot: PacketSnapshot, has: (row: Row) => unknown, ok: string, problem: string) {
  if ((snapshot.preservation?.rows.length ?? 0) === 0) return na(t("No account is in the letter."));
  return none(bare(snapshot, has), ok, problem);
}
