import { t } from "@/lib/platform/language/translate";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { type Checks, codes, fail, na, none, type Outcome, pass, there } from "./outcome";
import { dayOfPacket } from "./releases";

/** Lines about the documents of the case, and about a refusal that is the subject of a complaint. */
export const paperChecks: Checks<
  | "statement_ready"
  | "statement_covers_acts"
  | "annexures_there"
  | "refusal_recorded"
  | "refusal_officer"
  | "refusal_words"
  | "refusal_witnesses"
  | "refusal_basis"
  | "refusal_rung"
  | "earlier_rungs_dated"
  | "refusal_proof"
  | "authority_valid"
  | "complaint_written"
  | "complainant_known"
  | "recourse_sought"
> = {
  statement_ready: ({ snapshot }, { kinds, sworn }) => {
    const mine = snapshot.papers.filter((paper) => kinds.includes(paper.kind));
    if (sworn) {
      if (snapshot.statements.length > 0 || mine.some((paper) => paper.state === "sworn"))
        return pass(t("A sworn statement is on file."));
      return fail(t("No sworn statement is on file."));
    }
    const ready = mine.some((paper) => isFinal(paper.state));
    return there(
      ready || snapshot.statements.length > 0,
      t("The statement is final or sworn."),
      t("No statement is final or sworn."),
    );
  },
  statement_covers_acts: ({ snapshot }) => {
    if (snapshot.statements.length === 0) return na(t("No sworn statement is on file; another line says so."));
    const bare = codes(snapshot.incidents.filter((incident) => incident.statements.length === 0));
    if (bare.length === 0) return pass(t("A sworn statement speaks of each act."));
    return fail(
      t("No sworn statement speaks of {value}. Draft a supplementary statement on it.", { value: bare.join(", ") }),
    );
  },
  annexures_there: ({ snapshot }) => {
    const known = new Set(codes(snapshot.exhibits));
    const named = snapshot.papers.filter((paper) => isFinal(paper.state)).flatMap((paper) => paper.annexures);
    return none(
      [...new Set(named.filter((code) => !known.has(code)))],
      t("Each annexure is among the exhibits."),
      t("Named as an annexure, and not in the packet"),
    );
  },
  refusal_recorded: ({ snapshot: { refusal } }) =>
    there(
      refusal?.office.trim(),
      t("Office, time and step are recorded."),
      t("No refusal is chosen, or its office is missing."),
    ),
  refusal_officer: (given) =>
    withRefusal(given.snapshot, (refusal) =>
      there(
        refusal.officer || refusal.forceNumber,
        t("Name or number is recorded."),
        t("Neither name nor number of who refused is recorded."),
      ),
    ),
  refusal_words: (given) =>
    withRefusal(given.snapshot, (refusal) =>
      there(refusal.words?.trim(), t("The words are recorded."), t("The words of the refusal are not recorded.")),
    ),
  refusal_witnesses: (given) =>
    withRefusal(given.snapshot, (refusal) =>
      there(
        refusal.witnesses?.trim(),
        t("Witnesses are recorded, or that there was none."),
        t("It is not recorded whether anybody saw it."),
      ),
    ),
  refusal_basis: (given) =>
    withRefusal(given.snapshot, (refusal) =>
      there(
        refusal.basis.length > 0,
        t("The basis is named with its source."),
        t("Nothing says which duty was not met."),
      ),
    ),
  refusal_rung: (given) =>
    withRefusal(given.snapshot, (refusal) =>
      there(
        refusal.rungs.some((rung) => rung.state === "here"),
        t("The level is named."),
        t("No level is marked as the one this goes to."),
      ),
    ),
  earlier_rungs_dated: (given) =>
    withRefusal(given.snapshot, (refusal) => {
      const before = refusal.rungs.filter((rung) => rung.state === "before");
      if (before.length === 0) return na(t("This is the first level."));
      const skipped = before.filter((rung) => !rung.since).map((rung) => rung.title);
      if (skipped.length === before.length)
        return fail(t("No complaint to an earlier level is recorded as sent: {value}.", { value: skipped.join("; ") }));
      return pass(
        skipped.length === 0
          ? t("Each earlier level has its date.")
          : t("Dated. No complaint is recorded as sent to {value}; the page says so.", { value: skipped.join("; ") }),
      );
    }),
  refusal_proof: (given) =>
    withRefusal(given.snapshot, (refusal) => {
      if (!refusal.rungs.some((rung) => rung.state === "before")) return na(t("This is the first level."));
      return there(refusal.proof, t("The proof is named."), t("No proof of the letter before is recorded."));
    }),
  authority_valid: (given) =>
    withRefusal(given.snapshot, ({ authority, needsAuthority }) => {
      if (!authority && needsAuthority === null)
        return na(t("Neither this level nor the next requires one; the release says where the packet may go."));
      if (!authority) return fail(t("The client’s written consent to complain for them is not recorded."));
      const day = dayOfPacket(given.snapshot);
      if (authority.signedOn > day)
        return fail(t("It is signed on {signedOn}, later than this day.", { signedOn: authority.signedOn }));
      if (authority.expiresOn !== null && authority.expiresOn < day)
        return fail(t("It ran out on {expiresOn}.", { expiresOn: authority.expiresOn }));
      return pass(t("Signed on {signedOn}.", { signedOn: authority.signedOn }));
    }),
  complaint_written: ({ snapshot }, { kinds }) => {
    const final = snapshot.papers.filter((paper) => kinds.includes(paper.kind) && isFinal(paper.state));
    const here = snapshot.refusal?.rungs.find((rung) => rung.state === "here");
    if (!here?.key)
      return there(
        final.length > 0,
        t("The complaint is final."),
        t("No complaint is final; a draft cannot be signed."),
      );
    return there(
      final.some((paper) => paper.rung === here.key),
      t("The complaint to this office is final."),
      t("No complaint to {title} is final. A letter to another office does not do.", { title: here.title }),
    );
  },
  complainant_known: (given, { rungs }) =>
    withRefusal(given.snapshot, ({ complainant, rungs: levels }) => {
      const here = levels.find((rung) => rung.state === "here");
      if (!here?.key || !rungs.includes(here.key)) return na(t("This level asks for no such particulars."));
      const missing = [
        complainant?.name ? "" : t("full names"),
        complainant?.identityNumber ? "" : t("identity number"),
        complainant?.contact ? "" : t("contact particulars"),
      ];
      return none(
        missing.filter(Boolean),
        t("The complainant’s particulars are recorded; they go along in the sealed annex."),
        t("Not recorded, and asked for by this body"),
      );
    }),
  recourse_sought: (given, { rungs }) =>
    withRefusal(given.snapshot, ({ recourse, rungs: levels }) => {
      const here = levels.find((rung) => rung.state === "here");
      if (!here?.key || !rungs.includes(here.key)) return na(t("This level asks for no such statement."));
      return there(
        recourse,
        t("The final letter says what is sought."),
        t("No final letter to this body says which recourse is sought."),
      );
    }),
};

function isFinal(state: PacketSnapshot["papers"][number]["state"]): boolean {
  return state === "final" || state === "sworn";
}

type Refusal = NonNullable<PacketSnapshot["refusal"]>;

function withRefusal(snapshot: PacketSnapshot, check: (refusal: Refusal) => Outcome): Outcome {
  return snapshot.refusal ? check(snapshot.refusal) : na(t("No refusal is chosen; the line on the refusal says so."));
}
