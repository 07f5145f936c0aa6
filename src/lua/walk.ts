// One walk over a tree, with its own stack: chains of operators and calls may be 200,000 deep. Names are resolved on the way by
// a table of what is visible now, and a log of what to put back at the end of each block.
import type {
  AssignmentStatement,
  Chunk,
  Expression,
  ForGenericStatement,
  ForNumericStatement,
  FunctionDeclaration,
  Identifier,
  LocalStatement,
  ReturnStatement,
  Statement,
  StringLiteral,
  TableConstructorExpression,
} from "./ast.ts";
import { argumentsOf, isCall, isProtectedCall, sourceAt, unwind } from "./chains.ts";
import { functionName } from "./function-names.ts";
import type { Binding, Chain, FunctionBody, Role, Scopes, Step, TableSite, ValueSource } from "./scopes.ts";
import { VisibleNames } from "./visible-names.ts";

export function walk(chunk: Chunk): Scopes {
  return new Walker().walk(chunk);
}

interface Block {
  readonly type: "Block";
  readonly body: readonly Statement[];
}

/** Leaves a block: everything logged since `mark` is put back. */
interface Leave {
  readonly type: "Leave";
  readonly mark: number;
  readonly body: FunctionBody;
}

interface Declare {
  readonly type: "Declare";
  readonly bindings: readonly Binding[];
}

interface EnterLoop {
  readonly type: "EnterLoop";
  readonly variables: readonly Identifier[];
  readonly body: readonly Statement[];
}

type Task = Statement | Expression | Block | Leave | Declare | EnterLoop;

const STATEMENT: Role = { kind: "statement" };
const OPERAND: Role = { kind: "operand" };
const INDEX: Role = { kind: "index" };
const RETURN: Role = { kind: "return" };
const CALLED: Role = { kind: "called", isProtected: false };
const PROTECTED: Role = { kind: "called", isProtected: true };

class Walker {
  readonly #tasks: Task[] = [];
  readonly #roles: Role[] = [];
  readonly #names = new VisibleNames();
  readonly #chains: Chain[] = [];
  readonly #bindings: Binding[] = [];
  readonly #bodies: FunctionBody[] = [];
  readonly #strings: StringLiteral[] = [];
  readonly #tables: TableSite[] = [];
  readonly #returns: ReturnStatement[] = [];
  readonly #chainOf = new Map<Expression, Chain>();
  #body: FunctionBody;

  constructor() {
    const nowhere: Chunk = { type: "Chunk", range: [0, 0], body: [], comments: [] };
    this.#body = { node: nowhere, parent: undefined, name: "", isAtLoad: true, isProtected: false };
  }

  walk(chunk: Chunk): Scopes {
    this.#body = { node: chunk, parent: undefined, name: "", isAtLoad: true, isProtected: false };
    this.#bodies.push(this.#body);
    this.#block(chunk.body);
    for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop()) {
      this.#visit(task, this.#roles.pop() ?? OPERAND);
    }
    return {
      chains: this.#chains,
      bindings: this.#bindings,
      bodies: this.#bodies,
      strings: this.#strings,
      tables: this.#tables,
      returns: this.#returns,
      chainOf: (expression) => this.#chainOf.get(expression),
    };
  }

  /** What is pushed last is visited first. */
  #push(task: Task, role: Role): void {
    this.#tasks.push(task);
    this.#roles.push(role);
  }

  #pushAll(tasks: readonly Task[], role: Role): void {
    for (let at = tasks.length - 1; at >= 0; at--) this.#push(tasks[at] as Task, role);
  }

  #visit(task: Task, role: Role): void {
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
        this.#strings.push(task);
        return;
      case "FunctionDeclaration":
        this.#function(task, role);
        break;
      case "TableConstructorExpression":
        this.#table(task, role);
        break;
      case "LogicalExpression":
        this.#push(task.right, role);
        this.#push(task.left, task.operator === "or" ? role : OPERAND);
        break;
      case "BinaryExpression":
        this.#push(task.right, OPERAND);
        this.#push(task.left, OPERAND);
        break;
      case "UnaryExpression":
        this.#push(task.argument, OPERAND);
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

  #statement(task: Exclude<Task, Expression>): void {
    switch (task.type) {
      case "CallStatement":
        this.#push(task.expression, STATEMENT);
        break;
      case "LocalStatement":
        this.#local(task);
        break;
      case "AssignmentStatement":
        this.#assignment(task);
        break;
      case "ReturnStatement":
        if (this.#body.parent === undefined) this.#returns.push(task);
        this.#pushAll(task.arguments, RETURN);
        break;
      case "IfStatement":
        this.#pushClauses(task.clauses);
        break;
      case "WhileStatement":
        this.#push({ type: "Block", body: task.body }, STATEMENT);
        this.#push(task.condition, OPERAND);
        break;
      case "RepeatStatement":
        this.#leaveHere();
        this.#push(task.condition, OPERAND);
        this.#pushAll(task.body, STATEMENT);
        break;
      case "ForNumericStatement":
        this.#numericFor(task);
        break;
      case "ForGenericStatement":
        this.#genericFor(task);
        break;
      case "DoStatement":
      case "Block":
        this.#block(task.body);
        break;
      case "EnterLoop":
        this.#leaveHere();
        for (const variable of task.variables) this.#names.declare(this.#bind(variable, "loop"));
        this.#pushAll(task.body, STATEMENT);
        break;
      case "Declare":
        for (const binding of task.bindings) this.#names.declare(binding);
        return;
      case "Leave":
        this.#leave(task);
        break;
      default:
        return;
    }
  }

  #block(body: readonly Statement[]): void {
    this.#leaveHere();
    this.#pushAll(body, STATEMENT);
  }

  /** Pushes the end of a block that begins now. */
  #leaveHere(): void {
    this.#push({ type: "Leave", mark: this.#names.mark, body: this.#body }, STATEMENT);
  }

  #leave({ mark, body }: Leave): void {
    this.#names.leave(mark);
    this.#body = body;
  }

  #bind(
    { name, range }: Pick<Identifier, "name" | "range">,
    kind: Binding["kind"],
    declared?: ValueSource,
  ): Binding {
    const sources = declared === undefined ? [] : [declared];
    const binding: Binding = { name, kind, range, body: this.#body, declared, sources, chains: [] };
    this.#bindings.push(binding);
    return binding;
  }

  #pushClauses(clauses: readonly { body: readonly Statement[]; condition?: Expression }[]): void {
    for (let at = clauses.length - 1; at >= 0; at--) {
      const clause = clauses[at];
      if (clause === undefined) continue;
      this.#push({ type: "Block", body: clause.body }, STATEMENT);
      if (clause.condition !== undefined) this.#push(clause.condition, OPERAND);
    }
  }

  #numericFor({ variable, start, end, step, body }: ForNumericStatement): void {
    this.#push({ type: "EnterLoop", variables: [variable], body }, STATEMENT);
    if (step !== null) this.#push(step, OPERAND);
    this.#push(end, OPERAND);
    this.#push(start, OPERAND);
  }

  #genericFor({ variables, iterators, body }: ForGenericStatement): void {
    this.#push({ type: "EnterLoop", variables, body }, STATEMENT);
    this.#pushAll(iterators, OPERAND);
  }

  #local({ variables, init }: LocalStatement): void {
    const bindings = variables.map((variable, index) => this.#bind(variable, "local", sourceAt(init, index)));
    this.#push({ type: "Declare", bindings }, STATEMENT);
    for (let at = init.length - 1; at >= 0; at--) {
      this.#push(init[at] as Expression, { kind: "init", bindings, index: at });
    }
  }

  #assignment({ variables, init, range }: AssignmentStatement): void {
    for (let at = init.length - 1; at >= 0; at--) {
      this.#push(init[at] as Expression, { kind: "assigned", targets: variables, index: at });
    }
    for (let at = variables.length - 1; at >= 0; at--) {
      const variable = variables[at] as Expression;
      const source = sourceAt(init, at);
      const value = source?.result === 0 ? source.expression : undefined;
      if (variable.type === "Identifier" && source !== undefined) {
        this.#names.get(variable.name)?.sources.push(source);
      }
      this.#push(variable, { kind: "target", value, statement: range });
    }
  }

  #chain(whole: Identifier | Step, role: Role): void {
    const { root, steps } = unwind(whole);
    const binding = root.type === "Identifier" ? this.#names.get(root.name) : undefined;
    const env =
      root.type === "Identifier" && binding === undefined && root.name !== "_ENV"
        ? this.#names.get("_ENV")
        : undefined;
    const chain: Chain = { root, binding, env, steps, role, body: this.#body, range: whole.range };
    this.#chains.push(chain);
    if (binding !== undefined) binding.chains.push(chain);
    if (role !== OPERAND && role !== STATEMENT && role !== INDEX) this.#chainOf.set(whole, chain);
    for (let at = steps.length - 1; at >= 0; at--) this.#pushStep(steps[at] as Step, chain, at);
    if (root.type !== "Identifier") {
      this.#push(root, root.type === "FunctionDeclaration" && isCall(steps[0]) ? CALLED : OPERAND);
    }
  }

  #pushStep(step: Step, chain: Chain, at: number): void {
    if (step.type === "MemberExpression") return;
    if (step.type === "IndexExpression") {
      this.#push(step.index, INDEX);
      return;
    }
    const values = argumentsOf(step);
    for (let index = values.length - 1; index >= 0; index--) {
      const value = values[index] as Expression;
      const isRunHere =
        value.type === "FunctionDeclaration" && index === 0 && at === 0 && isProtectedCall(chain);
      this.#push(value, isRunHere ? PROTECTED : { kind: "argument", call: step, chain, index });
    }
  }

  #table(node: TableConstructorExpression, owner: Role): void {
    this.#tables.push({ node, body: this.#body });
    for (let at = node.fields.length - 1; at >= 0; at--) {
      const field = node.fields[at];
      if (field === undefined) continue;
      this.#push(field.value, { kind: "field", table: node, field, owner });
      if (field.type === "TableKey") this.#push(field.key, INDEX);
    }
  }

  #function(node: FunctionDeclaration, role: Role): void {
    const { identifier } = node;
    if (identifier?.type === "Identifier" && node.isLocal) {
      this.#names.declare(this.#bind(identifier, "local", { expression: node, result: 0 }));
    } else if (identifier !== null) {
      if (identifier.type === "Identifier") {
        this.#names.get(identifier.name)?.sources.push({ expression: node, result: 0 });
      }
      this.#chain(identifier, { kind: "target", value: node, statement: node.range });
    }
    this.#enter(node, role);
  }

  #enter(node: FunctionDeclaration, role: Role): void {
    const parent = this.#body;
    this.#leaveHere();
    this.#body = {
      node,
      parent,
      name: functionName(node, role, parent.name),
      isAtLoad: role.kind === "called" && parent.isAtLoad,
      isProtected: role.kind === "called" && (role.isProtected || parent.isProtected),
    };
    this.#bodies.push(this.#body);
    const { identifier } = node;
    if (identifier?.type === "MemberExpression" && identifier.indexer === ":") {
      const source = { expression: identifier, result: 0 };
      this.#names.declare(this.#bind({ name: "self", range: identifier.range }, "self", source));
    }
    for (const parameter of node.parameters) {
      if (parameter.type === "Identifier") this.#names.declare(this.#bind(parameter, "parameter"));
    }
    this.#pushAll(node.body, STATEMENT);
  }
}
