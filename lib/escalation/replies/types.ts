/**
 * What was heard means for the step: nothing yet; that work on it has begun; an answer after which it goes on; the
 * answer that closes it.
 */
export const replyMeanings = ["nothing", "begun", "part", "all"] as const;
export type ReplyMeaning = (typeof replyMeanings)[number];
