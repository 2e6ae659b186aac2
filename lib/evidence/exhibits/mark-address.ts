import type { Vault } from "@/lib/kernel/access/vault";
import { sameAddress } from "@/lib/platform/text/same-address";

/** By which exhibits and items of one web address are found together, without opening it; null without an address. */
export function markAddress(vault: Vault, address: string | null): Buffer | null {
  return address ? vault.mark("address", sameAddress(address)) : null;
}
