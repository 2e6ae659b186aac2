import "server-only";
import { env } from "@/lib/platform/env";

/** Where the virus scanner listens; null when none is set up. */
export const scannerAddress = (): string | null => env().CLAMD_ADDRESS ?? null;
