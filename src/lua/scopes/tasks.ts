// What the walk still has to do: a stack of nodes and of marks where blocks begin and end, each with the role of its value.
import type { Expression, Identifier, Statement } from "../syntax/ast.ts";
import type { Binding, FunctionBody, Role } from "./scopes.ts";

export interface Block {
  readonly type: "Block";
  readonly body: readonly Statement[];
}

/** Leaves a block: everything logged since `mark` is put back. */
export interface Leave {
  readonly type: "Leave";
  readonly mark: number;
  readonly body: FunctionBody;
}

export interface Declare {
  readonly type: "Declare";
  readonly bindings: readonly Binding[];
}

export interface EnterLoop {
  readonly type: "EnterLoop";
  readonly variables: readonly Identifier[];
  /** For a generic `for`. */
  readonly iterators?: readonly Expression[];
  readonly body: readonly Statement[];
}

export type WalkTask = Statement | Expression | Block | Leave | Declare | EnterLoop;

export const STATEMENT: Role = { kind: "statement" };
export const OPERAND: Role = { kind: "operand" };
export const INDEX: Role = { kind: "index" };
export const RETURN: Role = { kind: "return" };
export const CALLED: Role = { kind: "called", isProtected: false };
export const PROTECTED: Role = { kind: "called", isProtected: true };

export class Tasks {
  readonly #tasks: WalkTask[] = [];
  readonly #roles: Role[] = [];

  /** What is pushed last is done first. */
  push(task: WalkTask, role: Role): void {
    this.#tasks.push(task);
    this.#roles.push(role);
  }

  /** Pushes tasks so that they are done in their order. */
  pushAll(tasks: readonly WalkTask[], role: Role): void {
    for (let at = tasks.length - 1; at >= 0; at--) this.push(tasks[at] as WalkTask, role);
  }

  /** Does one after another, and whatever they push, until none is left. */
  run(visit: (task: WalkTask, role: Role) => void): void {
    for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop()) {
      visit(task, this.#roles.pop() ?? OPERAND);
    }
  }
}
