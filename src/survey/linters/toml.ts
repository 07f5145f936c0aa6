// The one reader of TOML. The parser recurses for nesting, and gives up at a depth that no settings have.
import { parse, TomlError } from "smol-toml";
import { err, ok, type Result } from "../../base/result.ts";
import { BYTE_ORDER_MARK } from "../../base/utf8.ts";

export type TomlTable = Readonly<Record<string, unknown>>;

export function readToml(text: string): Result<TomlTable, string> {
  try {
    return ok(
      parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text, { maxDepth: 100 }),
    );
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [, why = "it is not TOML"] = /^Invalid TOML document: (.*)/.exec(error.message) ?? [];
    return err(`line ${error.line}: ${why}`);
  }
}

export function isTable(value: unknown): value is TomlTable {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
