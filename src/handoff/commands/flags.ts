import type { ValueFlag } from "../../command/command.ts";

export const ID: ValueFlag = { value: "ID", help: "the request", isRequired: true };
export const NOW: ValueFlag = { value: "TIME", help: "the time to write, instead of the clock's" };
