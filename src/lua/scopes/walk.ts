// One walk over a tree, with its own stack: chains of operators and calls may be 200,000 deep. Names are resolved along the way by
// a table of what is visible now, and a log of what to put back at the end of each block.
import type { LuaVersion } from "../../model/lua-version.ts";
import type {
  AssignmentStatement,
  Chunk,
  Expression,
  FunctionDeclaration,
  Identifier,
  LocalStatement,
  Statement,
  TableConstructorExpression,
} from "../syntax/ast.ts";
import { argumentsOf, isCall, isProtectedCall, sourceAt, stepsOf } from "./chains.ts";
import { assignedEnvironment, type EnvironmentChange, SETFENV, setEnvironment } from "./environment.ts";
import { binaryOperand, unaryOperand } from "./operands.ts";
import { Recorder } from "./recorder.ts";
import type { Binding, Chain, Role, Scopes, Step } from "./scopes.ts";
import {
  CALLED,
  type Declare,
  type EnterLoop,
  INDEX,
  type Leave,
  OPERAND,
  PROTECTED,
  RETURN,
  STATEMENT,
  Tasks,
  type WalkTask,
} from "./tasks.ts";
import { unfold } from "./unfold.ts";
import { VisibleNames } from "./visible-names.ts";

export function walk(chunk: Chunk, version: LuaVersion = "5.3"): Scopes {
  return new Walker(chunk, version).walk(chunk);
}

class Walker {
  readonly #tasks = new Tasks();
  readonly #names = new VisibleNames();
  readonly #record: Recorder;
  /** Free names are fields of the variable `_ENV` around them; before 5.2, of what `setfenv(1, …)` above them was given. */
  readonly #environment: "_ENV" | typeof SETFENV;
  /** A function that takes `...` has a local `arg`. */
  readonly #hasArg: boolean;

  constructor(chunk: Chunk, version: LuaVersion) {
    this.#record = new Recorder(chunk);
    this.#environment = version === "5.1" || version === "luajit" ? SETFENV : "_ENV";
    this.#hasArg = version === "5.1";
  }

  walk(chunk: Chunk): Scopes {
    this.#block(chunk.body);
    this.#tasks.run((task, role) => this.#visit(task, role));
    return this.#record.scopes();
  }

  #visit(task: WalkTask, role: Role): void {
    switch (task.type) {
      case "Identifier":
      case "MemberExpression":
      case "IndexExpression":
      case "CallExpression":
      case "StringCallExpression":
      case "TableCallExpression":
        this.#chain(task, role);
        break;
      case "StringLiteral":
        this.#record.strings.push(task);
        return;
      case "FunctionDeclaration":
        this.#function(task, role);
        break;
      case "TableConstructorExpression":
        this.#table(task, role);
        break;
      case "LogicalExpression":
        this.#tasks.push(task.right, role);
        this.#tasks.push(task.left, task.operator === "or" ? role : OPERAND);
        break;
      case "BinaryExpression":
        this.#record.addComparison(task, this.#names);
        this.#tasks.push(task.right, binaryOperand(task.operator));
        this.#tasks.push(task.left, binaryOperand(task.operator));
        break;
      case "UnaryExpression":
        this.#tasks.push(task.argument, unaryOperand(task.operator));
        break;
      case "NumericLiteral":
      case "BooleanLiteral":
      case "NilLiteral":
      case "VarargLiteral":
        return;
      default:
        this.#statement(task);
        break;
    }
  }

  #statement(task: Exclude<WalkTask, Expression>): void {
    switch (task.type) {
      case "LocalStatement":
        this.#local(task);
        break;
      case "AssignmentStatement":
        this.#assignment(task);
        break;
      case "ReturnStatement":
        this.#record.addReturn(task);
        this.#tasks.pushAll(task.arguments, RETURN);
        break;
      case "RepeatStatement":
        this.#leaveHere();
        this.#tasks.push(task.condition, OPERAND);
        this.#tasks.pushAll(task.body, STATEMENT);
        break;
      case "DoStatement":
      case "Block":
        this.#block(task.body);
        break;
      case "EnterLoop":
        this.#leaveHere();
        this.#drawVariables(task);
        this.#tasks.pushAll(task.body, STATEMENT);
        break;
      case "Declare":
        this.#declare(task);
        return;
      case "Leave":
        this.#leave(task);
        break;
      default:
        unfold(task, this.#tasks);
    }
  }

  #declare({ bindings }: Declare): void {
    for (let at = 0; at < bindings.length; at++) this.#names.declare(bindings[at] as Binding);
  }

  #drawVariables({ variables, iterators }: EnterLoop): void {
    variables.forEach((variable, index) => {
      const drawn = iterators === undefined ? undefined : { iterators, index };
      this.#names.declare(this.#record.bind(variable, "loop", undefined, drawn));
    });
  }

  #block(body: readonly Statement[]): void {
    this.#leaveHere();
    this.#tasks.pushAll(body, STATEMENT);
  }

  /** Pushes the end of a block that begins now. */
  #leaveHere(): void {
    this.#tasks.push({ type: "Leave", mark: this.#names.mark, body: this.#record.body }, STATEMENT);
  }

  #leave({ mark, body }: Leave): void {
    this.#names.leave(mark);
    this.#record.body = body;
  }

  #local({ variables, init }: LocalStatement): void {
    const bindings = variables.map((variable, index) =>
      this.#record.bind(variable, "local", sourceAt(init, index)),
    );
    this.#tasks.push({ type: "Declare", bindings }, STATEMENT);
    for (let at = init.length - 1; at >= 0; at--) {
      this.#tasks.push(init[at] as Expression, { kind: "init", bindings, index: at });
    }
  }

  #assignment({ variables, init, range }: AssignmentStatement): void {
    if (this.#environment === "_ENV") this.#changeEnvironment(assignedEnvironment(variables, init));
    for (let at = init.length - 1; at >= 0; at--) {
      this.#tasks.push(init[at] as Expression, { kind: "assigned", targets: variables, index: at });
    }
    for (let at = variables.length - 1; at >= 0; at--) {
      const variable = variables[at] as Expression;
      const source = sourceAt(init, at);
      const value = source?.result === 0 ? source.expression : undefined;
      if (variable.type === "Identifier" && source !== undefined) {
        this.#names.get(variable.name)?.sources.push(source);
      }
      this.#tasks.push(variable, { kind: "target", value, statement: range });
    }
  }

  /** Up to the end of the block, free names are fields of what is put there. */
  #changeEnvironment(change: EnvironmentChange | undefined): void {
    if (change === undefined || this.#names.get("_ENV") !== undefined) return;
    const name = this.#environment;
    const binding = this.#record.bind({ name, range: change.range }, "local", change.source);
    this.#tasks.push({ type: "Declare", bindings: [binding] }, STATEMENT);
  }

  #chain(whole: Identifier | Step, role: Role): void {
    const steps = stepsOf(whole);
    const root = steps[0]?.base ?? whole;
    const binding = root.type === "Identifier" ? this.#names.get(root.name) : undefined;
    const env =
      root.type === "Identifier" && binding === undefined && root.name !== this.#environment
        ? this.#names.get(this.#environment)
        : undefined;
    const chain: Chain = { root, binding, env, steps, role, body: this.#record.body, range: whole.range };
    this.#record.addChain(chain);
    if (role === STATEMENT && this.#environment === SETFENV) this.#changeEnvironment(setEnvironment(chain));
    for (let at = steps.length - 1; at >= 0; at--) this.#pushStep(steps[at] as Step, chain, at);
    if (root.type !== "Identifier") {
      this.#tasks.push(root, root.type === "FunctionDeclaration" && isCall(steps[0]) ? CALLED : OPERAND);
    }
  }

  #pushStep(step: Step, chain: Chain, at: number): void {
    if (step.type === "MemberExpression") return;
    if (step.type === "IndexExpression") {
      this.#tasks.push(step.index, INDEX);
      return;
    }
    const values = argumentsOf(step);
    for (let index = values.length - 1; index >= 0; index--) {
      const value = values[index] as Expression;
      const isRunHere =
        value.type === "FunctionDeclaration" && index === 0 && at === 0 && isProtectedCall(chain);
      this.#tasks.push(value, isRunHere ? PROTECTED : { kind: "argument", call: step, chain, index });
    }
  }

  #table(node: TableConstructorExpression, owner: Role): void {
    this.#record.addTable(node);
    for (let at = node.fields.length - 1; at >= 0; at--) {
      const field = node.fields[at];
      if (field === undefined) continue;
      this.#tasks.push(field.value, { kind: "field", table: node, field, owner });
      if (field.type === "TableKey") this.#tasks.push(field.key, INDEX);
    }
  }

  #function(node: FunctionDeclaration, role: Role): void {
    const { identifier } = node;
    if (identifier?.type === "Identifier" && node.isLocal) {
      this.#names.declare(this.#record.bind(identifier, "local", { expression: node, result: 0 }));
    } else if (identifier !== null) {
      if (identifier.type === "Identifier") {
        this.#names.get(identifier.name)?.sources.push({ expression: node, result: 0 });
      }
      this.#chain(identifier, { kind: "target", value: node, statement: node.range });
    }
    this.#enter(node, role);
  }

  #enter(node: FunctionDeclaration, role: Role): void {
    this.#leaveHere();
    this.#record.enter(node, role);
    const { identifier } = node;
    if (identifier?.type === "MemberExpression" && identifier.indexer === ":") {
      const source = { expression: identifier, result: 0 };
      this.#names.declare(this.#record.bind({ name: "self", range: identifier.range }, "self", source));
    }
    const { parameters } = node;
    for (let at = 0; at < parameters.length; at++) {
      const parameter = parameters[at];
      if (parameter?.type === "Identifier") this.#names.declare(this.#record.bind(parameter, "parameter"));
    }
    if (this.#hasArg && node.parameters.at(-1)?.type === "VarargLiteral") {
      this.#names.declare(this.#record.bind({ name: "arg", range: node.range }, "parameter"));
    }
    this.#tasks.pushAll(node.body, STATEMENT);
  }
}
