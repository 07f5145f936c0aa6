// How much of each thing a compiler accepts: the numbers in which the versions differ.
import type { LuaVersion } from "../../model/lua-version.ts";

export interface Limits {
  /** How deep statements and expressions nest. */
  readonly levels: number;
  readonly upvalues: number;
  /** The first number of registers that is too many. */
  readonly registers: number;
  /** How far a jump goes. */
  readonly jump: number;
  /** Locals that a function ever declares. */
  readonly declared: number;
  /** Functions directly inside a function. */
  readonly functions: number;
  /** Labels, or gotos that wait for one, at one time. */
  readonly labels: number;
  /** Constants of a function. */
  readonly constants: number;
}

const LUA_53: Limits = {
  levels: 200,
  upvalues: 255,
  registers: 255,
  jump: 131071,
  declared: 32767,
  functions: 262143,
  labels: 32767,
  constants: Number.POSITIVE_INFINITY,
};

/** LUAI_MAXCCALLS, MAXUPVAL, MAXSTACK or MAXREGS, MAXARG_sBx, SHRT_MAX, MAXARG_Bx of each; LuaJIT's in lj_def.h and lj_bc.h. */
export const LIMITS: Readonly<Record<LuaVersion, Limits>> = {
  "5.1": { ...LUA_53, upvalues: 60, registers: 250, constants: 262143 },
  "5.2": { ...LUA_53, registers: 250 },
  "5.3": LUA_53,
  "5.4": { ...LUA_53, levels: 199, jump: 16777215, functions: 131071 },
  luajit: {
    ...LUA_53,
    upvalues: 60,
    registers: 250,
    jump: 32767,
    declared: 65476,
    functions: Number.POSITIVE_INFINITY,
    labels: 65476,
    constants: 65536,
  },
};
