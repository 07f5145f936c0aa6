import type { FunctionBody } from "./scopes.ts";

/** Finds the innermost function around a byte. `bodies` are in source order, the chunk first. */
export function bodyAt(bodies: readonly FunctionBody[], offset: number): FunctionBody | undefined {
  let low = 0;
  let high = bodies.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bodies[middle]?.node.range[0] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  let body = bodies[low];
  while (body?.parent !== undefined && offset >= body.node.range[1]) body = body.parent;
  return body;
}
