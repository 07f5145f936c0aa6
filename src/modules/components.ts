/**
 * Numbers the strongly connected components of what is reachable from `starts` (Tarjan, with its own stack): two nodes have
 * the same number when each leads to the other.
 */
export function components<T>(starts: Iterable<T>, next: (node: T) => readonly T[]): ReadonlyMap<T, number> {
  const found = new Map<T, number>();
  const order = new Map<T, number>();
  const low = new Map<T, number>();
  const open: T[] = [];
  let count = 0;
  for (const start of starts) {
    const path: { readonly node: T; readonly rest: T[] }[] = [];
    const enter = (node: T) => {
      order.set(node, order.size);
      low.set(node, order.size - 1);
      open.push(node);
      path.push({ node, rest: [...next(node)] });
    };
    const lower = (node: T, to: number) => low.set(node, Math.min(low.get(node) ?? to, to));
    if (!order.has(start)) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node, rest } = top;
      const child = rest.pop();
      if (child !== undefined) {
        if (!order.has(child)) enter(child);
        else if (!found.has(child)) lower(node, order.get(child) ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(above.node, low.get(node) ?? 0);
      if (low.get(node) !== order.get(node)) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        found.set(member, count);
        if (member === node) break;
      }
      count++;
    }
  }
  return found;
}
