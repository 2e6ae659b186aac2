import "server-only";
import { z } from "zod";

const bytes = z
  .string()
  .min(1)
  .max(20_000)
  .regex(/^[\w-]+$/);

const outputs = z.record(z.string(), z.unknown()).default({});

/** The `toJSON()` of a browser's answer, reduced to what we need. */
export const Assertion = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: outputs,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
});

export const Attestation = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: outputs,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
});
