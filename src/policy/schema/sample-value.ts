// A value that could stand in a place of a policy: what an example shows.
import { isObject } from "../resolve/merge.ts";
import { follow, sidesOf } from "./schema-at.ts";

type Schema = Readonly<Record<string, unknown>>;

/** For the named kinds of values. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  glob: "tools/**",
  root: "src",
  branchGlob: "claude/**",
  refGlob: "refs/tags/**",
  folder: "src",
  name: "core",
  namePattern: "FCVAR_*",
  moduleName: "mylib",
  modulePattern: "socket.*",
  ruleName: "module-shape",
  rules: { "module-shape": "off" },
  branches: "agents",
  level: "warn",
  luaVersion: "5.4",
};

/** For the keys whose texts have a form of their own. */
const OF_KEYS: Readonly<Record<string, unknown>> = {
  "taskCode.patterns": ["^(?<code>[A-Z]+-[0-9]+): "],
  "taskCode.examples": ["phase6_colors_util: move the palette into core"],
  namespace: { canonical: "mylib", retired: ["oldlib"] },
  "namespace.retired": ["oldlib"],
  taskCode: { patterns: ["^(?<code>[A-Z]+-[0-9]+): "], examples: ["RP-12: keep the order of regions"] },
  overrides: [{ files: ["tools/**"], rules: { "module-shape": "off" }, reason: "they are started" }],
  mayOverride: [{ rules: ["diff-budget"], branches: "people" }],
  transforms: [{ name: "format", run: ["stylua", "{inputs}"], inputs: ["src/**/*.lua"] }],
  "transforms[].run": ["stylua", "{inputs}"],
  "rules.numeric-fields.shape": { loop: { min: 1 }, total_loops: { notLess: "loop" } },
  "rules.numeric-fields.fields": ["loop"],
  fixers: { "*.lua": "stylua" },
  $schema: "./node_modules/arkitekt/schemas/policy.schema.json",
  extends: "playbook-v5",
};

/** `key` is the place as one word. */
export function sampleValue(schema: Schema, key: string): unknown {
  if (Object.hasOwn(OF_KEYS, key)) return OF_KEYS[key];
  return valueFor(sidesOf(follow(schema))[0] ?? {});
}

function valueFor(schema: Schema): unknown {
  const followed = follow(schema);
  const { name, enum: values, type, minimum, items, properties, required, patternProperties } = followed;
  const fallback = followed["default"];
  if (typeof name === "string" && Object.hasOwn(SAMPLES, name)) return SAMPLES[name];
  if (type === "boolean") return fallback !== true;
  if (type === "integer" || type === "number") return numberFor(fallback, minimum);
  if (type === "array") return fallbackList(fallback) ?? [valueFor(isObject(items) ? items : {})];
  if (Array.isArray(values)) return values[0];
  if (type !== "object") return sideFor(followed);
  const named = isObject(properties) ? Object.entries(properties) : [];
  const needed = Array.isArray(required) ? named.filter(([part]) => required.includes(part)) : named;
  if (named.length > 0)
    return Object.fromEntries(needed.map(([part, inner]) => [part, valueFor(isObject(inner) ? inner : {})]));
  const [free] = isObject(patternProperties) ? Object.values(patternProperties) : [];
  return isObject(free) ? { name: valueFor(free) } : {};
}

function sideFor(schema: Schema): unknown {
  const [side] = sidesOf(schema);
  return side === undefined || side === schema ? "text" : valueFor(side);
}

function numberFor(fallback: unknown, minimum: unknown): number {
  if (typeof fallback === "number") return fallback;
  return typeof minimum === "number" ? Math.max(minimum, 1) : 1;
}

function fallbackList(fallback: unknown): readonly unknown[] | undefined {
  return Array.isArray(fallback) && fallback.length > 0 ? fallback : undefined;
}
