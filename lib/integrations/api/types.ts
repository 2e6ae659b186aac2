import type { z } from "zod";
import type { ApiScope } from "@/lib/integrations/api-tokens/types";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import type { RateLimit } from "@/lib/kernel/access/rate-limits";

type Method = "GET" | "POST" | "PUT";

/** Path, query and body in one object, as a form sends them; the path counts before the body. */
export type Asked = Readonly<Record<string, unknown>>;

type Common = {
  method: Method;
  /** Below `/api/v1`, with its parameters: `/cases/{caseId}`. */
  path: string;
  /** `operationId` of the description. */
  id: string;
  summary: string;
  /** Null: any token may ask it. */
  scope: ApiScope | null;
  /** What is sent: of a writing operation, the schema of the form. */
  input: z.ZodType;
};

/** Bytes that come in, as the storage takes them. Sizes in bytes. */
type Incoming = {
  size: number;
  body: ReadableStream<Uint8Array>;
  signal: AbortSignal;
  /** The same token once more: a large file takes a while. */
  again: () => Promise<Ctx | null>;
};

/** Bytes that leave: written to the log before they are opened. */
export type Outgoing = { name: string; mime: string; size: number; stream: ReadableStream<Uint8Array> };

export type ApiOperation = Common &
  (
    | { kind: "reading"; status: 200; answer: z.ZodType; read: (ctx: Ctx, asked: Asked) => Promise<unknown> }
    | {
        kind: "writing";
        status: 200 | 201 | 202;
        answer: z.ZodType;
        /** The limit of the command, taken here where it runs inside a transaction with an idempotency key. */
        pace: RateLimit | null;
        write: (ctx: Ctx | TxCtx, asked: Asked) => Promise<unknown>;
      }
    | {
        kind: "upload";
        status: 201;
        answer: z.ZodType;
        take: (ctx: Ctx, asked: Asked, incoming: Incoming) => Promise<{ body: unknown; repeated: boolean }>;
      }
    | { kind: "download"; status: 200; give: (ctx: Ctx, asked: Asked) => Promise<Outgoing> }
  );

/** RFC 9457. No text of it holds anything about anybody. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The fields of an input, as JSON pointers. */
  errors?: { pointer: string; detail: string }[];
};
