import { z } from "zod";
import { maxExhibitBytes } from "@/lib/evidence/exhibits/rules";
import { sensitivities } from "@/lib/evidence/exhibits/types";
import { t } from "@/lib/platform/language/translate";
import { isZone } from "@/lib/platform/time/zone";
import { capturedFrom, captureParts } from "./types";

/** What a page says is kept however strange it is; only its length has a limit, and what is longer is cut. */
const said = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => text?.slice(0, max) || null);

/** An instant of the device's clock, in milliseconds since 1970. */
const instant = z.number().int().min(0).max(253_402_300_799_999);

const part = z.object({
  part: z.enum(captureParts),
  size: z.number().int().min(1).max(maxExhibitBytes, t("The file is larger than 512 MB.")),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, t("The hash of the file is not a SHA-256 digest.")),
  cut: z.boolean().default(false),
});

/** A page that the browser extension captured, before its bytes. Times by the clock of the device. */
export const AnnounceCapture = z.object({
  /** From the browser, not from the page. */
  address: z.string().min(1, t("The address is missing.")).max(65_536, t("The address is too long.")),
  title: said(4_000),
  canonical: said(8_192),
  accountId: said(200),
  handle: said(200),
  postId: said(200),
  platform: said(40),
  capturedAt: instant,
  sentAt: instant,
  zone: z
    .string()
    .max(64)
    .transform((zone) => (isZone(zone) ? zone : "UTC")),
  browser: z.string().trim().max(60),
  device: z.string().trim().max(60),
  extensionVersion: z.string().trim().max(20),
  howObtained: z.enum(capturedFrom, t("Say how you could see the page.")),
  sensitivity: z.enum(sensitivities).default("ordinary"),
  parts: z
    .array(part)
    .min(1, t("The capture has no part."))
    .max(3)
    .refine((parts) => new Set(parts.map((one) => one.part)).size === parts.length, t("A part is there twice.")),
});
export type AnnounceCapture = z.output<typeof AnnounceCapture>;

/** A look at the page that is open, for the items that the case watches at its address. */
export const LookAtPage = z.object({
  address: z.string().min(1, t("The address is missing.")).max(65_536, t("The address is too long.")),
  /** Left out, nothing is recorded: only what is on the list is answered. */
  seen: z.enum(["up", "gone"], t("Say whether it is still up or gone.")).optional(),
  /** An exhibit of the case that shows it, such as the picture that was just kept. */
  proofExhibitId: z.uuid(t("The exhibit is missing.")).optional(),
});
