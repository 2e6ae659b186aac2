import { z } from "zod";
import { noteKinds } from "@/lib/casework/notes/types";
import { optionalId, optionalText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { isZone } from "@/lib/platform/time/zone";
import { maxWaitingFileBytes } from "./rules";

/** What was typed where nobody could say that it is too long: cut rather than refused. */
const typed = (max: number) =>
  z
    .string()
    .catch("")
    .transform((text) => text.replaceAll("\u0000", "").trim().slice(0, max));

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const made = {
  /** Milliseconds since 1970, by the clock of the device. */
  madeAt: z.number().int().min(0).max(4e12),
  zone: z.string().refine(isZone).catch("UTC"),
};

/** What a device sealed, once it is opened. Nothing is required that a person cannot know yet. */
export const Waited = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("note"),
    ...made,
    what: z.enum(noteKinds).catch("note"),
    caseName: typed(160),
    words: typed(20_000),
  }),
  z.object({
    kind: z.literal("intake"),
    ...made,
    name: typed(160),
    phone: typed(40),
    safe: typed(300),
    words: typed(4000),
    inDanger: ticked,
  }),
  z.object({
    kind: z.literal("file"),
    ...made,
    fileName: typed(500),
    fileType: typed(127),
    size: z.number().int().min(0).max(maxWaitingFileBytes),
    sha256: digest,
    modifiedAt: z.number().min(0).max(4e12).nullish().catch(null),
    caseName: typed(160),
    description: typed(300),
    /** Whoever kept it took it then and there: the time at which it was kept is that of the capture. */
    takenNow: ticked.catch(false),
  }),
]);
export type Waited = z.output<typeof Waited>;

export const TakeArrival = z.object({
  /** Made on the device, so that what is sent twice comes once. */
  id: z.uuid(t("The entry is missing.")),
  /** By the clock of the device, when it sent. */
  sentAt: z.number().int().min(0).max(4e12),
  waited: Waited,
});

export const KeepArrivedFile = z.object({
  arrivalId: z.uuid(t("The entry is missing.")),
  fileId: z.uuid(),
  sha256: digest,
  size: z.number().int().min(0),
});

export const PlaceArrival = z.object({
  arrivalId: z.uuid(t("The entry is missing.")),
  caseId: z.uuid(t("Choose a case.")),
});

export const PlaceChosen = z.object({
  arrivalId: z.uuid(t("The entry is missing.")),
  caseId: optionalId,
  caseName: optionalText(160),
});

export const SetArrivalAside = z.object({ arrivalId: z.uuid(t("The entry is missing.")) });

export const SetOffline = z.object({ on: ticked });

/** What a device sends: its key, and what it sealed. `more`: what was said of a file after it was sealed. */
const sealedPart = z.object({ key: z.string().max(200), body: z.string().max(200_000) });
export const Envelope = z.object({
  device: z.uuid(),
  id: z.uuid(),
  sentAt: z.number().int().min(0).max(4e12),
  head: sealedPart,
  more: sealedPart.nullish(),
});
