// Whether a function can be called as another one was, as far as their signatures tell.
import { count } from "../../base/wording.ts";
import type { Signature } from "../../lua/facts/signatures.ts";

/** What callers of `old` lose with `now`; only what is certain. */
export function signatureFaults(old: Signature, now: Signature): readonly string[] {
  return [...argumentFaults(old, now), ...returnFaults(old, now)];
}

function argumentFaults(old: Signature, now: Signature): readonly string[] {
  if (now.isVararg) return [];
  const [were, are] = [positions(old), positions(now)];
  const takes = `takes ${show(are)}`;
  if (are.length < were.length)
    return [`${takes}, where ${show(were)} ${were.length === 1 ? "was" : "were"} taken before`];
  if (old.isVararg) return ["takes no further arguments, where any number was taken before"];
  // Under any other name the first parameter may be the object: then there is one more, or there was.
  const isShifted = takesObject(now) && !takesObject(old) && were.length > 0 && are.length > were.length;
  const isReordered = were.some((name, index) => isElsewhere(name, index, were, are));
  return isShifted || isReordered ? [`${takes}, in another order than before: ${show(were)}`] : [];
}

/** If two parameters have the same name, the last one counts. */
function isElsewhere(name: string, index: number, were: readonly string[], are: readonly string[]): boolean {
  const at = were.lastIndexOf(name) === index ? are.lastIndexOf(name) : index;
  return /[A-Za-z]/.test(name) && at >= 0 && at !== index;
}

/** A function whose last `return` is a call may give any number. */
function returnFaults({ returns: old }: Signature, { returns: now }: Signature): readonly string[] {
  const sure = old.most ?? old.least;
  if (now.most !== undefined && now.most < sure) {
    const were = `${old.least < sure ? "up to " : ""}${values(sure)}`;
    return [`returns ${values(now.most)}, where ${were} ${sure === 1 ? "was" : "were"} returned before`];
  }
  if (now.fewest === undefined || now.fewest >= old.least) return [];
  const was = old.least === 1 ? "was" : "were";
  return [`returns ${values(now.fewest)} on one path, where ${values(old.least)} ${was} returned before`];
}

function takesObject(signature: Signature): boolean {
  return /^_*self$/i.test(positions(signature)[0] ?? "");
}

/** `M:f(a)` is `M.f(self, a)`. */
function positions({ params, isMethod }: Signature): readonly string[] {
  return isMethod ? ["self", ...params] : params;
}

function show(names: readonly string[]): string {
  return names.length === 0 ? "no arguments" : `(${names.join(", ")})`;
}

function values(number: number): string {
  return number === 0 ? "nothing" : count(number, "value");
}
