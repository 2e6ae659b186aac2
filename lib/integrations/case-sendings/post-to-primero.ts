import "server-only";
import { postForToken, postMessage } from "@/lib/platform/network/post-message";
import type { Ways } from "@/lib/platform/network/reach-host";

export type PrimeroCase = {
  /** https and a host alone. */
  address: string;
  userName: string;
  password: string;
  /** With an id that was drawn here. */
  data: Record<string, string>;
};

/**
 * Signs in and creates a case by the shapes of Primero's REST API v2 (primeroIMS/primero, `doc/api/tokens/post.md` and
 * `doc/api/cases/post.md`, read on 2026-12-01; not tried against a live installation): the token comes in the
 * `Authorization` header of the answer, and a case with an id of ours is answered 204. Of answers nothing else is read.
 * @returns the status of the case, or of the sign-in where that failed @throws PageFailed
 */
export async function postToPrimero({ address, userName, password, data }: PrimeroCase, ways: Ways): Promise<number> {
  const login = JSON.stringify({ user: { user_name: userName, password } });
  const { status, token } = await postForToken(new URL("/api/v2/tokens", address), { headers: {}, body: login }, ways);
  if (status !== 200 || token === null) return status === 200 ? 401 : status;
  const body = JSON.stringify({ data });
  return postMessage(new URL("/api/v2/cases", address), { headers: { authorization: token }, body }, ways);
}
