import { client } from "../../db/client";

export const page = client;
