import { t } from "@/lib/platform/language/translate";
import { replacedIn } from "@/lib/platform/pdf/replaced-in";
import { coveredElsewhere } from "../snapshot/covered";
import { hintLines } from "../snapshot/hints";
import { leakLines, sharesWords } from "../snapshot/leaks";
import { lawSourcesOf } from "./law-sources";
import { type Checks, fail, none, pass } from "./outcome";
import { picturesOutcome } from "./pictures";
import { placeOf, textsIn } from "./places";
import { translationFaults } from "./translations";

/** Lines about what must not be in a packet, what cannot be printed, and how old the law is. */
export const protectionChecks: Checks<
  "nothing_protected" | "tells_of_client" | "every_character_printed" | "law_fresh"
> = {
  nothing_protected: ({ snapshot, secrets, covers }) => {
    const content = { ...snapshot, preflight: null, words: null };
    const found = [...leakLines(content, secrets), ...coveredElsewhere(content, covers)];
    if (found.length > 0) return fail(`${found.slice(0, 10).join(". ")}.`);
    const unanswered = translationFaults(snapshot);
    if (unanswered.length > 0) return fail(`${unanswered.slice(0, 10).join(". ")}.`);
    const outcome = picturesOutcome(snapshot);
    if (outcome.result !== "pass" || !sharesWords(content, secrets)) return outcome;
    return pass(t("{reason} {known}", { reason: outcome.reason, known: knownOffices() }));
  },
  tells_of_client: ({ snapshot, secrets }) => {
    const found = hintLines(snapshot, secrets);
    if (found.length === 0) return pass(t("Nothing found that tells the client’s town or sex."));
    const rest = found.length > most ? t("{count} more", { count: found.length - most }) : null;
    return fail(
      t("{places}. Change it, or say why it may stay, in words that tell nothing themselves: they are printed.", {
        places: [...found.slice(0, most), ...(rest ? [rest] : [])].join(". "),
      }),
    );
  },
  every_character_printed: ({ snapshot }) => {
    // The checklist's own result would refer to itself, the pair's words are ours and known to be printable, and the
    // facts repeat what is in the other parts, isolated so that each has its own text direction.
    const { preflight: _result, words: _words, facts: _facts, ...printed } = snapshot;
    const bad = textsIn(printed).flatMap(({ path, text }) => {
      const replaced = plain.test(text) ? [] : [...new Set(replacedIn(text).map(codePoint))];
      return replaced.length > 0 ? [`${placeOf(snapshot, path)} (${some(replaced)})`] : [];
    });
    return none(
      [...new Set(bad)].slice(0, 20),
      t("A font was found for every character."),
      t("Printed as its code, because no font draws it"),
    );
  },
  law_fresh: ({ snapshot, law }, { days }) => {
    const limit = Date.parse(snapshot.packet.builtAt) - days * 86_400_000;
    const { words: _words, ...content } = snapshot;
    const named = textsIn(content).flatMap(({ text }) => text.match(/\bL\d{1,2}\b/g) ?? []);
    const used = new Set([...law, ...named]);
    const cited = lawSourcesOf(snapshot).filter((lawSource) => used.has(lawSource.no));
    const unread = cited.filter(({ marks }) => !marks.some(({ mark }) => wasRead.includes(mark)));
    const stale = cited.filter((source) => !unread.includes(source) && Date.parse(source.checkedOn) < limit);
    const numbers = (list: typeof cited) => list.map((statute) => statute.no);
    const remark =
      unread.length > 0 ? t(" Never read from a source: {value}.", { value: numbers(unread).join(", ") }) : "";
    return none(
      numbers(stale),
      t("Each legal text that was read was checked within {days} days.{remark}", { days, remark }),
      t("Checked more than {days} days ago", { days }),
    );
  },
};

/** Marks of a text that somebody read: primary, secondary, or as its publisher sums it up. */
const wasRead: readonly string[] = ["V", "V2", "S"];

/** Says neither which office nor which word. */
const knownOffices = () =>
  t(
    "The name of an office holds a word that is also the client’s: it is known, and counted everywhere but in that name.",
  );

/** So many places are named. */
const most = 12;

/** Letters, digits and signs that every font has. */
const plain = /^[\x20-\x7e]*$/;

function codePoint(found: string): string {
  const named = /U\+[0-9A-F]+/.exec(found)?.[0];
  return named ?? `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function some(list: readonly string[]): string {
  return list.length <= 5
    ? list.join(" ")
    : t("{value} and {value2} more", { value: list.slice(0, 5).join(" "), value2: list.length - 5 });
}
