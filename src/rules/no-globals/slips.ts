// Names that are tested, `if nmae then`, and are one slip away from one that exists.
import { nearest } from "../../base/nearest.ts";
import { isStandardSomewhere } from "../../lua/values/standard-names.ts";

/** Any shorter one is near to some other. */
const SHORTEST = 4;
/** In a name this short only two letters that changed places are a slip: `love` is not a `move`. */
const SHORT = 4;

/** Names by their first letter and length. */
export type NamesByKind = ReadonlyMap<string, readonly Known[]>;

interface Known {
  readonly name: string;
  readonly core: string;
  /** Where it stands among all of them. */
  readonly at: number;
}

/** Of more names of one kind than that only the first are looked at, so that a file with thousands of them is judged soon. */
const MOST = 100;

export function namesByKind(names: Iterable<string>): NamesByKind {
  const byKind = new Map<string, Known[]>();
  let at = 0;
  for (const name of new Set(names)) {
    const kind = kindOf(name, name.length);
    const same = byKind.get(kind);
    const known = { name, core: core(name), at: at++ };
    if (same === undefined) byKind.set(kind, [known]);
    else if (same.length < MOST) same.push(known);
  }
  return byKind;
}

/** Which of `others` was meant by `name`; undefined if it is not a slip of one. */
export function slipOf(name: string, others: NamesByKind): string | undefined {
  if (name.length < SHORTEST || isStandardSomewhere(name)) return undefined;
  const own = core(name);
  const near = [-1, 0, 1].flatMap((more) => others.get(kindOf(name, name.length + more)) ?? []);
  return nearest(
    name,
    near
      .filter((other) => own !== other.core && mayBeMeant(name, other.name))
      .sort((a, b) => a.at - b.at)
      .map((other) => other.name),
  );
}

function kindOf(name: string, length: number): string {
  return `${length} ${name[0]}`;
}

function mayBeMeant(name: string, other: string): boolean {
  if (other.startsWith(name) || name.startsWith(other)) return false;
  return name.length > SHORT ? other.length >= SHORT : lettersOf(name) === lettersOf(other);
}

/** Names of one core differ in case, digits, underscores or a plural, and are different names on purpose: `DEBUG`, `_TEST`, `unpack2`. */
function core(name: string): string {
  return name.toLowerCase().replaceAll(/[\d_]|s$/g, "");
}

function lettersOf(name: string): string {
  return [...name].sort().join("");
}
