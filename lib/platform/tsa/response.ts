import "server-only";
import { type Der, readDer, smallOf, tags } from "./der";
import { AskFailed } from "./problems";

const granted = 0;
const grantedWithMods = 1;

/**
 * The token inside a TimeStampResp (RFC 3161 2.4.2), not believed yet.
 * @throws AskFailed `garbled` when it is no such answer, `not_granted` when the authority declines
 */
export function tokenIn(response: Uint8Array): Buffer {
  const { parts } = read(response);
  const [info, token, ...rest] = parts;
  if (info?.tag !== tags.sequence || rest.length > 0) throw new AskFailed("garbled");
  const status = smallOf(info.parts[0]);
  if (Number.isNaN(status)) throw new AskFailed("garbled");
  if (status !== granted && status !== grantedWithMods) throw new AskFailed("not_granted");
  if (token?.tag !== tags.sequence) throw new AskFailed("garbled");
  return Buffer.from(token.bytes);
}

function read(response: Uint8Array): Der {
  try {
    const der = readDer(response);
    if (der.tag === tags.sequence) return der;
  } catch {
    // Not DER: reported below like any other invalid response.
  }
  throw new AskFailed("garbled");
}
