import { openCase } from "../../../lib/casework/cases/open-case";

export const form = openCase;
