import type {
  BinaryExpression,
  Chunk,
  Expression,
  FunctionDeclaration,
  Identifier,
  ReturnStatement,
  StringLiteral,
  TableConstructorExpression,
} from "../syntax/ast.ts";
import { functionName } from "./function-names.ts";
import type { Binding, Chain, FunctionBody, Role, Scopes, TableSite, ValueSource } from "./scopes.ts";
import type { VisibleNames } from "./visible-names.ts";

/** Keeps what the walk meets, with the function that it stands in. */
export class Recorder {
  /** The function whose body is being walked. */
  body: FunctionBody;
  readonly strings: StringLiteral[] = [];
  readonly #compared = new Set<Binding>();
  readonly #chains: Chain[] = [];
  readonly #bindings: Binding[] = [];
  readonly #bodies: FunctionBody[] = [];
  readonly #tables: TableSite[] = [];
  readonly #returns = new Map<Chunk | FunctionDeclaration, ReturnStatement[]>();
  #chainOf: ReadonlyMap<Expression, Chain> | undefined;

  constructor(chunk: Chunk) {
    this.body = { node: chunk, parent: undefined, name: "", isCalledHere: true, isProtected: false };
    this.#bodies.push(this.body);
  }

  bind(
    { name, range }: Pick<Identifier, "name" | "range">,
    kind: Binding["kind"],
    declared?: ValueSource,
    drawn?: Binding["drawn"],
  ): Binding {
    const sources = declared === undefined ? [] : [declared];
    const binding: Binding = { name, kind, range, body: this.body, declared, drawn, sources };
    this.#bindings.push(binding);
    return binding;
  }

  addChain(chain: Chain): void {
    this.#chains.push(chain);
  }

  addTable(node: TableConstructorExpression): void {
    this.#tables.push({ node, body: this.body });
  }

  /** `mode == "fast"` */
  addComparison({ operator, left, right }: BinaryExpression, names: VisibleNames): void {
    if (operator !== "==" && operator !== "~=") return;
    const asked = right.type === "StringLiteral" ? left : left.type === "StringLiteral" ? right : undefined;
    const binding = asked?.type === "Identifier" ? names.get(asked.name) : undefined;
    if (binding !== undefined) this.#compared.add(binding);
  }

  addReturn(statement: ReturnStatement): void {
    const known = this.#returns.get(this.body.node);
    if (known === undefined) this.#returns.set(this.body.node, [statement]);
    else known.push(statement);
  }

  enter(node: FunctionDeclaration, role: Role): void {
    const parent = this.body;
    this.body = {
      node,
      parent,
      name: functionName(node, role, parent.name),
      isCalledHere: role.kind === "called",
      isProtected: role.kind === "called" && (role.isProtected || parent.isProtected),
    };
    this.#bodies.push(this.body);
  }

  scopes(): Scopes {
    return {
      chains: this.#chains,
      bindings: this.#bindings,
      bodies: this.#bodies,
      strings: this.strings,
      tables: this.#tables,
      compared: this.#compared,
      returnsOf: (node) => this.#returns.get(node) ?? [],
      chainOf: (expression) => this.#chainAt(expression),
    };
  }

  #chainAt(expression: Expression): Chain | undefined {
    this.#chainOf ??= byLastStep(this.#chains);
    return this.#chainOf.get(expression);
  }
}

function byLastStep(chains: readonly Chain[]): ReadonlyMap<Expression, Chain> {
  const found = new Map<Expression, Chain>();
  for (let at = 0; at < chains.length; at++) {
    const chain = chains[at] as Chain;
    found.set(chain.steps[chain.steps.length - 1] ?? chain.root, chain);
  }
  return found;
}
