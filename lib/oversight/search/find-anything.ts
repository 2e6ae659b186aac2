import { t } from "@/lib/platform/language/translate";
import "server-only";
import { matchReasonLabels } from "@/lib/casework/clients/labels";
import { searchClients } from "@/lib/casework/clients/search-clients";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { withCases } from "./access";
import { findCases } from "./queries";
import { longestQuery, personIn } from "./rules";
import type { Found, Match } from "./types";

/**
 * As findCases, and among clients by name (also by sound), phone in any spelling and e-mail, by keyed tokens. The fact of the search is recorded, the typed text is not: send it in a POST, it may be a
 * name.
 * @throws AppError forbidden
 */
export async function findAnything(ctx: Ctx, typed: string): Promise<Found> {
  const text = typed.trim().slice(0, longestQuery);
  const found = await findCases(ctx, text);
  const person = found.sole ? null : personIn(text);
  if (!person) return found;
  const { matches } = await searchClients(ctx, person);
  const people = matches.flatMap(({ reasons, pseudonym, cases }): Match[] =>
    cases.map(({ id }) => ({
      caseId: id,
      exact: reasons.some((reason) => reason !== "sounds_alike"),
      reason: {
        what: t("Client {pseudonym}", { pseudonym }),
        value: reasons.map((reason) => matchReasonLabels[reason]).join(", "),
      },
    })),
  );
  const known = found.hits.flatMap(({ caseId, exact, reasons }) =>
    reasons.map((reason) => ({ caseId, exact, reason })),
  );
  const hits = await reading(ctx, (scoped) => withCases(scoped, [...known, ...people]));
  const [first, second] = hits;
  return { hits, sole: first?.exact && !second ? first.caseId : undefined };
}
