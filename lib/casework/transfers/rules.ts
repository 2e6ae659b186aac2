export const offerPlace = (row: string, column: "reason" | "answer") => ({ table: "case_offers", column, row });
