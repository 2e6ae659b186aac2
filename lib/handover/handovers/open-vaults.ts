import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";

/** Opens the key of a packet once: the rows of a page share one or two vaults. */
export function openVaults(ctx: TxCtx): (keyId: string) => Promise<Vault> {
  const opened = new Map<string, Promise<Vault>>();
  return (keyId) => {
    const vault = opened.get(keyId) ?? openVault(ctx, keyId);
    opened.set(keyId, vault);
    return vault;
  };
}
