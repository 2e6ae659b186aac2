import type { Standing } from "@/lib/escalation/takedowns/types";
import { t } from "@/lib/platform/language/translate";
import { sameAddress } from "@/lib/platform/text/same-address";
import { quoted } from "@/lib/platform/text/text";
import { addHours } from "@/lib/platform/time/clock";
import { instantOnWall } from "@/lib/platform/time/zone";
import read from "./sites/platforms.json";
import type { Finding, NotAsked, PlatformPages } from "./types";

export const platformPages = read as PlatformPages[];

const pagesOf = (host: string): PlatformPages | null => platformPages.find(({ hosts }) => hosts.includes(host)) ?? null;

/** Names that lead into a network and not to the public, whatever a resolver says. */
const inner = /\.(local|localhost|internal|intranet|lan|home|corp|private|onion|arpa)$/;
const hostName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;

/** A host as it is compared, in small letters and with foreign letters as they go over the line; null for what is none. */
export function readHost(typed: string): string | null {
  const bare = typed
    .trim()
    .replace(/^https:\/\//i, "")
    .replace(/\/$/, "");
  if (bare === "" || /[\s/?#@:\\%]/.test(bare) || !URL.canParse(`https://${bare}`)) return null;
  const { hostname } = new URL(`https://${bare}`);
  return hostName.test(hostname) && !inner.test(hostname) ? hostname : null;
}

/** What says who passed an address on, and nothing of the post. */
const sharing = /^(utm_.*|fbclid|gclid|igsh|igshid|mibextid|_r|_t|ref_src|ref_url|share_.*)$/i;

/**
 * The request for an address: https, on a host that is exactly on the list, without what follows `#`, and of its query
 * only what names the post.
 */
export function requestOf(address: string | null, hosts: readonly string[]): { url: URL } | { why: NotAsked } {
  if (address === null || address.trim() === "") return { why: "no_address" };
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;
  if (whole.length > 2048 || /[\s\p{Cc}\\]/u.test(whole) || !URL.canParse(whole)) return { why: "odd_address" };
  const url = new URL(whole.replace(/^http:/i, "https:"));
  const isPlain = url.protocol === "https:" && url.username === "" && url.password === "" && url.port === "";
  if (!isPlain) return { why: "odd_address" };
  if (!hosts.includes(url.hostname)) return { why: "not_listed" };
  const wanted = pagesOf(url.hostname)?.query;
  for (const name of [...url.searchParams.keys()]) {
    if (wanted ? !wanted.includes(name) : sharing.test(name)) url.searchParams.delete(name);
  }
  url.hash = "";
  return { url };
}

/** Whether a redirect leads to the place where one signs in. */
export function isSignIn(url: URL): boolean {
  const paths = pagesOf(url.hostname)?.signInPaths ?? ["^/(?:[\\w-]+/)?(?:log-?in|sign-?in)(?:[/.]|$)"];
  return paths.some((path) => new RegExp(path, "i").test(url.pathname));
}

type Answer = { status: number; body: string | null };

/**
 * What an answer says of the item at an address. "Gone" only if a rule of the platform says so, or the server itself says
 * that it is gone for good, and nothing in the page says otherwise. Everything that is not certain is not known.
 * @param at where redirects led; the address itself if there were none
 */
export function readAnswer(asked: URL, at: URL, { status, body }: Answer): { found: Finding; rule: string } {
  const page = body ?? "";
  const isElsewhere = sameAddress(at.href) !== sameAddress(asked.href);
  // A status is of the address that was read, and says nothing of the one that led there.
  if (status !== 200 && isElsewhere) return { found: "unclear", rule: `it led elsewhere, which answered ${status}` };
  const matched = matchRules(asked, page);
  const isNamed = namesItself(asked, page);
  if (status === 410) {
    const doubt = isNamed || matched.some(({ found }) => found === "up");
    return doubt ? contradicted : { found: "gone", rule: "the server says that it is gone for good (410)" };
  }
  if (status === 401) return { found: "sign_in", rule: "the server asks to sign in (401)" };
  if (status !== 200) return { found: "unclear", rule: `the answer ${status} can mean several things` };
  const [first] = matched;
  if (first && matched.every(({ found }) => found === first.found)) {
    const doubt = first.found === "gone" && isNamed;
    return doubt ? contradicted : first;
  }
  if (first) return contradicted;
  // A page that a script fills in later names itself although the post is gone: only where no rule of ours is for it.
  if (isNamed && !pagesOf(asked.hostname)) return { found: "up", rule: "the page names itself by this address" };
  return { found: "unclear", rule: "nothing in the page says it for certain" };
}

const contradicted = { found: "unclear" as const, rule: "the answer contradicts itself" };

function matchRules(asked: URL, page: string): { found: Finding; rule: string }[] {
  const pages = pagesOf(asked.hostname);
  if (!pages || page === "") return [];
  const id = new RegExp(pages.id).exec(asked.href)?.[1];
  return pages.rules
    .filter(({ all }) => all.every((pattern) => matches(pattern, id, page)))
    .map(({ found, name }) => ({ found, rule: name }));
}

function matches(pattern: string, id: string | undefined, page: string): boolean {
  if (pattern.includes("{id}") && id === undefined) return false;
  return new RegExp(pattern.replace("{id}", quoted(id ?? ""))).test(page);
}

/** The tags of a head that say which address a page is: not one of them is longer than this. */
const tag = /<(?:link|meta)\b[^<>]{1,2000}>/gi;

function namesItself(asked: URL, page: string): boolean {
  const here = sameAddress(asked.href);
  return (page.match(tag) ?? []).some((found) => {
    const isOwn = /\brel\s*=\s*["']?canonical\b/i.test(found) || /["']?og:url["']?/i.test(found);
    const said = /\b(?:href|content)\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(found);
    return isOwn && sameAddress((said?.[1] ?? said?.[2] ?? "").replaceAll("&amp;", "&")) === here;
  });
}

type Clocked = {
  standing: Standing;
  lastCheckAt: Date | null;
  /** How many of the last checks in a row found nothing certain. */
  unclear: number;
  /** The limit of a TAKE IT DOWN notice. */
  noticeHours: number;
  zone: string;
  now: Date;
};

const day = 24;

/**
 * When an address is looked at next: often while a limit runs, more rarely later, and seldom where nothing certain is
 * ever found. @param spread from 0 to 1: no two addresses are asked for at the same time of day
 */
export function nextCheck(clocked: Clocked, spread: number): Date {
  const { lastCheckAt, now, unclear } = clocked;
  if (lastCheckAt === null) return now;
  const end = noticeEnd(clocked);
  const running = end !== null && addHours(end, 1) > now;
  const hours = running ? 6 : between(clocked) * Math.min(Math.max(unclear, 1), 4);
  const next = addHours(lastCheckAt, hours * (0.85 + spread * 0.3));
  // Once when the limit ends, so that its end is not waited for.
  const atEnd = running && end > lastCheckAt && end < next;
  return atEnd ? addHours(end, (1 + spread * 4) / 60) : next;
}

function noticeEnd({ standing, noticeHours, zone }: Clocked): Date | null {
  if (standing.noticeOn === null || standing.state !== "reported") return null;
  const from = standing.noticeAt ?? instantOnWall(`${standing.noticeOn}T00:00`, zone);
  return from && addHours(from, noticeHours);
}

function between({ standing, zone, now }: Clocked): number {
  const since = (on: string | null) => {
    const from = on === null ? null : instantOnWall(`${on}T00:00`, zone);
    return from ? (now.getTime() - from.getTime()) / 3_600_000 / day : 0;
  };
  const { state, endedOn, lastOn } = standing;
  if (state === "removed") return since(endedOn) < 3 ? day : since(endedOn) < 30 ? 7 * day : 30 * day;
  if (state === "to_report" || state === "refused" || state === "closed")
    return since(lastOn) < 30 ? 3 * day : 14 * day;
  return since(lastOn) < 14 ? day : since(lastOn) < 60 ? 3 * day : 7 * day;
}

/** Between two checks of one address by hand, in minutes. */
export const byHandMinutes = 10;

/** Why an address is not checked, for whoever asked. */
export const notAskedLabels: Record<NotAsked, string> = {
  no_address: t("There is no address to look at."),
  odd_address: t("This address is not of a kind that is checked. Look at it yourself."),
  not_listed: t("Its site is not on the administrator's list."),
};
