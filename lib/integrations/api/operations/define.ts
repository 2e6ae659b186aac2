import type { z } from "zod";
import type { Command } from "@/lib/kernel/access/command";
import { parseInput } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import type { RateLimit } from "@/lib/kernel/access/rate-limits";
import type { ApiOperation } from "../types";

type About = Pick<ApiOperation, "path" | "id" | "summary" | "scope">;

/** An operation that reads: what its query gives is cut down to what `answer` names. */
export function readingOperation<Input extends z.ZodType, Answer extends z.ZodType>(
  about: About & {
    input: Input;
    answer: Answer;
    read: (ctx: Ctx, input: z.output<Input>) => Promise<z.input<Answer>>;
  },
): ApiOperation {
  const { input, answer, read, ...rest } = about;
  return {
    ...rest,
    kind: "reading",
    method: "GET",
    status: 200,
    input,
    answer,
    read: async (ctx, asked) => answer.parse(await read(ctx, parseInput(input, asked))),
  };
}

/** An operation that runs a command, which parses with the same schema as its form does. */
export function writingOperation<T, Answer extends z.ZodType>(
  about: About & {
    input: z.ZodType;
    answer: Answer;
    status?: 200 | 201 | 202;
    pace?: RateLimit;
    command: Command<T>;
    answerOf: (made: T) => z.input<Answer>;
  },
): ApiOperation {
  const { answer, command, answerOf, status = 201, pace = null, ...rest } = about;
  return {
    ...rest,
    kind: "writing",
    method: "POST",
    status,
    answer,
    pace,
    write: async (ctx, asked) => answer.parse(answerOf(await command(ctx, asked))),
  };
}
