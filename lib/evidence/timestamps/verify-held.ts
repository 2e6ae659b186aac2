import "server-only";
import { trustedRoots } from "@/lib/platform/tsa/authorities";
import { checkToken } from "@/lib/platform/tsa/check-token";
import type { Trusted } from "@/lib/platform/tsa/path";
import { TokenRefused } from "@/lib/platform/tsa/problems";
import type { StampRow } from "./access";
import type { HeldProblem } from "./types";

type Held = Pick<StampRow, "sha256" | "token" | "genTime" | "policy" | "serial" | "tsaName">;

/**
 * Verifies a stored stamp as if it had just arrived: the token against the hash, the trusted roots and what was
 * recorded of it. It contacts nobody, and a certificate that has since expired does not matter.
 * @param held a row of `app.timestamps` in the state `held`; its `sha256` must be that of the exhibit
 */
export async function verifyHeld(held: Held): Promise<{ ok: true } | { ok: false; problem: HeldProblem }> {
  if (!held.token) return { ok: false, problem: "no_token" };
  const trusted = await trustedRoots().catch(() => null);
  return trusted ? compare(held, held.token, trusted) : { ok: false, problem: "no_roots" };
}

function compare(held: Held, token: Buffer, trusted: Trusted): { ok: true } | { ok: false; problem: HeldProblem } {
  try {
    const { genTime, policy, serial, tsaName } = checkToken(token, { sha256: held.sha256, trusted });
    const same = genTime.getTime() === held.genTime?.getTime() && tsaName === held.tsaName;
    if (same && policy === held.policy && serial === held.serial) return { ok: true };
    return { ok: false, problem: "record_differs" };
  } catch (error) {
    if (error instanceof TokenRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}
