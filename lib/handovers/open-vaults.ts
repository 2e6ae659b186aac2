import "server-only";
import type { Scoped } from "@/lib/access/ctx";
import { openVault, type Vault } from "@/lib/access/vault";

/** Opens the key of a packet once: the rows of a page share a vault or two. */
export function openVaults(ctx: Scoped): (keyId: string) => Promise<Vault> {
  const opened = new Map<string, Promise<Vault>>();
  return (keyId) => {
    const vault = opened.get(keyId) ?? openVault(ctx, keyId);
    opened.set(keyId, vault);
    return vault;
  };
}
