import "server-only";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { CheckProof } from "@/lib/escalation/takedowns/types";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { chance } from "@/lib/platform/ids";
import { askPage, type PageAnswer } from "@/lib/platform/network/ask-page";
import { proxyWay } from "@/lib/platform/network/open-way";
import { PageFailed, type PageProblem } from "@/lib/platform/network/page-problems";
import { systemWays, type Ways } from "@/lib/platform/network/reach-host";
import { claimCheck } from "./claim-check";
import { noteCheck } from "./note-check";
import { isSignIn, readAnswer, requestOf } from "./rules";
import type { Finding } from "./types";

const mostRedirects = 3;

/** What of the headers says something of the answer itself, and nothing of whoever asked. */
const keptHeaders = ["date", "content-type", "content-length", "last-modified", "etag", "server", "x-robots-tag"];

type Read = { found: Finding; proof: CheckProof; problem: PageProblem | null };

/**
 * The job that looks at one address: asks whether it still may, asks the host once, and records what was found. No
 * transaction is open meanwhile, and a site that does not answer fails nothing: then it is not known. @param ways for tests
 */
export async function checkAddress(
  ctx: Ctx,
  { takedownId }: { takedownId: string },
  ways?: Ways,
): Promise<Finding | "left"> {
  requirePermission(ctx, "job.run");
  const claimed = await claimCheck(ctx, { takedownId }).catch(unlessGone);
  if (!claimed) return "left";
  const url = new URL(claimed.url);
  if (!ways) await waitForTurn(url.hostname);
  const read = await look(url, claimed.hosts, ways ?? configuredWays());
  await noteCheck(ctx, { takedownId, ...read }).catch(unlessGone);
  return read.found;
}

/** Between two requests of this worker to one host, whoever asked for them. */
const paceMs = 15_000;
const lastAsked = new Map<string, number>();

async function waitForTurn(host: string): Promise<void> {
  const wait = (lastAsked.get(host) ?? 0) + paceMs * (1 + chance() / 2) - Date.now();
  if (wait > 0) await setTimeout(wait);
  lastAsked.set(host, Date.now());
}

/** It was taken off the list meanwhile. */
function unlessGone(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}

function configuredWays(): Ways {
  const { CHECK_PROXY_URL } = env();
  return CHECK_PROXY_URL ? { ...systemWays, open: proxyWay(CHECK_PROXY_URL) } : systemWays;
}

async function look(asked: URL, hosts: readonly string[], ways: Ways): Promise<Read> {
  let url = asked;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await askPage(url, ways).catch((error: unknown) => {
      if (error instanceof PageFailed) return error.problem;
      throw error;
    });
    if (typeof answer === "string") return unclear("no answer that could be read", redirects, answer);
    const leads = answer.status >= 300 && answer.status < 400 ? (answer.headers.location ?? "") : null;
    if (leads === null) return whatItSays(asked, url, answer, redirects);
    const to = nextHop(leads, url, hosts);
    if (typeof to === "string") return { ...unclear(to, redirects, null), proof: proofOf(answer, redirects, to) };
    if (isSignIn(to)) {
      const rule = "the platform leads to its sign-in page";
      return { found: "sign_in", proof: proofOf(answer, redirects, rule), problem: null };
    }
    if (redirects >= mostRedirects) return unclear("it leads on and on", redirects, null);
    url = to;
  }
}

/** Where a redirect leads, or why it is not followed: each hop is asked for under the same rules as the first. */
function nextHop(location: string, from: URL, hosts: readonly string[]): URL | string {
  if (!URL.canParse(location, from)) return "it leads to no address";
  const to = new URL(location, from);
  // A sign-in page is known by its address and need not be read, whatever follows it.
  if (hosts.includes(to.hostname) && isSignIn(to)) return to;
  if (to.protocol !== "https:") return "it leads to an address that is not https";
  const request = requestOf(to.href, hosts);
  return "why" in request ? "it leads to a site that is not on the list" : request.url;
}

function whatItSays(asked: URL, at: URL, answer: PageAnswer, redirects: number): Read {
  const { status, body } = answer;
  const { found, rule } = readAnswer(asked, at, { status, body: body?.toString("utf8") ?? null });
  return { found, proof: proofOf(answer, redirects, rule), problem: null };
}

function proofOf({ status, headers, body }: PageAnswer, redirects: number, rule: string): CheckProof {
  const kept = keptHeaders.flatMap((name) => (headers[name] ? [[name, headers[name]] as const] : []));
  return {
    status,
    headers: Object.fromEntries(kept),
    bytes: body?.byteLength ?? null,
    sha256: body ? createHash("sha256").update(body).digest("hex") : null,
    redirects,
    rule,
  };
}

function unclear(rule: string, redirects: number, problem: PageProblem | null): Read {
  const proof = { status: null, headers: {}, bytes: null, sha256: null, redirects, rule };
  return { found: "unclear", proof, problem };
}
