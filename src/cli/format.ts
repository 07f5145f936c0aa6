import { CannotLook, failure } from "../model/failure.ts";
import type { Input } from "./command.ts";

export type Format = "pretty" | "json";

export function formatOf(input: Input): Format {
  const format = input.text("format") ?? "pretty";
  if (format === "pretty" || format === "json") return format;
  throw new CannotLook(
    failure("bad-arguments", `there is no format "${format}"`, "use --format pretty or --format json"),
  );
}
