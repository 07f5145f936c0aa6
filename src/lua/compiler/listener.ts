// What the grammar tells whoever counts along, in the order of the text (`syntax/`).
import type { Loop, OpenIf } from "./control.ts";
import type { Label, Name, TextRange } from "./function-state.ts";
import type { Expressed } from "./operand.ts";

/** A table constructor that is open. */
export interface OpenTable {
  /** The last item that was read. */
  readonly last: Expressed;
}

/** `key = value` in a table. */
export interface OpenField {
  readonly key: Expressed;
}

export interface Listener {
  /** A fresh one, about an expression that is going to be read. */
  operand(): Expressed;
  openChunk(): void;
  openFunction(line: number): unknown;
  openLocalFunction(): void;
  takeParameters(count: number, isVararg: boolean): void;
  closeFunction(operand: Expressed): void;
  closeLocalFunction(value: Expressed): void;
  endFunction(): void;

  enterStatements(): void;
  leaveStatements(): void;
  enterStatement(): void;
  leaveStatement(): void;
  enterBlock(isLoop: boolean): unknown;
  leaveBlock(): void;
  /** An expression begins, which may stand in another one. */
  enterLevel(): void;
  leaveLevel(): void;

  declare(name: string): void;
  activate(count: number): void;
  attribute(name: string, range: TextRange): void;
  defineLocals(variables: number, values: number, last: Expressed): void;
  resolve(name: string, operand: Expressed): void;
  checkWritable(operand: Expressed): void;
  canBeAssigned(operand: Expressed): boolean;
  prepareTarget(targets: readonly Expressed[], assigned: Expressed): void;
  assign(targets: readonly Expressed[], values: number, last: Expressed): void;
  store(variable: Expressed, value: Expressed): void;
  returnValues(count: number, last: Expressed): void;

  literal(operand: Expressed): void;
  applyUnary(operator: number, operand: Expressed): void;
  prepareLeft(operator: number, left: Expressed): void;
  applyBinary(operator: number, left: Expressed, right: Expressed): void;
  discharge(operand: Expressed): void;
  toNextRegister(operand: Expressed): void;
  toRegisterOrUpvalue(operand: Expressed): void;
  toValue(operand: Expressed): void;
  fieldName(operand: Expressed, name: string): void;
  index(table: Expressed, key: Expressed): void;
  method(object: Expressed, name: Expressed): void;
  isCall(operand: Expressed): boolean;
  openCall(callee: Expressed): void;
  takeArguments(last: Expressed): void;
  call(callee: Expressed, last: Expressed): void;

  openTable(operand: Expressed): OpenTable;
  closeItem(items: OpenTable): void;
  addItem(items: OpenTable): void;
  closeTable(items: OpenTable, operand: Expressed): void;
  openField(items: OpenTable): OpenField;
  takeKey(field: OpenField): void;
  closeField(field: OpenField, value: Expressed): void;

  openWhile(): Loop;
  enterWhile(loop: Loop, condition: Expressed): void;
  closeWhile(loop: Loop): void;
  openRepeat(): Loop;
  closeRepeat(loop: Loop, condition: Expressed): void;
  declareLoop(kind: "numeric" | "generic"): void;
  stepByOne(): void;
  takeIterator(values: number, last: Expressed): void;
  activateLoop(kind: "numeric" | "generic"): void;
  enterFor(kind: "numeric" | "generic", variables: number): Loop;
  closeForBody(kind: "numeric" | "generic", loop: Loop): void;
  openIf(): OpenIf;
  enterBranch(branches: OpenIf, condition: Expressed): void;
  leaveBranch(branches: OpenIf, isLast: boolean): void;
  closeIf(branches: OpenIf): void;

  /** Whether the condition jumps in place of the goto or break that its block starts with. */
  jumpsFor(token: number): boolean;
  endGoto(branches: OpenIf): void;
  continueBranch(branches: OpenIf): void;
  nameOf(text: string): Name;
  goTo(name: Name, line: number, range: TextRange, condition?: Expressed): void;
  breakLoop(line: number, range: TextRange, condition?: Expressed): void;
  checkRepeated(name: Name, range: TextRange): void;
  openLabel(name: Name, line: number): Pick<Label, "name">;
  /** Given what `openLabel` gave. */
  closeLabel(label: Pick<Label, "name">, endsBlock: boolean, range: TextRange): void;
}
