import { codeFrom } from "@/lib/auth/first-contact/rules";

/** Eight characters, 40 bits: one use within ten minutes, and few tries. */
export const pairingCodeFrom = (random: Uint8Array): string => codeFrom(random).slice(0, 8);

/** @param read as `readCode` of first contact normalises it */
export const isPairingCode = (read: string): boolean => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(read);

/** What a browser calls its extensions: the only pages that may read our answers to them. */
export const isExtensionOrigin = (origin: string | null): boolean =>
  origin !== null && /^(chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f-]{36})$/.test(origin);
