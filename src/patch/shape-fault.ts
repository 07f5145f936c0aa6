import type { SchemaError } from "../json/schema-error.ts";

/** What a schema finds in a patch, as one sentence: the first place, as deep as it goes; undefined if nothing counts. */
export function shapeFault(errors: readonly SchemaError[]): string | undefined {
  const counting = errors.filter((error) => !isSaidElsewhere(error)).map(placed);
  const [first] = counting;
  if (first === undefined) return undefined;
  const inside = counting.filter(({ pointer }) => `${pointer}/`.startsWith(`${first.pointer}/`));
  const deepest = inside.reduce((one, other) => (saysMore(other, one) ? other : one), first);
  return `${shown(deepest.pointer)}: ${wanted(deepest)}`;
}

/** A path has a reader that says more; the sides of a choice say it themselves; proof-greps are read where policies are. */
function isSaidElsewhere({ keyword, instancePath, schemaPath }: SchemaError): boolean {
  if (keyword === "anyOf" || /\/oneOf\/\d/.test(schemaPath) || instancePath.startsWith("/proof_grep/"))
    return true;
  return ["pattern", "minLength", "maxLength"].includes(keyword) && !instancePath.endsWith("/find");
}

interface Placed extends SchemaError {
  readonly pointer: string;
}

function placed(error: SchemaError): Placed {
  const { keyword, instancePath, params } = error;
  const isMissing = keyword === "required";
  return {
    ...error,
    pointer: isMissing ? `${instancePath}/${String(params["missingProperty"])}` : instancePath,
  };
}

/** What is not an object also fails every `oneOf`. */
function saysMore(other: Placed, one: Placed): boolean {
  return depth(other) > depth(one) || (other.pointer === one.pointer && one.keyword === "oneOf");
}

function depth({ pointer }: Placed): number {
  return pointer.split("/").length;
}

function shown(pointer: string): string {
  return pointer
    .slice(1)
    .replaceAll(/\/(\d+)/g, "[$1]")
    .replaceAll("/", ".");
}

function wanted({ keyword, pointer, params }: Placed): string {
  if (keyword === "oneOf") return "either contents or replace is needed";
  if (keyword === "minLength") return "it is empty, and would be found everywhere";
  if (keyword === "enum") return 'it must be "100644" or "100755"';
  if (keyword === "const" || params["type"] === "boolean") return "it must be true or false";
  if (params["type"] === "array") return "it must be a list";
  if (params["type"] !== "object") return "it must be a string";
  if (/\/replace(?:\/\d+)?$/.test(pointer)) return "it must be an object with find and with";
  return /^\/moves\//.test(pointer) ? "it must be an object with from and to" : "it must be an object";
}
