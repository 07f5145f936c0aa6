// goto, break and labels: every goto finds a label that it can see, and none jumps into the scope of a local.

import type { Parser } from "../syntax/parser.ts";
import * as C from "./code.ts";
import type { Block, Goto, Label, Name } from "./function-state.ts";
import type { Jumps } from "./operand.ts";

/** SHRT_MAX: labels, or gotos that wait for theirs, at one time. */
const MOST_LABELS = 32767;

export function addGoto(parser: Parser, name: Name, jumps: Jumps, line: number, start: number): void {
  if (parser.gotos.length >= MOST_LABELS) parser.refuseFull("labels/gotos", MOST_LABELS);
  const { open } = parser;
  const added: Goto = { name, line, start, end: parser.previousEnd, jumps, locals: open.locals };
  const label = visibleLabel(name, open.block);
  if (label !== undefined) resolveGoto(parser, added, label);
  else wait(parser, added);
}

/** Adds a label at this place. Gotos find it once `settleLabel` has been called. */
export function addLabel(parser: Parser, name: Name, line: number): Label {
  const { labels, open } = parser;
  if (labels.length >= MOST_LABELS) parser.refuseFull("labels/gotos", MOST_LABELS);
  const label: Label = { name, line, pc: open.pc, index: labels.length, locals: open.locals };
  labels.push(label);
  name.labels.push(label);
  return label;
}

export function checkRepeated(parser: Parser, name: Name, start: number, end: number): void {
  const known = visibleLabel(name, parser.open.block);
  if (known === undefined) return;
  parser.refuseRange(`label '${name.text}' already defined on line ${known.line}`, start, end);
}

/** Ends the wait of the gotos of this block for that label. */
export function settleLabel(parser: Parser, label: Label): void {
  if (label.name.waitingGotos === 0) return;
  const { gotos, open } = parser;
  let kept = open.block?.firstGoto ?? 0;
  for (let at = kept; at < gotos.length; at++) {
    const waiting = gotos[at];
    if (waiting === undefined) continue;
    if (waiting.name === label.name) {
      waiting.name.waitingGotos--;
      resolveGoto(parser, waiting, label);
    } else gotos[kept++] = waiting;
  }
  gotos.length = kept;
}

/** What the end of a block means to its labels and gotos; `forget` takes its locals out of scope. */
export function leaveLabels(parser: Parser, block: Block, forget: () => void): void {
  if (block.isLoop) settleLabel(parser, addLabel(parser, parser.breakName, 0));
  forget();
  while (parser.labels.length > block.firstLabel) parser.labels.pop()?.name.labels.pop();
  if (block.outer !== undefined) moveGotosOut(parser, block);
  else refuseGoto(parser, parser.gotos[block.firstGoto]);
}

/** Gotos that still wait look for a label in the block around theirs. */
function moveGotosOut(parser: Parser, block: Block): void {
  const { gotos } = parser;
  if (gotos.length === block.firstGoto) return;
  const moved = gotos.splice(block.firstGoto);
  for (const waiting of moved) {
    waiting.locals = Math.min(waiting.locals, block.locals);
    waiting.name.waitingGotos--;
    const label = visibleLabel(waiting.name, block.outer);
    if (label !== undefined) resolveGoto(parser, waiting, label);
    else wait(parser, waiting);
  }
}

function wait(parser: Parser, waiting: Goto): void {
  waiting.name.waitingGotos++;
  parser.gotos.push(waiting);
}

/** The label of that name in this very block. */
function visibleLabel(name: Name, block: Block | undefined): Label | undefined {
  const label = name.labels[name.labels.length - 1];
  return label !== undefined && block !== undefined && label.index >= block.firstLabel ? label : undefined;
}

function resolveGoto(parser: Parser, from: Goto, label: Label): void {
  if (from.locals < label.locals) {
    const local = parser.locals[parser.open.firstLocal + from.locals];
    parser.refuseRange(
      `<goto ${from.name.text}> at line ${from.line} jumps into the scope of local '${local?.name.text ?? "?"}'`,
      from.start,
      from.end,
    );
  }
  C.jumpTo(parser, from.jumps, label.pc);
}

function refuseGoto(parser: Parser, waiting: Goto | undefined): void {
  if (waiting === undefined) return;
  const { name, line, start, end } = waiting;
  const message =
    name === parser.breakName
      ? `<break> at line ${line} not inside a loop`
      : `no visible label '${name.text}' for <goto> at line ${line}`;
  parser.refuseRange(message, start, end);
}
