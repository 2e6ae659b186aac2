export const notePlace = (row: string) => ({ table: "case_reviews", column: "note", row });

export const replyPlace = (row: string) => ({ table: "review_replies", column: "words", row });
