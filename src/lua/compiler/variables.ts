// Locals, upvalues and blocks: which variable a name means, and the limits on how many there may be.

import type { Parser } from "../syntax/parser.ts";
import * as C from "./code.ts";
import * as D from "./discharge.ts";
import { type Block, FunctionState, type Local, type Name } from "./function-state.ts";
import { leaveLabels } from "./labels.ts";
import * as K from "./operand.ts";
import { Operand } from "./operand.ts";

const MOST_LOCALS = 200;
const MOST_UPVALUES = 255;
/** SHRT_MAX: locals that a function ever declares. */
const MOST_DECLARED = 32767;
/** MAXARG_Bx: functions directly inside a function. */
const MOST_FUNCTIONS = 262143;

/** Declares a local that `activate` will bring into scope. */
export function declare(parser: Parser, name: Name): void {
  const { open, locals } = parser;
  if (open.declared >= MOST_DECLARED) parser.refuseFull("local variables", MOST_DECLARED);
  open.declared++;
  if (locals.length + 1 - open.firstLocal > MOST_LOCALS) parser.refuseLimit("local variables", MOST_LOCALS);
  locals.push({ name, owner: open, register: -1 });
}

export function activate(parser: Parser, count: number): void {
  const { open, locals } = parser;
  for (let left = count; left > 0; left--) {
    const local = locals[open.firstLocal + open.locals];
    if (local === undefined) throw new Error("a local comes into scope that was never declared");
    local.register = open.locals++;
    local.name.locals.push(local);
  }
}

/** The variable that a name means, or the field of `_ENV`. */
export function resolve(parser: Parser, text: string, operand: Operand): void {
  const name = parser.nameOf(text);
  if (find(parser, name, operand)) return;
  find(parser, parser.environment, operand);
  const key = new Operand();
  key.set(K.CONSTANT, C.stringConstant(parser, text));
  D.index(parser, operand, key);
}

/** False for a global. */
function find(parser: Parser, name: Name, operand: Operand): boolean {
  const local = name.locals[name.locals.length - 1];
  if (local !== undefined && local.owner === parser.open) {
    operand.set(K.LOCAL, local.register);
    return true;
  }
  if (local === undefined && name !== parser.environment) return false;
  operand.set(K.UPVALUE, upvalue(parser, parser.open, name, local));
  return true;
}

/** The index of an upvalue, made in every function between the local and its use. Without a local it is `_ENV`. */
function upvalue(parser: Parser, state: FunctionState, name: Name, local: Local | undefined): number {
  const known = state.upvalues.get(name);
  if (known !== undefined) return known;
  if (state.outer !== undefined) {
    if (local !== undefined && state.outer === local.owner) capture(local);
    else upvalue(parser, state.outer, name, local);
  }
  if (state.upvalues.size + 1 > MOST_UPVALUES) parser.refuseLimit("upvalues", MOST_UPVALUES, state);
  const index = state.upvalues.size;
  state.upvalues.set(name, index);
  return index;
}

function capture(local: Local): void {
  let { block } = local.owner;
  while (block !== undefined && block.locals > local.register) block = block.outer;
  if (block !== undefined) block.isCaptured = true;
}

export function openFunction(parser: Parser, line: number): FunctionState {
  const { open } = parser;
  if (open.functions >= MOST_FUNCTIONS) parser.refuseFull("functions", MOST_FUNCTIONS);
  open.functions++;
  const state = new FunctionState(open, line, parser.locals.length);
  parser.open = state;
  enterBlock(parser, false);
  return state;
}

/** The function becomes a value in the next register of the one around it. */
export function closeFunction(parser: Parser, operand: Operand): void {
  const inner = parser.open;
  if (inner.outer === undefined) throw new Error("the chunk has no function around it");
  parser.open = inner.outer;
  operand.set(K.RELOCATABLE, 0);
  C.emit(parser);
  D.toNextRegister(parser, operand);
  parser.open = inner;
  endFunction(parser);
  parser.open = inner.outer;
}

export function endFunction(parser: Parser): void {
  C.emit(parser);
  leaveBlock(parser);
}

export function enterBlock(parser: Parser, isLoop: boolean): Block {
  const { open } = parser;
  const block: Block = {
    outer: open.block,
    isLoop,
    locals: open.locals,
    firstLabel: parser.labels.length,
    firstGoto: parser.gotos.length,
    isCaptured: false,
  };
  open.block = block;
  return block;
}

export function leaveBlock(parser: Parser): void {
  const { open } = parser;
  const { block } = open;
  if (block === undefined) throw new Error("a block ends that was never entered");
  if (block.outer !== undefined && block.isCaptured) C.jumpHere(parser, C.jump(parser));
  leaveLabels(parser, block, () => forgetLocals(parser, block));
}

function forgetLocals(parser: Parser, block: Block): void {
  const { open, locals } = parser;
  open.block = block.outer;
  while (open.locals > block.locals) {
    locals.pop()?.name.locals.pop();
    open.locals--;
  }
  open.freeRegister = open.locals;
}
