// Made by tools/generate.ts from src/policy/schema/schema-keys.ts and the rules' options. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    function ucs2length(str) {
      let len = str.length, length = 0, pos = 0, value;
      for (; pos < len; )
        length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

var schema19 = { $schema: "https://json-schema.org/draft/2020-12/schema", type: "object", additionalProperties: !1, properties: { $schema: { type: "string" }, extends: { enum: ["playbook-v5"] }, root: { $ref: "#/$defs/folder" }, lua: { type: "object", additionalProperties: !1, properties: { files: { $ref: "#/$defs/globList" }, version: { $ref: "#/$defs/luaVersions" }, moduleRoots: { $ref: "#/$defs/folderList" }, packages: { type: "object", additionalProperties: !1, patternProperties: { "^(?!\\.$)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)(?:\\*|[^\\\\*?/]+)(?:/(?:\\*|[^\\\\*?/]+))*$": { $ref: "#/$defs/folderList", minItems: 1 } } }, aliases: { type: "object", additionalProperties: !1, patternProperties: { "^[^\\s.\\\\/*'\"]+(?:[./][^\\s.\\\\/*'\"]+)*$": { type: "string", $ref: "#/$defs/folder" } } }, generated: { $ref: "#/$defs/globList" }, vendored: { $ref: "#/$defs/globList" }, scripts: { $ref: "#/$defs/globList" }, unlistedScripts: { type: "boolean" }, externals: { $ref: "#/$defs/modulePatternList" } } }, namespace: { type: "object", additionalProperties: !1, properties: { canonical: { type: "string", $ref: "#/$defs/moduleName" }, retired: { $ref: "#/$defs/moduleNameList" } } }, features: { type: "object", additionalProperties: !1, properties: { root: { $ref: "#/$defs/folder" }, layers: { $ref: "#/$defs/nameList" } } }, pure: { $ref: "#/$defs/globList" }, agentBranches: { $ref: "#/$defs/branchGlobList" }, host: { type: "object", additionalProperties: !1, properties: { globals: { $ref: "#/$defs/namePatternList" }, modules: { $ref: "#/$defs/moduleNameList" } } }, shims: { type: "object", additionalProperties: !1, properties: { maxDays: { type: "integer", minimum: 1, maximum: 3650 }, forbid: { type: "boolean" } } }, taskCode: { type: "object", additionalProperties: !1, properties: { patterns: { $ref: "#/$defs/textList" }, examples: { $ref: "#/$defs/textList" } } }, rules: { $ref: "#/$defs/rules" }, overrides: { type: "array", items: { type: "object", additionalProperties: !1, properties: { rules: { $ref: "#/$defs/rules" }, branches: { $ref: "#/$defs/branches" }, files: { $ref: "#/$defs/globList", minItems: 1 }, reason: { type: "string" } }, required: ["rules"], anyOf: [{ required: ["branches"] }, { required: ["files"] }] } }, mayOverride: { type: "array", items: { type: "object", additionalProperties: !1, properties: { rules: { $ref: "#/$defs/ruleNames" }, branches: { $ref: "#/$defs/branches" } }, required: ["rules", "branches"] } }, transforms: { type: "array", items: { type: "object", additionalProperties: !1, properties: { name: { type: "string", $ref: "#/$defs/name" }, run: { type: "array", items: { type: "string" }, minItems: 1 }, inputs: { $ref: "#/$defs/globList", minItems: 1 }, outputs: { $ref: "#/$defs/globList" }, seconds: { type: "integer", minimum: 1, maximum: 3600 } }, required: ["name", "run", "inputs"] } }, fixers: { type: "object", additionalProperties: !1, patternProperties: { "\\S": { if: { type: "array" }, then: { $ref: "#/$defs/textList", minItems: 1 }, else: { type: "string", $ref: "#/$defs/text" } } } }, noVerify: { enum: ["by-branch", "refuse", "warn", "allow"] }, push: { type: "object", additionalProperties: !1, properties: { refs: { $ref: "#/$defs/refGlobList" } } }, limits: { type: "object", additionalProperties: !1, properties: { fileBytes: { type: "integer", minimum: 1024, maximum: 33554432 } } }, handoff: { type: "object", additionalProperties: !1, properties: { projects: { $ref: "#/$defs/nameList" }, project: { $ref: "#/$defs/text" } } } }, $defs: { glob: { type: "string", pattern: "^(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]*[^\\\\/]$" }, root: { type: "string", pattern: "^(?:\\.|(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]+)$" }, branchGlob: { type: "string", pattern: "^(?!!|refs/)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$" }, refGlob: { type: "string", pattern: "^refs/(?!heads/)(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$" }, folder: { type: "string", pattern: "^(?:\\.|(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\*?]*[^\\\\/*?])$" }, text: { type: "string", pattern: "\\S" }, name: { type: "string", pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" }, namePattern: { type: "string", pattern: "^(?:[A-Za-z_][A-Za-z0-9_]*\\*?[A-Za-z0-9_]*|\\*[A-Za-z0-9_]+)$" }, moduleName: { type: "string", pattern: `^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*$` }, modulePattern: { type: "string", pattern: `^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*(?:[./]\\*)?$` }, globList: { type: "array", items: { type: "string", $ref: "#/$defs/glob" }, uniqueItems: !0 }, branchGlobList: { type: "array", items: { type: "string", $ref: "#/$defs/branchGlob" }, uniqueItems: !0 }, refGlobList: { type: "array", items: { type: "string", $ref: "#/$defs/refGlob" }, uniqueItems: !0 }, folderList: { type: "array", items: { type: "string", $ref: "#/$defs/folder" }, uniqueItems: !0 }, textList: { type: "array", items: { type: "string", $ref: "#/$defs/text" }, uniqueItems: !0 }, nameList: { type: "array", items: { type: "string", $ref: "#/$defs/name" }, uniqueItems: !0 }, namePatternList: { type: "array", items: { type: "string", $ref: "#/$defs/namePattern" }, uniqueItems: !0 }, moduleNameList: { type: "array", items: { type: "string", $ref: "#/$defs/moduleName" }, uniqueItems: !0 }, modulePatternList: { type: "array", items: { type: "string", $ref: "#/$defs/modulePattern" }, uniqueItems: !0 }, luaVersion: { enum: ["5.1", "5.2", "5.3", "5.4", "luajit"] }, luaVersions: { if: { type: "object" }, then: { type: "object", patternProperties: { "^(?:\\.|(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\*?]*[^\\\\/*?])$": { $ref: "#/$defs/luaVersion" } }, additionalProperties: !1 }, else: { $ref: "#/$defs/luaVersion" } }, branches: { if: { type: "array" }, then: { $ref: "#/$defs/branchGlobList", minItems: 1 }, else: { enum: ["agents", "people"] } }, level: { enum: ["off", "warn", "error"] }, "setting-lua-parse": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { otherVersions: { type: "boolean" }, glua: { type: "boolean" } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-path-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { roots: { type: "array", items: { type: "string", $ref: "#/$defs/root" } }, within: { type: "array", items: { type: "string", $ref: "#/$defs/root" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-require-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-purity-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-no-globals": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { allow: { type: "array", items: { type: "string" } }, scriptsDeclare: { type: "boolean" }, explicit: { type: "boolean" }, shared: { type: "boolean" }, writes: { type: "boolean" }, reads: { type: "boolean" }, elsewhere: { type: "boolean" } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-no-require-effects": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { constructors: { type: "array", items: { type: "string" } }, callbacks: { type: "array", items: { type: "string" } }, results: { type: "boolean" }, moduleFields: { type: "boolean" }, oneMore: { type: "boolean" } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-module-shape": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { constructors: { type: "boolean" }, functions: { type: "boolean" }, computed: { type: "boolean" } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-docs-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, data: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, allow: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, when: { enum: ["always", "mixed"] } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-todo-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { allow: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-diff-budget": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "integer", minimum: 0 }, addedLoc: { type: "integer", minimum: 0 }, strict: { type: "object", additionalProperties: !1, properties: { globs: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, files: { type: "integer", minimum: 0 }, addedLoc: { type: "integer", minimum: 0 } } }, mechanical: { type: "object", additionalProperties: !1, properties: { files: { type: "integer", minimum: 0 }, addedLoc: { type: "integer", minimum: 0 } } }, exclude: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-retired-namespace": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-require-separators": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-require-graph": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-unmet-exports": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-proof-grep": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { greps: { type: "array", items: { type: "object", additionalProperties: !1, properties: { pattern: { type: "string", minLength: 1 }, should_match: { type: "boolean" }, dialect: { enum: ["lua", "regex"] }, files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" }, minItems: 1 }, in: { enum: ["code", "text", "comments"] }, scope: { enum: ["changed", "added", "tree"] }, message: { type: "string" }, matches: { type: "array", items: { type: "string" } }, rejects: { type: "array", items: { type: "string" } } }, required: ["pattern", "should_match"] } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-canonical-shape": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { boundaries: { type: "array", items: { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" }, minItems: 1 }, calls: { type: "array", items: { type: "string" }, minItems: 1 } }, required: ["files", "calls"] } }, canonicalizers: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-numeric-fields": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { shape: { type: "object", additionalProperties: !1, patternProperties: { "^[A-Za-z_][A-Za-z0-9_]*$": { type: "object", additionalProperties: !1, properties: { allows: { type: "array", items: { enum: ["number", "string", "nil"] }, minItems: 1 }, min: { type: "number" }, notLess: { type: "string" } } } } }, fields: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-shim-header": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-shim-expiry": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-shim-surface": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-task-code": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-task-branch": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-task-notes": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-policy-change": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-idempotence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-status-trail": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { folder: { type: "string" } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-suppression": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, ruleName: { type: "string", enum: ["lua-parse", "path-fence", "require-fence", "purity-fence", "no-globals", "no-require-effects", "module-shape", "docs-fence", "todo-fence", "diff-budget", "retired-namespace", "require-separators", "require-graph", "unmet-exports", "proof-grep", "canonical-shape", "numeric-fields", "shim-header", "shim-expiry", "shim-surface", "task-code", "task-branch", "task-notes", "policy-change", "idempotence", "status-trail", "suppression"] }, ruleNameList: { type: "array", items: { type: "string", $ref: "#/$defs/ruleName" }, uniqueItems: !0 }, ruleNames: { if: { type: "array" }, then: { $ref: "#/$defs/ruleNameList", minItems: 1 }, else: { enum: ["all"] } }, rules: { type: "object", additionalProperties: !1, properties: { "lua-parse": { $ref: "#/$defs/setting-lua-parse" }, "path-fence": { $ref: "#/$defs/setting-path-fence" }, "require-fence": { $ref: "#/$defs/setting-require-fence" }, "purity-fence": { $ref: "#/$defs/setting-purity-fence" }, "no-globals": { $ref: "#/$defs/setting-no-globals" }, "no-require-effects": { $ref: "#/$defs/setting-no-require-effects" }, "module-shape": { $ref: "#/$defs/setting-module-shape" }, "docs-fence": { $ref: "#/$defs/setting-docs-fence" }, "todo-fence": { $ref: "#/$defs/setting-todo-fence" }, "diff-budget": { $ref: "#/$defs/setting-diff-budget" }, "retired-namespace": { $ref: "#/$defs/setting-retired-namespace" }, "require-separators": { $ref: "#/$defs/setting-require-separators" }, "require-graph": { $ref: "#/$defs/setting-require-graph" }, "unmet-exports": { $ref: "#/$defs/setting-unmet-exports" }, "proof-grep": { $ref: "#/$defs/setting-proof-grep" }, "canonical-shape": { $ref: "#/$defs/setting-canonical-shape" }, "numeric-fields": { $ref: "#/$defs/setting-numeric-fields" }, "shim-header": { $ref: "#/$defs/setting-shim-header" }, "shim-expiry": { $ref: "#/$defs/setting-shim-expiry" }, "shim-surface": { $ref: "#/$defs/setting-shim-surface" }, "task-code": { $ref: "#/$defs/setting-task-code" }, "task-branch": { $ref: "#/$defs/setting-task-branch" }, "task-notes": { $ref: "#/$defs/setting-task-notes" }, "policy-change": { $ref: "#/$defs/setting-policy-change" }, idempotence: { $ref: "#/$defs/setting-idempotence" }, "status-trail": { $ref: "#/$defs/setting-status-trail" }, suppression: { $ref: "#/$defs/setting-suppression" } } } } }, func1 = Object.prototype.hasOwnProperty;
var pattern3 = new RegExp("^(?:\\.|(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\*?]*[^\\\\/*?])$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate53.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern3.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:\\.|(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\*?]*[^\\\\/*?])$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate53.errors = vErrors, errors === 0;
}
validate53.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var pattern4 = new RegExp("^(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]*[^\\\\/]$", "u");
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate56.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern4.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]*[^\\\\/]$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate56.errors = vErrors, errors === 0;
}
validate56.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate56(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0], vErrors = addError(vErrors, { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } }), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }), errors++;
  return validate55.errors = vErrors, errors === 0;
}
validate55.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var schema24 = { enum: ["5.1", "5.2", "5.3", "5.4", "luajit"] };
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate60.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data === "5.1" || data === "5.2" || data === "5.3" || data === "5.4" || data === "luajit" || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema24.enum } }), errors++), validate60.errors = vErrors, errors === 0;
}
validate60.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate59.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  data && typeof data == "object" && !Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (let key0 in data)
        pattern3.test(key0) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
      for (let key1 in data)
        pattern3.test(key1) && (validate60(data[key1], { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length));
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "object" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var props0 = !0;
    ifClause0 = "then";
  } else {
    let _errs7 = errors;
    validate60(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length);
    var _valid0 = _errs7 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate59.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate59.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate64.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate53(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0], vErrors = addError(vErrors, { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } }), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }), errors++;
  return validate64.errors = vErrors, errors === 0;
}
validate64.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern11 = new RegExp(`^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*(?:[./]\\*)?$`, "u");
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate73.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern11.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: `^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*(?:[./]\\*)?$` } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate73.errors = vErrors, errors === 0;
}
validate73.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate72.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate73(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0], vErrors = addError(vErrors, { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } }), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }), errors++;
  return validate72.errors = vErrors, errors === 0;
}
validate72.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern9 = new RegExp(`^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*$`, "u");
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate76.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern9.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: `^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*$` } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate76.errors = vErrors, errors === 0;
}
validate76.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate78.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate76(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0], vErrors = addError(vErrors, { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } }), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }), errors++;
  return validate78.errors = vErrors, errors === 0;
}
validate78.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern13 = new RegExp("^[A-Za-z0-9_][A-Za-z0-9_.-]*$", "u");
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate83.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern13.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate83.errors = vErrors, errors === 0;
}
validate83.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate82.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate83(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0], vErrors = addError(vErrors, { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } }), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }), errors++;
  return validate82.errors = vErrors, errors === 0;
}
validate82.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern14 = new RegExp("^(?!!|refs/)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$", "u");
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate88.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern14.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?!!|refs/)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate88.errors = vErrors, errors === 0;
}
validate88.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate87.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate88(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0], vErrors = addError(vErrors, { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } }), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }), errors++;
  return validate87.errors = vErrors, errors === 0;
}
validate87.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern15 = new RegExp("^(?:[A-Za-z_][A-Za-z0-9_]*\\*?[A-Za-z0-9_]*|\\*[A-Za-z0-9_]+)$", "u");
function validate92(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate92.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern15.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z_][A-Za-z0-9_]*\\*?[A-Za-z0-9_]*|\\*[A-Za-z0-9_]+)$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate92.errors = vErrors, errors === 0;
}
validate92.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate91.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate92(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0], vErrors = addError(vErrors, { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } }), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }), errors++;
  return validate91.errors = vErrors, errors === 0;
}
validate91.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern16 = new RegExp("\\S", "u");
function validate97(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate97.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern16.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate97.errors = vErrors, errors === 0;
}
validate97.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate96(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate96.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate97(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0], vErrors = addError(vErrors, { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } }), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }), errors++;
  return validate96.errors = vErrors, errors === 0;
}
validate96.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var schema38 = { type: "object", additionalProperties: !1, properties: { "lua-parse": { $ref: "#/$defs/setting-lua-parse" }, "path-fence": { $ref: "#/$defs/setting-path-fence" }, "require-fence": { $ref: "#/$defs/setting-require-fence" }, "purity-fence": { $ref: "#/$defs/setting-purity-fence" }, "no-globals": { $ref: "#/$defs/setting-no-globals" }, "no-require-effects": { $ref: "#/$defs/setting-no-require-effects" }, "module-shape": { $ref: "#/$defs/setting-module-shape" }, "docs-fence": { $ref: "#/$defs/setting-docs-fence" }, "todo-fence": { $ref: "#/$defs/setting-todo-fence" }, "diff-budget": { $ref: "#/$defs/setting-diff-budget" }, "retired-namespace": { $ref: "#/$defs/setting-retired-namespace" }, "require-separators": { $ref: "#/$defs/setting-require-separators" }, "require-graph": { $ref: "#/$defs/setting-require-graph" }, "unmet-exports": { $ref: "#/$defs/setting-unmet-exports" }, "proof-grep": { $ref: "#/$defs/setting-proof-grep" }, "canonical-shape": { $ref: "#/$defs/setting-canonical-shape" }, "numeric-fields": { $ref: "#/$defs/setting-numeric-fields" }, "shim-header": { $ref: "#/$defs/setting-shim-header" }, "shim-expiry": { $ref: "#/$defs/setting-shim-expiry" }, "shim-surface": { $ref: "#/$defs/setting-shim-surface" }, "task-code": { $ref: "#/$defs/setting-task-code" }, "task-branch": { $ref: "#/$defs/setting-task-branch" }, "task-notes": { $ref: "#/$defs/setting-task-notes" }, "policy-change": { $ref: "#/$defs/setting-policy-change" }, idempotence: { $ref: "#/$defs/setting-idempotence" }, "status-trail": { $ref: "#/$defs/setting-status-trail" }, suppression: { $ref: "#/$defs/setting-suppression" } } };
var schema40 = { enum: ["off", "warn", "error"] };
function validate103(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate103.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data === "off" || data === "warn" || data === "error" || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema40.enum } }), errors++), validate103.errors = vErrors, errors === 0;
}
validate103.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate102(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate102.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "otherVersions" || key0 === "glua" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          data1.otherVersions !== void 0 && typeof data1.otherVersions != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/otherVersions", schemaPath: "#/then/prefixItems/1/properties/otherVersions/type", keyword: "type", params: { type: "boolean" } }), errors++), data1.glua !== void 0 && typeof data1.glua != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/glua", schemaPath: "#/then/prefixItems/1/properties/glua/type", keyword: "type", params: { type: "boolean" } }), errors++);
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs13 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs13 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate102.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate102.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var pattern17 = new RegExp("^(?:\\.|(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]+)$", "u");
function validate109(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate109.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern17.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:\\.|(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]+)$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate109.errors = vErrors, errors === 0;
}
validate109.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate107.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "roots" || key0 === "within" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.roots !== void 0) {
            let data2 = data1.roots;
            if (Array.isArray(data2)) {
              let len1 = data2.length;
              for (let i0 = 0; i0 < len1; i0++) {
                let data3 = data2[i0];
                typeof data3 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/roots/" + i0, schemaPath: "#/then/prefixItems/1/properties/roots/items/type", keyword: "type", params: { type: "string" } }), errors++), validate109(data3, { instancePath: instancePath + "/1/roots/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors), errors = vErrors.length);
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/roots", schemaPath: "#/then/prefixItems/1/properties/roots/type", keyword: "type", params: { type: "array" } }), errors++;
          }
          if (data1.within !== void 0) {
            let data4 = data1.within;
            if (Array.isArray(data4)) {
              let len2 = data4.length;
              for (let i1 = 0; i1 < len2; i1++) {
                let data5 = data4[i1];
                typeof data5 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/within/" + i1, schemaPath: "#/then/prefixItems/1/properties/within/items/type", keyword: "type", params: { type: "string" } }), errors++), validate109(data5, { instancePath: instancePath + "/1/within/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors), errors = vErrors.length);
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/within", schemaPath: "#/then/prefixItems/1/properties/within/type", keyword: "type", params: { type: "array" } }), errors++;
          }
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs17 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs17 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate107.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate107.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate114(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate114.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate114.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate114.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate118(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate118.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate118.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate118.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate122(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate122.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "allow" || key0 === "scriptsDeclare" || key0 === "explicit" || key0 === "shared" || key0 === "writes" || key0 === "reads" || key0 === "elsewhere" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.allow !== void 0) {
            let data2 = data1.allow;
            if (Array.isArray(data2)) {
              let len1 = data2.length;
              for (let i0 = 0; i0 < len1; i0++)
                typeof data2[i0] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/allow/" + i0, schemaPath: "#/then/prefixItems/1/properties/allow/items/type", keyword: "type", params: { type: "string" } }), errors++);
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/allow", schemaPath: "#/then/prefixItems/1/properties/allow/type", keyword: "type", params: { type: "array" } }), errors++;
          }
          data1.scriptsDeclare !== void 0 && typeof data1.scriptsDeclare != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/scriptsDeclare", schemaPath: "#/then/prefixItems/1/properties/scriptsDeclare/type", keyword: "type", params: { type: "boolean" } }), errors++), data1.explicit !== void 0 && typeof data1.explicit != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/explicit", schemaPath: "#/then/prefixItems/1/properties/explicit/type", keyword: "type", params: { type: "boolean" } }), errors++), data1.shared !== void 0 && typeof data1.shared != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/shared", schemaPath: "#/then/prefixItems/1/properties/shared/type", keyword: "type", params: { type: "boolean" } }), errors++), data1.writes !== void 0 && typeof data1.writes != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/writes", schemaPath: "#/then/prefixItems/1/properties/writes/type", keyword: "type", params: { type: "boolean" } }), errors++), data1.reads !== void 0 && typeof data1.reads != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/reads", schemaPath: "#/then/prefixItems/1/properties/reads/type", keyword: "type", params: { type: "boolean" } }), errors++), data1.elsewhere !== void 0 && typeof data1.elsewhere != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/elsewhere", schemaPath: "#/then/prefixItems/1/properties/elsewhere/type", keyword: "type", params: { type: "boolean" } }), errors++);
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs25 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs25 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate122.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate122.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate126(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate126.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "constructors" || key0 === "callbacks" || key0 === "results" || key0 === "moduleFields" || key0 === "oneMore" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.constructors !== void 0) {
            let data2 = data1.constructors;
            if (Array.isArray(data2)) {
              let len1 = data2.length;
              for (let i0 = 0; i0 < len1; i0++)
                typeof data2[i0] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/constructors/" + i0, schemaPath: "#/then/prefixItems/1/properties/constructors/items/type", keyword: "type", params: { type: "string" } }), errors++);
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/constructors", schemaPath: "#/then/prefixItems/1/properties/constructors/type", keyword: "type", params: { type: "array" } }), errors++;
          }
          if (data1.callbacks !== void 0) {
            let data4 = data1.callbacks;
            if (Array.isArray(data4)) {
              let len2 = data4.length;
              for (let i1 = 0; i1 < len2; i1++)
                typeof data4[i1] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/callbacks/" + i1, schemaPath: "#/then/prefixItems/1/properties/callbacks/items/type", keyword: "type", params: { type: "string" } }), errors++);
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/callbacks", schemaPath: "#/then/prefixItems/1/properties/callbacks/type", keyword: "type", params: { type: "array" } }), errors++;
          }
          data1.results !== void 0 && typeof data1.results != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/results", schemaPath: "#/then/prefixItems/1/properties/results/type", keyword: "type", params: { type: "boolean" } }), errors++), data1.moduleFields !== void 0 && typeof data1.moduleFields != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/moduleFields", schemaPath: "#/then/prefixItems/1/properties/moduleFields/type", keyword: "type", params: { type: "boolean" } }), errors++), data1.oneMore !== void 0 && typeof data1.oneMore != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/oneMore", schemaPath: "#/then/prefixItems/1/properties/oneMore/type", keyword: "type", params: { type: "boolean" } }), errors++);
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs23 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs23 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate126.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate126.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate130(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate130.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "constructors" || key0 === "functions" || key0 === "computed" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          data1.constructors !== void 0 && typeof data1.constructors != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/constructors", schemaPath: "#/then/prefixItems/1/properties/constructors/type", keyword: "type", params: { type: "boolean" } }), errors++), data1.functions !== void 0 && typeof data1.functions != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/functions", schemaPath: "#/then/prefixItems/1/properties/functions/type", keyword: "type", params: { type: "boolean" } }), errors++), data1.computed !== void 0 && typeof data1.computed != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/computed", schemaPath: "#/then/prefixItems/1/properties/computed/type", keyword: "type", params: { type: "boolean" } }), errors++);
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs15 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs15 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate130.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate130.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var schema48 = { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, data: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, allow: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, when: { enum: ["always", "mixed"] } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } };
function validate134(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate134.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "files" || key0 === "data" || key0 === "allow" || key0 === "when" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.files !== void 0) {
            let data2 = data1.files;
            if (Array.isArray(data2)) {
              let len1 = data2.length;
              for (let i0 = 0; i0 < len1; i0++) {
                let data3 = data2[i0];
                typeof data3 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/files/" + i0, schemaPath: "#/then/prefixItems/1/properties/files/items/type", keyword: "type", params: { type: "string" } }), errors++), validate56(data3, { instancePath: instancePath + "/1/files/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/files", schemaPath: "#/then/prefixItems/1/properties/files/type", keyword: "type", params: { type: "array" } }), errors++;
          }
          if (data1.data !== void 0) {
            let data4 = data1.data;
            if (Array.isArray(data4)) {
              let len2 = data4.length;
              for (let i1 = 0; i1 < len2; i1++) {
                let data5 = data4[i1];
                typeof data5 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/data/" + i1, schemaPath: "#/then/prefixItems/1/properties/data/items/type", keyword: "type", params: { type: "string" } }), errors++), validate56(data5, { instancePath: instancePath + "/1/data/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/data", schemaPath: "#/then/prefixItems/1/properties/data/type", keyword: "type", params: { type: "array" } }), errors++;
          }
          if (data1.allow !== void 0) {
            let data6 = data1.allow;
            if (Array.isArray(data6)) {
              let len3 = data6.length;
              for (let i2 = 0; i2 < len3; i2++) {
                let data7 = data6[i2];
                typeof data7 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/allow/" + i2, schemaPath: "#/then/prefixItems/1/properties/allow/items/type", keyword: "type", params: { type: "string" } }), errors++), validate56(data7, { instancePath: instancePath + "/1/allow/" + i2, parentData: data6, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/allow", schemaPath: "#/then/prefixItems/1/properties/allow/type", keyword: "type", params: { type: "array" } }), errors++;
          }
          if (data1.when !== void 0) {
            let data8 = data1.when;
            data8 === "always" || data8 === "mixed" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/when", schemaPath: "#/then/prefixItems/1/properties/when/enum", keyword: "enum", params: { allowedValues: schema48.then.prefixItems[1].properties.when.enum } }), errors++);
          }
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs22 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs22 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate134.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate134.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate141(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate141.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 !== "allow" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.allow !== void 0) {
            let data2 = data1.allow;
            if (Array.isArray(data2)) {
              let len1 = data2.length;
              for (let i0 = 0; i0 < len1; i0++) {
                let data3 = data2[i0];
                typeof data3 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/allow/" + i0, schemaPath: "#/then/prefixItems/1/properties/allow/items/type", keyword: "type", params: { type: "string" } }), errors++), validate56(data3, { instancePath: instancePath + "/1/allow/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/allow", schemaPath: "#/then/prefixItems/1/properties/allow/type", keyword: "type", params: { type: "array" } }), errors++;
          }
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs13 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs13 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate141.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate141.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate146(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate146.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "files" || key0 === "addedLoc" || key0 === "strict" || key0 === "mechanical" || key0 === "exclude" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.files !== void 0) {
            let data2 = data1.files;
            typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2) || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/files", schemaPath: "#/then/prefixItems/1/properties/files/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data2 == "number" && isFinite(data2) && (data2 < 0 || isNaN(data2)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/files", schemaPath: "#/then/prefixItems/1/properties/files/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }), errors++);
          }
          if (data1.addedLoc !== void 0) {
            let data3 = data1.addedLoc;
            typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3) || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/addedLoc", schemaPath: "#/then/prefixItems/1/properties/addedLoc/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data3 == "number" && isFinite(data3) && (data3 < 0 || isNaN(data3)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/addedLoc", schemaPath: "#/then/prefixItems/1/properties/addedLoc/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }), errors++);
          }
          if (data1.strict !== void 0) {
            let data4 = data1.strict;
            if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
              for (let key1 in data4)
                key1 === "globs" || key1 === "files" || key1 === "addedLoc" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/strict", schemaPath: "#/then/prefixItems/1/properties/strict/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }), errors++);
              if (data4.globs !== void 0) {
                let data5 = data4.globs;
                if (Array.isArray(data5)) {
                  let len1 = data5.length;
                  for (let i0 = 0; i0 < len1; i0++) {
                    let data6 = data5[i0];
                    typeof data6 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/strict/globs/" + i0, schemaPath: "#/then/prefixItems/1/properties/strict/properties/globs/items/type", keyword: "type", params: { type: "string" } }), errors++), validate56(data6, { instancePath: instancePath + "/1/strict/globs/" + i0, parentData: data5, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
                  }
                } else
                  vErrors = addError(vErrors, { instancePath: instancePath + "/1/strict/globs", schemaPath: "#/then/prefixItems/1/properties/strict/properties/globs/type", keyword: "type", params: { type: "array" } }), errors++;
              }
              if (data4.files !== void 0) {
                let data7 = data4.files;
                typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7) || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/strict/files", schemaPath: "#/then/prefixItems/1/properties/strict/properties/files/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data7 == "number" && isFinite(data7) && (data7 < 0 || isNaN(data7)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/strict/files", schemaPath: "#/then/prefixItems/1/properties/strict/properties/files/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }), errors++);
              }
              if (data4.addedLoc !== void 0) {
                let data8 = data4.addedLoc;
                typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8) || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/strict/addedLoc", schemaPath: "#/then/prefixItems/1/properties/strict/properties/addedLoc/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data8 == "number" && isFinite(data8) && (data8 < 0 || isNaN(data8)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/strict/addedLoc", schemaPath: "#/then/prefixItems/1/properties/strict/properties/addedLoc/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }), errors++);
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/strict", schemaPath: "#/then/prefixItems/1/properties/strict/type", keyword: "type", params: { type: "object" } }), errors++;
          }
          if (data1.mechanical !== void 0) {
            let data9 = data1.mechanical;
            if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
              for (let key2 in data9)
                key2 === "files" || key2 === "addedLoc" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/mechanical", schemaPath: "#/then/prefixItems/1/properties/mechanical/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } }), errors++);
              if (data9.files !== void 0) {
                let data10 = data9.files;
                typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10) || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/mechanical/files", schemaPath: "#/then/prefixItems/1/properties/mechanical/properties/files/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data10 == "number" && isFinite(data10) && (data10 < 0 || isNaN(data10)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/mechanical/files", schemaPath: "#/then/prefixItems/1/properties/mechanical/properties/files/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }), errors++);
              }
              if (data9.addedLoc !== void 0) {
                let data11 = data9.addedLoc;
                typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11) || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/mechanical/addedLoc", schemaPath: "#/then/prefixItems/1/properties/mechanical/properties/addedLoc/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data11 == "number" && isFinite(data11) && (data11 < 0 || isNaN(data11)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/mechanical/addedLoc", schemaPath: "#/then/prefixItems/1/properties/mechanical/properties/addedLoc/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }), errors++);
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/mechanical", schemaPath: "#/then/prefixItems/1/properties/mechanical/type", keyword: "type", params: { type: "object" } }), errors++;
          }
          if (data1.exclude !== void 0) {
            let data12 = data1.exclude;
            if (Array.isArray(data12)) {
              let len2 = data12.length;
              for (let i1 = 0; i1 < len2; i1++) {
                let data13 = data12[i1];
                typeof data13 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/exclude/" + i1, schemaPath: "#/then/prefixItems/1/properties/exclude/items/type", keyword: "type", params: { type: "string" } }), errors++), validate56(data13, { instancePath: instancePath + "/1/exclude/" + i1, parentData: data12, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/exclude", schemaPath: "#/then/prefixItems/1/properties/exclude/type", keyword: "type", params: { type: "array" } }), errors++;
          }
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs35 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs35 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate146.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate146.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate152(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate152.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate152.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate152.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate156(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate156.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate156.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate156.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate160(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate160.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate160.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate160.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate164(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate164.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate164.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate164.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var schema55 = { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { greps: { type: "array", items: { type: "object", additionalProperties: !1, properties: { pattern: { type: "string", minLength: 1 }, should_match: { type: "boolean" }, dialect: { enum: ["lua", "regex"] }, files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" }, minItems: 1 }, in: { enum: ["code", "text", "comments"] }, scope: { enum: ["changed", "added", "tree"] }, message: { type: "string" }, matches: { type: "array", items: { type: "string" } }, rejects: { type: "array", items: { type: "string" } } }, required: ["pattern", "should_match"] } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, func5 = require_ucs2length().default;
function validate168(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate168.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 !== "greps" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.greps !== void 0) {
            let data2 = data1.greps;
            if (Array.isArray(data2)) {
              let len1 = data2.length;
              for (let i0 = 0; i0 < len1; i0++) {
                let data3 = data2[i0];
                if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                  data3.pattern === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0, schemaPath: "#/then/prefixItems/1/properties/greps/items/required", keyword: "required", params: { missingProperty: "pattern" } }), errors++), data3.should_match === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0, schemaPath: "#/then/prefixItems/1/properties/greps/items/required", keyword: "required", params: { missingProperty: "should_match" } }), errors++);
                  for (let key1 in data3)
                    func1.call(schema55.then.prefixItems[1].properties.greps.items.properties, key1) || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0, schemaPath: "#/then/prefixItems/1/properties/greps/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }), errors++);
                  if (data3.pattern !== void 0) {
                    let data4 = data3.pattern;
                    typeof data4 == "string" ? func5(data4) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/pattern", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/pattern/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/pattern", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/pattern/type", keyword: "type", params: { type: "string" } }), errors++);
                  }
                  if (data3.should_match !== void 0 && typeof data3.should_match != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/should_match", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/should_match/type", keyword: "type", params: { type: "boolean" } }), errors++), data3.dialect !== void 0) {
                    let data6 = data3.dialect;
                    data6 === "lua" || data6 === "regex" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/dialect", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/dialect/enum", keyword: "enum", params: { allowedValues: schema55.then.prefixItems[1].properties.greps.items.properties.dialect.enum } }), errors++);
                  }
                  if (data3.files !== void 0) {
                    let data7 = data3.files;
                    if (Array.isArray(data7)) {
                      data7.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/files", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/files/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
                      let len2 = data7.length;
                      for (let i1 = 0; i1 < len2; i1++) {
                        let data8 = data7[i1];
                        typeof data8 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/files/" + i1, schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/files/items/type", keyword: "type", params: { type: "string" } }), errors++), validate56(data8, { instancePath: instancePath + "/1/greps/" + i0 + "/files/" + i1, parentData: data7, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
                      }
                    } else
                      vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/files", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/files/type", keyword: "type", params: { type: "array" } }), errors++;
                  }
                  if (data3.in !== void 0) {
                    let data9 = data3.in;
                    data9 === "code" || data9 === "text" || data9 === "comments" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/in", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/in/enum", keyword: "enum", params: { allowedValues: schema55.then.prefixItems[1].properties.greps.items.properties.in.enum } }), errors++);
                  }
                  if (data3.scope !== void 0) {
                    let data10 = data3.scope;
                    data10 === "changed" || data10 === "added" || data10 === "tree" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/scope", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/scope/enum", keyword: "enum", params: { allowedValues: schema55.then.prefixItems[1].properties.greps.items.properties.scope.enum } }), errors++);
                  }
                  if (data3.message !== void 0 && typeof data3.message != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/message", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/message/type", keyword: "type", params: { type: "string" } }), errors++), data3.matches !== void 0) {
                    let data12 = data3.matches;
                    if (Array.isArray(data12)) {
                      let len3 = data12.length;
                      for (let i2 = 0; i2 < len3; i2++)
                        typeof data12[i2] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/matches/" + i2, schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/matches/items/type", keyword: "type", params: { type: "string" } }), errors++);
                    } else
                      vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/matches", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/matches/type", keyword: "type", params: { type: "array" } }), errors++;
                  }
                  if (data3.rejects !== void 0) {
                    let data14 = data3.rejects;
                    if (Array.isArray(data14)) {
                      let len4 = data14.length;
                      for (let i3 = 0; i3 < len4; i3++)
                        typeof data14[i3] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/rejects/" + i3, schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/rejects/items/type", keyword: "type", params: { type: "string" } }), errors++);
                    } else
                      vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/rejects", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/rejects/type", keyword: "type", params: { type: "array" } }), errors++;
                  }
                } else
                  vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0, schemaPath: "#/then/prefixItems/1/properties/greps/items/type", keyword: "type", params: { type: "object" } }), errors++;
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps", schemaPath: "#/then/prefixItems/1/properties/greps/type", keyword: "type", params: { type: "array" } }), errors++;
          }
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs35 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs35 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate168.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate168.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate173(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate173.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "boundaries" || key0 === "canonicalizers" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.boundaries !== void 0) {
            let data2 = data1.boundaries;
            if (Array.isArray(data2)) {
              let len1 = data2.length;
              for (let i0 = 0; i0 < len1; i0++) {
                let data3 = data2[i0];
                if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                  data3.files === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/boundaries/" + i0, schemaPath: "#/then/prefixItems/1/properties/boundaries/items/required", keyword: "required", params: { missingProperty: "files" } }), errors++), data3.calls === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/boundaries/" + i0, schemaPath: "#/then/prefixItems/1/properties/boundaries/items/required", keyword: "required", params: { missingProperty: "calls" } }), errors++);
                  for (let key1 in data3)
                    key1 === "files" || key1 === "calls" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/boundaries/" + i0, schemaPath: "#/then/prefixItems/1/properties/boundaries/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }), errors++);
                  if (data3.files !== void 0) {
                    let data4 = data3.files;
                    if (Array.isArray(data4)) {
                      data4.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/boundaries/" + i0 + "/files", schemaPath: "#/then/prefixItems/1/properties/boundaries/items/properties/files/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
                      let len2 = data4.length;
                      for (let i1 = 0; i1 < len2; i1++) {
                        let data5 = data4[i1];
                        typeof data5 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/boundaries/" + i0 + "/files/" + i1, schemaPath: "#/then/prefixItems/1/properties/boundaries/items/properties/files/items/type", keyword: "type", params: { type: "string" } }), errors++), validate56(data5, { instancePath: instancePath + "/1/boundaries/" + i0 + "/files/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
                      }
                    } else
                      vErrors = addError(vErrors, { instancePath: instancePath + "/1/boundaries/" + i0 + "/files", schemaPath: "#/then/prefixItems/1/properties/boundaries/items/properties/files/type", keyword: "type", params: { type: "array" } }), errors++;
                  }
                  if (data3.calls !== void 0) {
                    let data6 = data3.calls;
                    if (Array.isArray(data6)) {
                      data6.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/boundaries/" + i0 + "/calls", schemaPath: "#/then/prefixItems/1/properties/boundaries/items/properties/calls/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
                      let len3 = data6.length;
                      for (let i2 = 0; i2 < len3; i2++)
                        typeof data6[i2] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/boundaries/" + i0 + "/calls/" + i2, schemaPath: "#/then/prefixItems/1/properties/boundaries/items/properties/calls/items/type", keyword: "type", params: { type: "string" } }), errors++);
                    } else
                      vErrors = addError(vErrors, { instancePath: instancePath + "/1/boundaries/" + i0 + "/calls", schemaPath: "#/then/prefixItems/1/properties/boundaries/items/properties/calls/type", keyword: "type", params: { type: "array" } }), errors++;
                  }
                } else
                  vErrors = addError(vErrors, { instancePath: instancePath + "/1/boundaries/" + i0, schemaPath: "#/then/prefixItems/1/properties/boundaries/items/type", keyword: "type", params: { type: "object" } }), errors++;
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/boundaries", schemaPath: "#/then/prefixItems/1/properties/boundaries/type", keyword: "type", params: { type: "array" } }), errors++;
          }
          if (data1.canonicalizers !== void 0) {
            let data8 = data1.canonicalizers;
            if (Array.isArray(data8)) {
              let len4 = data8.length;
              for (let i3 = 0; i3 < len4; i3++)
                typeof data8[i3] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/canonicalizers/" + i3, schemaPath: "#/then/prefixItems/1/properties/canonicalizers/items/type", keyword: "type", params: { type: "string" } }), errors++);
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/canonicalizers", schemaPath: "#/then/prefixItems/1/properties/canonicalizers/type", keyword: "type", params: { type: "array" } }), errors++;
          }
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs26 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs26 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate173.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate173.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var schema57 = { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { shape: { type: "object", additionalProperties: !1, patternProperties: { "^[A-Za-z_][A-Za-z0-9_]*$": { type: "object", additionalProperties: !1, properties: { allows: { type: "array", items: { enum: ["number", "string", "nil"] }, minItems: 1 }, min: { type: "number" }, notLess: { type: "string" } } } } }, fields: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, pattern18 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate178(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate178.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "shape" || key0 === "fields" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.shape !== void 0) {
            let data2 = data1.shape;
            if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
              for (let key1 in data2)
                pattern18.test(key1) || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/shape", schemaPath: "#/then/prefixItems/1/properties/shape/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }), errors++);
              for (let key2 in data2)
                if (pattern18.test(key2)) {
                  let data3 = data2[key2];
                  if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                    for (let key3 in data3)
                      key3 === "allows" || key3 === "min" || key3 === "notLess" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/shape/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/then/prefixItems/1/properties/shape/patternProperties/%5E%5BA-Za-z_%5D%5BA-Za-z0-9_%5D*%24/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } }), errors++);
                    if (data3.allows !== void 0) {
                      let data4 = data3.allows;
                      if (Array.isArray(data4)) {
                        data4.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/shape/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/allows", schemaPath: "#/then/prefixItems/1/properties/shape/patternProperties/%5E%5BA-Za-z_%5D%5BA-Za-z0-9_%5D*%24/properties/allows/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
                        let len1 = data4.length;
                        for (let i0 = 0; i0 < len1; i0++) {
                          let data5 = data4[i0];
                          data5 === "number" || data5 === "string" || data5 === "nil" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/shape/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/allows/" + i0, schemaPath: "#/then/prefixItems/1/properties/shape/patternProperties/%5E%5BA-Za-z_%5D%5BA-Za-z0-9_%5D*%24/properties/allows/items/enum", keyword: "enum", params: { allowedValues: schema57.then.prefixItems[1].properties.shape.patternProperties["^[A-Za-z_][A-Za-z0-9_]*$"].properties.allows.items.enum } }), errors++);
                        }
                      } else
                        vErrors = addError(vErrors, { instancePath: instancePath + "/1/shape/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/allows", schemaPath: "#/then/prefixItems/1/properties/shape/patternProperties/%5E%5BA-Za-z_%5D%5BA-Za-z0-9_%5D*%24/properties/allows/type", keyword: "type", params: { type: "array" } }), errors++;
                    }
                    if (data3.min !== void 0) {
                      let data6 = data3.min;
                      typeof data6 == "number" && isFinite(data6) || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/shape/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/min", schemaPath: "#/then/prefixItems/1/properties/shape/patternProperties/%5E%5BA-Za-z_%5D%5BA-Za-z0-9_%5D*%24/properties/min/type", keyword: "type", params: { type: "number" } }), errors++);
                    }
                    data3.notLess !== void 0 && typeof data3.notLess != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/shape/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/notLess", schemaPath: "#/then/prefixItems/1/properties/shape/patternProperties/%5E%5BA-Za-z_%5D%5BA-Za-z0-9_%5D*%24/properties/notLess/type", keyword: "type", params: { type: "string" } }), errors++);
                  } else
                    vErrors = addError(vErrors, { instancePath: instancePath + "/1/shape/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/then/prefixItems/1/properties/shape/patternProperties/%5E%5BA-Za-z_%5D%5BA-Za-z0-9_%5D*%24/type", keyword: "type", params: { type: "object" } }), errors++;
                }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/shape", schemaPath: "#/then/prefixItems/1/properties/shape/type", keyword: "type", params: { type: "object" } }), errors++;
          }
          if (data1.fields !== void 0) {
            let data8 = data1.fields;
            if (Array.isArray(data8)) {
              let len2 = data8.length;
              for (let i1 = 0; i1 < len2; i1++)
                typeof data8[i1] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/fields/" + i1, schemaPath: "#/then/prefixItems/1/properties/fields/items/type", keyword: "type", params: { type: "string" } }), errors++);
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/fields", schemaPath: "#/then/prefixItems/1/properties/fields/type", keyword: "type", params: { type: "array" } }), errors++;
          }
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs26 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs26 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate178.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate178.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate182(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate182.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate182.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate182.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate186(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate186.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate186.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate186.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate190(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate190.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate190.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate190.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate194(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate194.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate194.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate194.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate198(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate198.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate198.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate198.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate202(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate202.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate202.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate202.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate206(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate206.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 !== "files" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.files !== void 0) {
            let data2 = data1.files;
            if (Array.isArray(data2)) {
              let len1 = data2.length;
              for (let i0 = 0; i0 < len1; i0++) {
                let data3 = data2[i0];
                typeof data3 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/files/" + i0, schemaPath: "#/then/prefixItems/1/properties/files/items/type", keyword: "type", params: { type: "string" } }), errors++), validate56(data3, { instancePath: instancePath + "/1/files/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/files", schemaPath: "#/then/prefixItems/1/properties/files/type", keyword: "type", params: { type: "array" } }), errors++;
          }
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs13 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs13 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate206.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate206.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate211(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate211.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate211.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate211.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate215(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate215.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 !== "folder" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          data1.folder !== void 0 && typeof data1.folder != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/folder", schemaPath: "#/then/prefixItems/1/properties/folder/type", keyword: "type", params: { type: "string" } }), errors++);
        } else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs11 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs11 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate215.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate215.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate219(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate219.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (Array.isArray(data)) {
      data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
      let len0 = data.length;
      if (len0 > 0 && (validate103(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1))
          for (let key0 in data1)
            vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++;
        else
          vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/type", keyword: "type", params: { type: "object" } }), errors++;
      }
      data.length <= 2 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/items", keyword: "items", params: { limit: 2 } }), errors++);
    } else
      vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" } }), errors++;
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs9 = errors;
    validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate219.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate219.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate101.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      func1.call(schema38.properties, key0) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
    data["lua-parse"] !== void 0 && (validate102(data["lua-parse"], { instancePath: instancePath + "/lua-parse", parentData: data, parentDataProperty: "lua-parse", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors), errors = vErrors.length)), data["path-fence"] !== void 0 && (validate107(data["path-fence"], { instancePath: instancePath + "/path-fence", parentData: data, parentDataProperty: "path-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors), errors = vErrors.length)), data["require-fence"] !== void 0 && (validate114(data["require-fence"], { instancePath: instancePath + "/require-fence", parentData: data, parentDataProperty: "require-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors), errors = vErrors.length)), data["purity-fence"] !== void 0 && (validate118(data["purity-fence"], { instancePath: instancePath + "/purity-fence", parentData: data, parentDataProperty: "purity-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors), errors = vErrors.length)), data["no-globals"] !== void 0 && (validate122(data["no-globals"], { instancePath: instancePath + "/no-globals", parentData: data, parentDataProperty: "no-globals", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors), errors = vErrors.length)), data["no-require-effects"] !== void 0 && (validate126(data["no-require-effects"], { instancePath: instancePath + "/no-require-effects", parentData: data, parentDataProperty: "no-require-effects", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors), errors = vErrors.length)), data["module-shape"] !== void 0 && (validate130(data["module-shape"], { instancePath: instancePath + "/module-shape", parentData: data, parentDataProperty: "module-shape", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors), errors = vErrors.length)), data["docs-fence"] !== void 0 && (validate134(data["docs-fence"], { instancePath: instancePath + "/docs-fence", parentData: data, parentDataProperty: "docs-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate134.errors : vErrors.concat(validate134.errors), errors = vErrors.length)), data["todo-fence"] !== void 0 && (validate141(data["todo-fence"], { instancePath: instancePath + "/todo-fence", parentData: data, parentDataProperty: "todo-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors), errors = vErrors.length)), data["diff-budget"] !== void 0 && (validate146(data["diff-budget"], { instancePath: instancePath + "/diff-budget", parentData: data, parentDataProperty: "diff-budget", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate146.errors : vErrors.concat(validate146.errors), errors = vErrors.length)), data["retired-namespace"] !== void 0 && (validate152(data["retired-namespace"], { instancePath: instancePath + "/retired-namespace", parentData: data, parentDataProperty: "retired-namespace", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors), errors = vErrors.length)), data["require-separators"] !== void 0 && (validate156(data["require-separators"], { instancePath: instancePath + "/require-separators", parentData: data, parentDataProperty: "require-separators", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate156.errors : vErrors.concat(validate156.errors), errors = vErrors.length)), data["require-graph"] !== void 0 && (validate160(data["require-graph"], { instancePath: instancePath + "/require-graph", parentData: data, parentDataProperty: "require-graph", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate160.errors : vErrors.concat(validate160.errors), errors = vErrors.length)), data["unmet-exports"] !== void 0 && (validate164(data["unmet-exports"], { instancePath: instancePath + "/unmet-exports", parentData: data, parentDataProperty: "unmet-exports", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors), errors = vErrors.length)), data["proof-grep"] !== void 0 && (validate168(data["proof-grep"], { instancePath: instancePath + "/proof-grep", parentData: data, parentDataProperty: "proof-grep", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate168.errors : vErrors.concat(validate168.errors), errors = vErrors.length)), data["canonical-shape"] !== void 0 && (validate173(data["canonical-shape"], { instancePath: instancePath + "/canonical-shape", parentData: data, parentDataProperty: "canonical-shape", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate173.errors : vErrors.concat(validate173.errors), errors = vErrors.length)), data["numeric-fields"] !== void 0 && (validate178(data["numeric-fields"], { instancePath: instancePath + "/numeric-fields", parentData: data, parentDataProperty: "numeric-fields", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate178.errors : vErrors.concat(validate178.errors), errors = vErrors.length)), data["shim-header"] !== void 0 && (validate182(data["shim-header"], { instancePath: instancePath + "/shim-header", parentData: data, parentDataProperty: "shim-header", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate182.errors : vErrors.concat(validate182.errors), errors = vErrors.length)), data["shim-expiry"] !== void 0 && (validate186(data["shim-expiry"], { instancePath: instancePath + "/shim-expiry", parentData: data, parentDataProperty: "shim-expiry", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate186.errors : vErrors.concat(validate186.errors), errors = vErrors.length)), data["shim-surface"] !== void 0 && (validate190(data["shim-surface"], { instancePath: instancePath + "/shim-surface", parentData: data, parentDataProperty: "shim-surface", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate190.errors : vErrors.concat(validate190.errors), errors = vErrors.length)), data["task-code"] !== void 0 && (validate194(data["task-code"], { instancePath: instancePath + "/task-code", parentData: data, parentDataProperty: "task-code", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate194.errors : vErrors.concat(validate194.errors), errors = vErrors.length)), data["task-branch"] !== void 0 && (validate198(data["task-branch"], { instancePath: instancePath + "/task-branch", parentData: data, parentDataProperty: "task-branch", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate198.errors : vErrors.concat(validate198.errors), errors = vErrors.length)), data["task-notes"] !== void 0 && (validate202(data["task-notes"], { instancePath: instancePath + "/task-notes", parentData: data, parentDataProperty: "task-notes", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate202.errors : vErrors.concat(validate202.errors), errors = vErrors.length)), data["policy-change"] !== void 0 && (validate206(data["policy-change"], { instancePath: instancePath + "/policy-change", parentData: data, parentDataProperty: "policy-change", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate206.errors : vErrors.concat(validate206.errors), errors = vErrors.length)), data.idempotence !== void 0 && (validate211(data.idempotence, { instancePath: instancePath + "/idempotence", parentData: data, parentDataProperty: "idempotence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate211.errors : vErrors.concat(validate211.errors), errors = vErrors.length)), data["status-trail"] !== void 0 && (validate215(data["status-trail"], { instancePath: instancePath + "/status-trail", parentData: data, parentDataProperty: "status-trail", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate215.errors : vErrors.concat(validate215.errors), errors = vErrors.length)), data.suppression !== void 0 && (validate219(data.suppression, { instancePath: instancePath + "/suppression", parentData: data, parentDataProperty: "suppression", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate219.errors : vErrors.concat(validate219.errors), errors = vErrors.length));
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate101.errors = vErrors, errors === 0;
}
validate101.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema68 = { if: { type: "array" }, then: { $ref: "#/$defs/branchGlobList", minItems: 1 }, else: { enum: ["agents", "people"] } };
function validate225(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate225.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    validate87(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors), errors = vErrors.length), Array.isArray(data) && data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs4 = errors;
    data === "agents" || data === "people" || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/else/enum", keyword: "enum", params: { allowedValues: schema68.else.enum } }), errors++);
    var _valid0 = _errs4 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate225.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate225.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var schema69 = { if: { type: "array" }, then: { $ref: "#/$defs/ruleNameList", minItems: 1 }, else: { enum: ["all"] } };
var schema71 = { type: "string", enum: ["lua-parse", "path-fence", "require-fence", "purity-fence", "no-globals", "no-require-effects", "module-shape", "docs-fence", "todo-fence", "diff-budget", "retired-namespace", "require-separators", "require-graph", "unmet-exports", "proof-grep", "canonical-shape", "numeric-fields", "shim-header", "shim-expiry", "shim-surface", "task-code", "task-branch", "task-notes", "policy-change", "idempotence", "status-trail", "suppression"] };
function validate231(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate231.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data != "string" && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), data === "lua-parse" || data === "path-fence" || data === "require-fence" || data === "purity-fence" || data === "no-globals" || data === "no-require-effects" || data === "module-shape" || data === "docs-fence" || data === "todo-fence" || data === "diff-budget" || data === "retired-namespace" || data === "require-separators" || data === "require-graph" || data === "unmet-exports" || data === "proof-grep" || data === "canonical-shape" || data === "numeric-fields" || data === "shim-header" || data === "shim-expiry" || data === "shim-surface" || data === "task-code" || data === "task-branch" || data === "task-notes" || data === "policy-change" || data === "idempotence" || data === "status-trail" || data === "suppression" || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema71.enum } }), errors++), validate231.errors = vErrors, errors === 0;
}
validate231.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate230(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate230.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate231(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0], vErrors = addError(vErrors, { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } }), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }), errors++;
  return validate230.errors = vErrors, errors === 0;
}
validate230.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
function validate229(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate229.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    validate230(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate230.errors : vErrors.concat(validate230.errors), errors = vErrors.length), Array.isArray(data) && data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs4 = errors;
    data !== "all" && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/else/enum", keyword: "enum", params: { allowedValues: schema69.else.enum } }), errors++);
    var _valid0 = _errs4 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate229.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate229.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var pattern22 = new RegExp("^refs/(?!heads/)(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$", "u");
function validate242(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate242.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern22.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^refs/(?!heads/)(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate242.errors = vErrors, errors === 0;
}
validate242.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate241(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate241.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate242(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate242.errors : vErrors.concat(validate242.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0], vErrors = addError(vErrors, { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } }), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }), errors++;
  return validate241.errors = vErrors, errors === 0;
}
validate241.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern7 = new RegExp("^(?!\\.$)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)(?:\\*|[^\\\\*?/]+)(?:/(?:\\*|[^\\\\*?/]+))*$", "u");
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      func1.call(schema19.properties, key0) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
    if (data.$schema !== void 0 && typeof data.$schema != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" } }), errors++), data.extends !== void 0 && data.extends !== "playbook-v5" && (vErrors = addError(vErrors, { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/enum", keyword: "enum", params: { allowedValues: schema19.properties.extends.enum } }), errors++), data.root !== void 0 && (validate53(data.root, { instancePath: instancePath + "/root", parentData: data, parentDataProperty: "root", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.lua !== void 0) {
      let data3 = data.lua;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (let key1 in data3)
          func1.call(schema19.properties.lua.properties, key1) || (vErrors = addError(vErrors, { instancePath: instancePath + "/lua", schemaPath: "#/properties/lua/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }), errors++);
        if (data3.files !== void 0 && (validate55(data3.files, { instancePath: instancePath + "/lua/files", parentData: data3, parentDataProperty: "files", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.version !== void 0 && (validate59(data3.version, { instancePath: instancePath + "/lua/version", parentData: data3, parentDataProperty: "version", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors), errors = vErrors.length)), data3.moduleRoots !== void 0 && (validate64(data3.moduleRoots, { instancePath: instancePath + "/lua/moduleRoots", parentData: data3, parentDataProperty: "moduleRoots", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors), errors = vErrors.length)), data3.packages !== void 0) {
          let data7 = data3.packages;
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            for (let key2 in data7)
              pattern7.test(key2) || (vErrors = addError(vErrors, { instancePath: instancePath + "/lua/packages", schemaPath: "#/properties/lua/properties/packages/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } }), errors++);
            for (let key3 in data7)
              if (pattern7.test(key3)) {
                let data8 = data7[key3];
                validate64(data8, { instancePath: instancePath + "/lua/packages/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data7, parentDataProperty: key3, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors), errors = vErrors.length), Array.isArray(data8) && data8.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/lua/packages/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/lua/properties/packages/patternProperties/%5E(%3F!%5C.%24)(%3F!~1%7C%5BA-Za-z%5D%3A%5B%5C%5C~1%5D)(%3F!(%3F%3A%5B%5Cs%5CS%5D*~1)%3F%5C.%7B1%2C2%7D(%3F%3A~1%7C%24))(%3F!%5B%5Cs%5CS%5D*~1~1)(%3F%3A%5C*%7C%5B%5E%5C%5C*%3F~1%5D%2B)(%3F%3A~1(%3F%3A%5C*%7C%5B%5E%5C%5C*%3F~1%5D%2B))*%24/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
              }
          } else
            vErrors = addError(vErrors, { instancePath: instancePath + "/lua/packages", schemaPath: "#/properties/lua/properties/packages/type", keyword: "type", params: { type: "object" } }), errors++;
        }
        if (data3.aliases !== void 0) {
          let data9 = data3.aliases;
          if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
            for (let key4 in data9)
              pattern9.test(key4) || (vErrors = addError(vErrors, { instancePath: instancePath + "/lua/aliases", schemaPath: "#/properties/lua/properties/aliases/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } }), errors++);
            for (let key5 in data9)
              if (pattern9.test(key5)) {
                let data10 = data9[key5];
                typeof data10 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/lua/aliases/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/lua/properties/aliases/patternProperties/%5E%5B%5E%5Cs.%5C%5C~1*'%22%5D%2B(%3F%3A%5B.~1%5D%5B%5E%5Cs.%5C%5C~1*'%22%5D%2B)*%24/type", keyword: "type", params: { type: "string" } }), errors++), validate53(data10, { instancePath: instancePath + "/lua/aliases/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data9, parentDataProperty: key5, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
              }
          } else
            vErrors = addError(vErrors, { instancePath: instancePath + "/lua/aliases", schemaPath: "#/properties/lua/properties/aliases/type", keyword: "type", params: { type: "object" } }), errors++;
        }
        data3.generated !== void 0 && (validate55(data3.generated, { instancePath: instancePath + "/lua/generated", parentData: data3, parentDataProperty: "generated", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.vendored !== void 0 && (validate55(data3.vendored, { instancePath: instancePath + "/lua/vendored", parentData: data3, parentDataProperty: "vendored", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.scripts !== void 0 && (validate55(data3.scripts, { instancePath: instancePath + "/lua/scripts", parentData: data3, parentDataProperty: "scripts", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.unlistedScripts !== void 0 && typeof data3.unlistedScripts != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/lua/unlistedScripts", schemaPath: "#/properties/lua/properties/unlistedScripts/type", keyword: "type", params: { type: "boolean" } }), errors++), data3.externals !== void 0 && (validate72(data3.externals, { instancePath: instancePath + "/lua/externals", parentData: data3, parentDataProperty: "externals", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/lua", schemaPath: "#/properties/lua/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.namespace !== void 0) {
      let data16 = data.namespace;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        for (let key6 in data16)
          key6 === "canonical" || key6 === "retired" || (vErrors = addError(vErrors, { instancePath: instancePath + "/namespace", schemaPath: "#/properties/namespace/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } }), errors++);
        if (data16.canonical !== void 0) {
          let data17 = data16.canonical;
          typeof data17 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/namespace/canonical", schemaPath: "#/properties/namespace/properties/canonical/type", keyword: "type", params: { type: "string" } }), errors++), validate76(data17, { instancePath: instancePath + "/namespace/canonical", parentData: data16, parentDataProperty: "canonical", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
        }
        data16.retired !== void 0 && (validate78(data16.retired, { instancePath: instancePath + "/namespace/retired", parentData: data16, parentDataProperty: "retired", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/namespace", schemaPath: "#/properties/namespace/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.features !== void 0) {
      let data19 = data.features;
      if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
        for (let key7 in data19)
          key7 === "root" || key7 === "layers" || (vErrors = addError(vErrors, { instancePath: instancePath + "/features", schemaPath: "#/properties/features/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } }), errors++);
        data19.root !== void 0 && (validate53(data19.root, { instancePath: instancePath + "/features/root", parentData: data19, parentDataProperty: "root", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data19.layers !== void 0 && (validate82(data19.layers, { instancePath: instancePath + "/features/layers", parentData: data19, parentDataProperty: "layers", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/features", schemaPath: "#/properties/features/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.pure !== void 0 && (validate55(data.pure, { instancePath: instancePath + "/pure", parentData: data, parentDataProperty: "pure", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data.agentBranches !== void 0 && (validate87(data.agentBranches, { instancePath: instancePath + "/agentBranches", parentData: data, parentDataProperty: "agentBranches", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors), errors = vErrors.length)), data.host !== void 0) {
      let data24 = data.host;
      if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
        for (let key8 in data24)
          key8 === "globals" || key8 === "modules" || (vErrors = addError(vErrors, { instancePath: instancePath + "/host", schemaPath: "#/properties/host/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } }), errors++);
        data24.globals !== void 0 && (validate91(data24.globals, { instancePath: instancePath + "/host/globals", parentData: data24, parentDataProperty: "globals", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors), errors = vErrors.length)), data24.modules !== void 0 && (validate78(data24.modules, { instancePath: instancePath + "/host/modules", parentData: data24, parentDataProperty: "modules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.shims !== void 0) {
      let data27 = data.shims;
      if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
        for (let key9 in data27)
          key9 === "maxDays" || key9 === "forbid" || (vErrors = addError(vErrors, { instancePath: instancePath + "/shims", schemaPath: "#/properties/shims/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } }), errors++);
        if (data27.maxDays !== void 0) {
          let data28 = data27.maxDays;
          typeof data28 == "number" && !(data28 % 1) && !isNaN(data28) && isFinite(data28) || (vErrors = addError(vErrors, { instancePath: instancePath + "/shims/maxDays", schemaPath: "#/properties/shims/properties/maxDays/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data28 == "number" && isFinite(data28) && ((data28 > 3650 || isNaN(data28)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/shims/maxDays", schemaPath: "#/properties/shims/properties/maxDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 } }), errors++), (data28 < 1 || isNaN(data28)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/shims/maxDays", schemaPath: "#/properties/shims/properties/maxDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }), errors++));
        }
        data27.forbid !== void 0 && typeof data27.forbid != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/shims/forbid", schemaPath: "#/properties/shims/properties/forbid/type", keyword: "type", params: { type: "boolean" } }), errors++);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/shims", schemaPath: "#/properties/shims/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.taskCode !== void 0) {
      let data30 = data.taskCode;
      if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
        for (let key10 in data30)
          key10 === "patterns" || key10 === "examples" || (vErrors = addError(vErrors, { instancePath: instancePath + "/taskCode", schemaPath: "#/properties/taskCode/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } }), errors++);
        data30.patterns !== void 0 && (validate96(data30.patterns, { instancePath: instancePath + "/taskCode/patterns", parentData: data30, parentDataProperty: "patterns", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors), errors = vErrors.length)), data30.examples !== void 0 && (validate96(data30.examples, { instancePath: instancePath + "/taskCode/examples", parentData: data30, parentDataProperty: "examples", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/taskCode", schemaPath: "#/properties/taskCode/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.rules !== void 0 && (validate101(data.rules, { instancePath: instancePath + "/rules", parentData: data, parentDataProperty: "rules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), data.overrides !== void 0) {
      let data34 = data.overrides;
      if (Array.isArray(data34)) {
        let len0 = data34.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data35 = data34[i0], _errs62 = errors, valid11 = !1, _errs63 = errors;
          data35 && typeof data35 == "object" && !Array.isArray(data35) && data35.branches === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/anyOf/0/required", keyword: "required", params: { missingProperty: "branches" } }), errors++);
          var _valid0 = _errs63 === errors;
          valid11 = valid11 || _valid0;
          let _errs64 = errors;
          data35 && typeof data35 == "object" && !Array.isArray(data35) && data35.files === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/anyOf/1/required", keyword: "required", params: { missingProperty: "files" } }), errors++);
          var _valid0 = _errs64 === errors;
          if (valid11 = valid11 || _valid0, valid11 ? (errors = _errs62, vErrors !== null && (_errs62 ? vErrors.length = _errs62 : vErrors = null)) : (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/anyOf", keyword: "anyOf", params: {} }), errors++), data35 && typeof data35 == "object" && !Array.isArray(data35)) {
            data35.rules === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/required", keyword: "required", params: { missingProperty: "rules" } }), errors++);
            for (let key11 in data35)
              key11 === "rules" || key11 === "branches" || key11 === "files" || key11 === "reason" || (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } }), errors++);
            if (data35.rules !== void 0 && (validate101(data35.rules, { instancePath: instancePath + "/overrides/" + i0 + "/rules", parentData: data35, parentDataProperty: "rules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), data35.branches !== void 0 && (validate225(data35.branches, { instancePath: instancePath + "/overrides/" + i0 + "/branches", parentData: data35, parentDataProperty: "branches", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate225.errors : vErrors.concat(validate225.errors), errors = vErrors.length)), data35.files !== void 0) {
              let data38 = data35.files;
              validate55(data38, { instancePath: instancePath + "/overrides/" + i0 + "/files", parentData: data35, parentDataProperty: "files", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length), Array.isArray(data38) && data38.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0 + "/files", schemaPath: "#/properties/overrides/items/properties/files/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
            }
            data35.reason !== void 0 && typeof data35.reason != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0 + "/reason", schemaPath: "#/properties/overrides/items/properties/reason/type", keyword: "type", params: { type: "string" } }), errors++);
          } else
            vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/type", keyword: "type", params: { type: "object" } }), errors++;
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/overrides", schemaPath: "#/properties/overrides/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.mayOverride !== void 0) {
      let data40 = data.mayOverride;
      if (Array.isArray(data40)) {
        let len1 = data40.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data41 = data40[i1];
          if (data41 && typeof data41 == "object" && !Array.isArray(data41)) {
            data41.rules === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/required", keyword: "required", params: { missingProperty: "rules" } }), errors++), data41.branches === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/required", keyword: "required", params: { missingProperty: "branches" } }), errors++);
            for (let key12 in data41)
              key12 === "rules" || key12 === "branches" || (vErrors = addError(vErrors, { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 } }), errors++);
            data41.rules !== void 0 && (validate229(data41.rules, { instancePath: instancePath + "/mayOverride/" + i1 + "/rules", parentData: data41, parentDataProperty: "rules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate229.errors : vErrors.concat(validate229.errors), errors = vErrors.length)), data41.branches !== void 0 && (validate225(data41.branches, { instancePath: instancePath + "/mayOverride/" + i1 + "/branches", parentData: data41, parentDataProperty: "branches", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate225.errors : vErrors.concat(validate225.errors), errors = vErrors.length));
          } else
            vErrors = addError(vErrors, { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/type", keyword: "type", params: { type: "object" } }), errors++;
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/mayOverride", schemaPath: "#/properties/mayOverride/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.transforms !== void 0) {
      let data44 = data.transforms;
      if (Array.isArray(data44)) {
        let len2 = data44.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data45 = data44[i2];
          if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
            data45.name === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/required", keyword: "required", params: { missingProperty: "name" } }), errors++), data45.run === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/required", keyword: "required", params: { missingProperty: "run" } }), errors++), data45.inputs === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/required", keyword: "required", params: { missingProperty: "inputs" } }), errors++);
            for (let key13 in data45)
              key13 === "name" || key13 === "run" || key13 === "inputs" || key13 === "outputs" || key13 === "seconds" || (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 } }), errors++);
            if (data45.name !== void 0) {
              let data46 = data45.name;
              typeof data46 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/name", schemaPath: "#/properties/transforms/items/properties/name/type", keyword: "type", params: { type: "string" } }), errors++), validate83(data46, { instancePath: instancePath + "/transforms/" + i2 + "/name", parentData: data45, parentDataProperty: "name", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length);
            }
            if (data45.run !== void 0) {
              let data47 = data45.run;
              if (Array.isArray(data47)) {
                data47.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/run", schemaPath: "#/properties/transforms/items/properties/run/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
                let len3 = data47.length;
                for (let i3 = 0; i3 < len3; i3++)
                  typeof data47[i3] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/run/" + i3, schemaPath: "#/properties/transforms/items/properties/run/items/type", keyword: "type", params: { type: "string" } }), errors++);
              } else
                vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/run", schemaPath: "#/properties/transforms/items/properties/run/type", keyword: "type", params: { type: "array" } }), errors++;
            }
            if (data45.inputs !== void 0) {
              let data49 = data45.inputs;
              validate55(data49, { instancePath: instancePath + "/transforms/" + i2 + "/inputs", parentData: data45, parentDataProperty: "inputs", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length), Array.isArray(data49) && data49.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/inputs", schemaPath: "#/properties/transforms/items/properties/inputs/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
            }
            if (data45.outputs !== void 0 && (validate55(data45.outputs, { instancePath: instancePath + "/transforms/" + i2 + "/outputs", parentData: data45, parentDataProperty: "outputs", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data45.seconds !== void 0) {
              let data51 = data45.seconds;
              typeof data51 == "number" && !(data51 % 1) && !isNaN(data51) && isFinite(data51) || (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/seconds", schemaPath: "#/properties/transforms/items/properties/seconds/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data51 == "number" && isFinite(data51) && ((data51 > 3600 || isNaN(data51)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/seconds", schemaPath: "#/properties/transforms/items/properties/seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 } }), errors++), (data51 < 1 || isNaN(data51)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/seconds", schemaPath: "#/properties/transforms/items/properties/seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }), errors++));
            }
          } else
            vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/type", keyword: "type", params: { type: "object" } }), errors++;
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/transforms", schemaPath: "#/properties/transforms/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.fixers !== void 0) {
      let data52 = data.fixers;
      if (data52 && typeof data52 == "object" && !Array.isArray(data52)) {
        for (let key14 in data52)
          pattern16.test(key14) || (vErrors = addError(vErrors, { instancePath: instancePath + "/fixers", schemaPath: "#/properties/fixers/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 } }), errors++);
        for (let key15 in data52)
          if (pattern16.test(key15)) {
            let data53 = data52[key15], _errs97 = errors, valid22 = !0, _errs98 = errors;
            Array.isArray(data53) || (vErrors = addError(vErrors, {}), errors++);
            var _valid1 = _errs98 === errors;
            errors = _errs97, vErrors !== null && (_errs97 ? vErrors.length = _errs97 : vErrors = null);
            let ifClause0;
            if (_valid1) {
              let _errs100 = errors;
              validate96(data53, { instancePath: instancePath + "/fixers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data52, parentDataProperty: key15, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors), errors = vErrors.length), Array.isArray(data53) && data53.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/fixers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/fixers/patternProperties/%5CS/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
              var _valid1 = _errs100 === errors;
              valid22 = _valid1, ifClause0 = "then";
            } else {
              let _errs101 = errors;
              typeof data53 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/fixers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/fixers/patternProperties/%5CS/else/type", keyword: "type", params: { type: "string" } }), errors++), validate97(data53, { instancePath: instancePath + "/fixers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data52, parentDataProperty: key15, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors), errors = vErrors.length);
              var _valid1 = _errs101 === errors;
              valid22 = _valid1, ifClause0 = "else";
            }
            valid22 || (vErrors = addError(vErrors, { instancePath: instancePath + "/fixers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/fixers/patternProperties/%5CS/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++);
          }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/fixers", schemaPath: "#/properties/fixers/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.noVerify !== void 0) {
      let data54 = data.noVerify;
      data54 === "by-branch" || data54 === "refuse" || data54 === "warn" || data54 === "allow" || (vErrors = addError(vErrors, { instancePath: instancePath + "/noVerify", schemaPath: "#/properties/noVerify/enum", keyword: "enum", params: { allowedValues: schema19.properties.noVerify.enum } }), errors++);
    }
    if (data.push !== void 0) {
      let data55 = data.push;
      if (data55 && typeof data55 == "object" && !Array.isArray(data55)) {
        for (let key16 in data55)
          key16 !== "refs" && (vErrors = addError(vErrors, { instancePath: instancePath + "/push", schemaPath: "#/properties/push/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 } }), errors++);
        data55.refs !== void 0 && (validate241(data55.refs, { instancePath: instancePath + "/push/refs", parentData: data55, parentDataProperty: "refs", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate241.errors : vErrors.concat(validate241.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/push", schemaPath: "#/properties/push/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.limits !== void 0) {
      let data57 = data.limits;
      if (data57 && typeof data57 == "object" && !Array.isArray(data57)) {
        for (let key17 in data57)
          key17 !== "fileBytes" && (vErrors = addError(vErrors, { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key17 } }), errors++);
        if (data57.fileBytes !== void 0) {
          let data58 = data57.fileBytes;
          typeof data58 == "number" && !(data58 % 1) && !isNaN(data58) && isFinite(data58) || (vErrors = addError(vErrors, { instancePath: instancePath + "/limits/fileBytes", schemaPath: "#/properties/limits/properties/fileBytes/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data58 == "number" && isFinite(data58) && ((data58 > 33554432 || isNaN(data58)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/limits/fileBytes", schemaPath: "#/properties/limits/properties/fileBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 33554432 } }), errors++), (data58 < 1024 || isNaN(data58)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/limits/fileBytes", schemaPath: "#/properties/limits/properties/fileBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1024 } }), errors++));
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.handoff !== void 0) {
      let data59 = data.handoff;
      if (data59 && typeof data59 == "object" && !Array.isArray(data59)) {
        for (let key18 in data59)
          key18 === "projects" || key18 === "project" || (vErrors = addError(vErrors, { instancePath: instancePath + "/handoff", schemaPath: "#/properties/handoff/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 } }), errors++);
        data59.projects !== void 0 && (validate82(data59.projects, { instancePath: instancePath + "/handoff/projects", parentData: data59, parentDataProperty: "projects", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors), errors = vErrors.length)), data59.project !== void 0 && (validate97(data59.project, { instancePath: instancePath + "/handoff/project", parentData: data59, parentDataProperty: "project", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/handoff", schemaPath: "#/properties/handoff/type", keyword: "type", params: { type: "object" } }), errors++;
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function addError(errors, error) {
  return errors === null ? [error] : (errors.push(error), errors);
}
function validate(value) {
  return validate52(value) ? { ok: !0, value } : { ok: !1, error: validate52.errors };
}
export {
  validate
};
