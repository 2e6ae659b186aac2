import type { Mark } from "@/lib/law/jurisdictions/types";

/** Who publishes the law or the rule itself: governments, gazettes, and a company's own page. */
const official =
  /\.gov\b|\bgov\.za\b|govinfo|inforegulator\.org\.za|lawlibrary\.org\.za|interpol\.int|about\.meta\.com|cloudflare\.com|discord\.com|whatsapp\.com|snap\.com|ncmec\.org|StopNCII\.org/;
/** Cited by a number that is the text itself: a gazette, an act as enacted, a treaty, a judgment. */
const numbered =
  /Proclamation|\bProc \d|\bGG \d|\bGN R?\d|\bTIAS\b|Pub\. L\.|Treaty Doc|\bU\.S\. \d|ZACC|\bv\.? [A-Z]|message|Parliamentary memo|opinion of \d/;
/** Retold, quoted, copied, or of an age that nobody knows. */
const copied =
  /copy|copies|quot|mirror|as (re)?told|as reported|reprinted|[Aa]rchived|older|summ|named (at|as|for)|model|extract|[Ss]econdary|slides|legalfix|trac\b|guides/;
/** Any other host: a private publisher of statutes, a law firm, the press, a blog. */
const host = /\b[\w-]+\.(com|net|org|edu|law|io|co\.za|org\.za)\b/;
const nobody =
  /general knowledge|practice|our own|analysis|not read|not verified|no source|no later|state law|per state|reading of|content from|was found|was readable|not confirmed/i;
const guide = /(reporting|customer) guide/i;
const datedCopy = /OpenTermsArchive.*\(\d+ \w+ \d{4}\)/;

const order = ["G", "S", "V2", "V"] as const;
type Height = (typeof order)[number];

/** The highest mark that a source can carry: of several sources, split at semicolons, that of the best one. */
export function highestMark(source: string): Height {
  const heights = partsOf(source).map(heightOf);
  return heights.reduce((best, height) => (order.indexOf(height) > order.indexOf(best) ? height : best));
}

/** What is said of how sure we are without a source behind it: `C` and `G` always are. */
export function isTooHigh(mark: Mark, source: string): boolean {
  return mark !== "C" && mark !== "S" && order.indexOf(mark) > order.indexOf(highestMark(source));
}

function heightOf(part: string): Height {
  if (nobody.test(part) && !official.test(part)) return "G";
  if (guide.test(part)) return "S";
  if (datedCopy.test(part)) return "V";
  if (copied.test(part)) return "V2";
  if (official.test(part)) return "V";
  if (host.test(part)) return "V2";
  // A section alone does not say which text of it was read.
  return numbered.test(part) ? "V" : "V2";
}

/** Split at semicolons, but not within brackets. */
function partsOf(source: string): string[] {
  return source
    .replace(/\([^)]*\)/g, (brackets) => brackets.replaceAll(";", ","))
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);
}
