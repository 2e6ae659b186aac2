/** Where an office in words, and a tracking or receipt number, are sealed. */
export const officePlace = (row: string) => ({ table: "dispatches", column: "office", row });
export const proofPlace = (row: string) => ({ table: "dispatches", column: "proof", row });
