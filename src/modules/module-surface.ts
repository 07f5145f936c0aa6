// What a module offers to those who require it, followed through re-exports.
import type { ByteText } from "../base/byte-text.ts";
import type { Export } from "../lua/facts/exports.ts";
import type { Signature } from "../lua/facts/signatures.ts";
import type { ModuleLookup } from "./module-lookup.ts";
import type { SourceFile } from "./source-file.ts";

export interface Surface {
  /** The file that sets the fields: the one that was asked about, or what it hands on (`return require "x"`). */
  readonly file: SourceFile;
  readonly fields: ReadonlyMap<ByteText, Export>;
  /** There may be others, so nothing can be said about what is missing. */
  readonly isOpen: boolean;
}

/** Modules that re-export each other go round in a cycle; no sound chain is as long. */
const LONGEST_CHAIN = 8;

/** Open for a file that does not parse and, until it was read, for one that hands on another. */
export function surfaceOf(file: SourceFile, lookup: ModuleLookup, steps = 0): Surface {
  const { ending, exports, isOpen, earlyReturns } = lookup.read(file).module;
  if (ending.kind === "module") {
    const target = fileNamed(ending.module, file, lookup);
    if (target !== undefined && steps < LONGEST_CHAIN) return surfaceOf(target, lookup, steps + 1);
  }
  const fields = new Map<ByteText, Export>();
  for (const each of exports) {
    const first = fields.get(each.name);
    fields.set(each.name, first === undefined ? each : both(first, each));
  }
  const isKnown = file.lua.isSound && ending.kind !== "module" && earlyReturns.length === 0;
  return { file, fields, isOpen: isOpen || !isKnown };
}

/** All that is known of a field that is set several times is that it is there. */
function both(first: Export, second: Export): Export {
  return {
    ...first,
    value: { kind: "unknown" },
    isLazy: first.isLazy && second.isLazy,
    isOnSelf: first.isOnSelf && second.isOnSelf,
  };
}

/** The function behind a field, also where `M.f = other.f` takes it from another module; undefined when it certainly is not a function. */
export function signatureAt(
  { file, fields }: Surface,
  field: ByteText,
  lookup: ModuleLookup,
  steps = 0,
): Signature | undefined {
  const value = fields.get(field)?.value;
  if (value?.kind === "function") return value.signature;
  const [name, ...deeper] = value?.kind === "module" ? value.path : [];
  if (value?.kind !== "module" || name === undefined || deeper.length > 0) return undefined;
  const target = fileNamed(value.module, file, lookup);
  if (target === undefined || steps === LONGEST_CHAIN) return undefined;
  return signatureAt(surfaceOf(target, lookup), name, lookup, steps + 1);
}

function fileNamed(name: ByteText, from: SourceFile, lookup: ModuleLookup): SourceFile | undefined {
  const path = lookup.resolve(name, from.path);
  return path === undefined || path === "unknown" ? undefined : lookup.file(path);
}
