import type { ByteText } from "../../base/byte-text.ts";
import type { TableField } from "../syntax/ast.ts";

/** The name that a field of a table constructor has; undefined for list items and computed keys. */
export function fieldKey(field: TableField): ByteText | undefined {
  if (field.type === "TableKeyString") return field.key.name as ByteText;
  return field.type === "TableKey" && field.key.type === "StringLiteral" ? field.key.value : undefined;
}
