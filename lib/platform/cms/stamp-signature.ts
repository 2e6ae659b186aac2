import "server-only";
import { askAuthority } from "@/lib/platform/tsa/ask";
import { authorities, trustedRoots } from "@/lib/platform/tsa/authorities";
import { acceptToken } from "@/lib/platform/tsa/check-token";
import { AskFailed, type AskProblem, type TokenProblem, TokenRefused } from "@/lib/platform/tsa/problems";
import { buildRequest } from "@/lib/platform/tsa/request";
import { tokenIn } from "@/lib/platform/tsa/response";
import { letRest, restOf } from "@/lib/platform/tsa/resting";

/** What came of asking: a token that was checked, or why there is none. */
export type Stamped =
  | { token: Buffer }
  | { token: null; problem: AskProblem | TokenProblem | "no_authority" | "no_roots" };

/**
 * Asks the configured time authorities in turn, until one returns a token that our strict reader accepts. Never fails:
 * they cannot delay a signature.
 * @param sha256 of the signature, 64 lower-case hex characters
 * @param clock our own time, read when a response arrives
 */
export async function stampSignature(sha256: string, clock: () => Date): Promise<Stamped> {
  const all = authorities();
  const trusted = all.length > 0 ? await trustedRoots().catch(() => null) : null;
  if (!trusted) return { token: null, problem: all.length > 0 ? "no_roots" : "no_authority" };
  let problem: AskProblem | TokenProblem = "unreachable";
  for (const { name, url } of all) {
    const rest = restOf(name, clock());
    try {
      if (rest) throw new AskFailed(rest);
      const { bytes, nonce } = buildRequest(sha256);
      const response = await askAuthority(url, bytes);
      return { token: acceptToken(tokenIn(response), { sha256, trusted, nonce, now: clock() }).token };
    } catch (error) {
      if (!(error instanceof AskFailed || error instanceof TokenRefused)) throw error;
      problem = error.problem;
      if (error instanceof AskFailed && !rest && error.problem !== "not_granted") letRest(name, clock(), error.problem);
    }
  }
  return { token: null, problem };
}
