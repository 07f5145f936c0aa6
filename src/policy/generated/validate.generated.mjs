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

var schema19 = { $schema: "https://json-schema.org/draft/2020-12/schema", type: "object", additionalProperties: !1, properties: { $schema: { type: "string" }, extends: { enum: ["playbook-v5"] }, root: { $ref: "#/$defs/folder" }, lua: { type: "object", additionalProperties: !1, properties: { files: { $ref: "#/$defs/globList" }, version: { $ref: "#/$defs/luaVersions" }, moduleRoots: { $ref: "#/$defs/folderList" }, generated: { $ref: "#/$defs/globList" }, vendored: { $ref: "#/$defs/globList" }, scripts: { $ref: "#/$defs/globList" }, externals: { $ref: "#/$defs/modulePatternList" } } }, namespace: { type: "object", additionalProperties: !1, properties: { canonical: { type: "string", $ref: "#/$defs/moduleName" }, retired: { $ref: "#/$defs/moduleNameList" } } }, features: { type: "object", additionalProperties: !1, properties: { root: { $ref: "#/$defs/folder" }, layers: { $ref: "#/$defs/nameList" } } }, pure: { $ref: "#/$defs/globList" }, agentBranches: { $ref: "#/$defs/branchGlobList" }, host: { type: "object", additionalProperties: !1, properties: { globals: { $ref: "#/$defs/identifierList" }, modules: { $ref: "#/$defs/moduleNameList" } } }, shims: { type: "object", additionalProperties: !1, properties: { maxDays: { type: "integer", minimum: 1, maximum: 3650 }, forbid: { type: "boolean" } } }, taskCode: { type: "object", additionalProperties: !1, properties: { patterns: { $ref: "#/$defs/textList" }, examples: { $ref: "#/$defs/textList" } } }, rules: { $ref: "#/$defs/rules" }, overrides: { type: "array", items: { type: "object", additionalProperties: !1, properties: { rules: { $ref: "#/$defs/rules" }, branches: { $ref: "#/$defs/branches" }, files: { $ref: "#/$defs/globList", minItems: 1 }, reason: { type: "string" } }, required: ["rules"], anyOf: [{ required: ["branches"] }, { required: ["files"] }] } }, mayOverride: { type: "array", items: { type: "object", additionalProperties: !1, properties: { rules: { $ref: "#/$defs/ruleNames" }, branches: { $ref: "#/$defs/branches" } }, required: ["rules", "branches"] } }, transforms: { type: "array", items: { type: "object", additionalProperties: !1, properties: { name: { type: "string", $ref: "#/$defs/name" }, run: { type: "array", items: { type: "string" }, minItems: 1 }, inputs: { $ref: "#/$defs/globList", minItems: 1 }, outputs: { $ref: "#/$defs/globList" }, seconds: { type: "integer", minimum: 1, maximum: 3600 } }, required: ["name", "run", "inputs"] } }, fixers: { type: "object", additionalProperties: !1, patternProperties: { "\\S": { if: { type: "array" }, then: { $ref: "#/$defs/textList", minItems: 1 }, else: { type: "string", $ref: "#/$defs/text" } } } }, push: { type: "object", additionalProperties: !1, properties: { refs: { $ref: "#/$defs/refGlobList" } } }, limits: { type: "object", additionalProperties: !1, properties: { fileBytes: { type: "integer", minimum: 1024, maximum: 33554432 } } }, handoff: { type: "object", additionalProperties: !1, properties: { projects: { $ref: "#/$defs/nameList" } } } }, $defs: { glob: { type: "string", pattern: "^(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]*[^\\\\/]$" }, root: { type: "string", pattern: "^(?:\\.|(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]+)$" }, branchGlob: { type: "string", pattern: "^(?!!|refs/)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$" }, refGlob: { type: "string", pattern: "^refs/(?!heads/)(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$" }, folder: { type: "string", pattern: "^(?:\\.|(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\*?]*[^\\\\/*?])$" }, text: { type: "string", pattern: "\\S" }, name: { type: "string", pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" }, identifier: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, moduleName: { type: "string", pattern: `^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*$` }, modulePattern: { type: "string", pattern: `^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*(?:[./]\\*)?$` }, globList: { type: "array", items: { type: "string", $ref: "#/$defs/glob" }, uniqueItems: !0 }, branchGlobList: { type: "array", items: { type: "string", $ref: "#/$defs/branchGlob" }, uniqueItems: !0 }, refGlobList: { type: "array", items: { type: "string", $ref: "#/$defs/refGlob" }, uniqueItems: !0 }, folderList: { type: "array", items: { type: "string", $ref: "#/$defs/folder" }, uniqueItems: !0 }, textList: { type: "array", items: { type: "string", $ref: "#/$defs/text" }, uniqueItems: !0 }, nameList: { type: "array", items: { type: "string", $ref: "#/$defs/name" }, uniqueItems: !0 }, identifierList: { type: "array", items: { type: "string", $ref: "#/$defs/identifier" }, uniqueItems: !0 }, moduleNameList: { type: "array", items: { type: "string", $ref: "#/$defs/moduleName" }, uniqueItems: !0 }, modulePatternList: { type: "array", items: { type: "string", $ref: "#/$defs/modulePattern" }, uniqueItems: !0 }, luaVersion: { enum: ["5.1", "5.2", "5.3", "5.4", "luajit"] }, luaVersions: { if: { type: "object" }, then: { type: "object", patternProperties: { "^(?:\\.|(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\*?]*[^\\\\/*?])$": { $ref: "#/$defs/luaVersion" } }, additionalProperties: !1 }, else: { $ref: "#/$defs/luaVersion" } }, branches: { if: { type: "array" }, then: { $ref: "#/$defs/branchGlobList", minItems: 1 }, else: { enum: ["agents", "people"] } }, level: { enum: ["off", "warn", "error"] }, "setting-lua-parse": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-path-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { roots: { type: "array", items: { type: "string", $ref: "#/$defs/root" } }, within: { type: "array", items: { type: "string", $ref: "#/$defs/root" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-require-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-purity-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-no-globals": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { allow: { type: "array", items: { type: "string" } }, scriptsDeclare: { type: "boolean" } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-no-require-effects": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { constructors: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-module-shape": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { constructors: { type: "boolean" }, functions: { type: "boolean" } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-docs-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, allow: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, when: { enum: ["always", "mixed"] } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-todo-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { allow: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-diff-budget": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "integer", minimum: 0 }, addedLoc: { type: "integer", minimum: 0 }, strict: { type: "object", additionalProperties: !1, properties: { globs: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, files: { type: "integer", minimum: 0 }, addedLoc: { type: "integer", minimum: 0 } } }, mechanical: { type: "object", additionalProperties: !1, properties: { files: { type: "integer", minimum: 0 }, addedLoc: { type: "integer", minimum: 0 } } }, exclude: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-retired-namespace": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-require-separators": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-require-graph": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-unmet-exports": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-proof-grep": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { greps: { type: "array", items: { type: "object", additionalProperties: !1, properties: { pattern: { type: "string", minLength: 1 }, should_match: { type: "boolean" }, dialect: { enum: ["lua", "regex"] }, files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" }, minItems: 1 }, in: { enum: ["code", "text", "comments"] }, scope: { enum: ["changed", "added", "tree"] }, message: { type: "string" }, matches: { type: "array", items: { type: "string" } }, rejects: { type: "array", items: { type: "string" } } }, required: ["pattern", "should_match"] } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-canonical-shape": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { boundaries: { type: "array", items: { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" }, minItems: 1 }, calls: { type: "array", items: { type: "string" }, minItems: 1 } }, required: ["files", "calls"] } }, canonicalizers: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-numeric-fields": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { fields: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-shim-header": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-shim-expiry": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-shim-surface": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-task-code": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-task-branch": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-task-notes": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-policy-change": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-idempotence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-status-trail": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { folder: { type: "string" } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "setting-suppression": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, ruleName: { type: "string", enum: ["lua-parse", "path-fence", "require-fence", "purity-fence", "no-globals", "no-require-effects", "module-shape", "docs-fence", "todo-fence", "diff-budget", "retired-namespace", "require-separators", "require-graph", "unmet-exports", "proof-grep", "canonical-shape", "numeric-fields", "shim-header", "shim-expiry", "shim-surface", "task-code", "task-branch", "task-notes", "policy-change", "idempotence", "status-trail", "suppression"] }, ruleNameList: { type: "array", items: { type: "string", $ref: "#/$defs/ruleName" }, uniqueItems: !0 }, ruleNames: { if: { type: "array" }, then: { $ref: "#/$defs/ruleNameList", minItems: 1 }, else: { enum: ["all"] } }, rules: { type: "object", additionalProperties: !1, properties: { "lua-parse": { $ref: "#/$defs/setting-lua-parse" }, "path-fence": { $ref: "#/$defs/setting-path-fence" }, "require-fence": { $ref: "#/$defs/setting-require-fence" }, "purity-fence": { $ref: "#/$defs/setting-purity-fence" }, "no-globals": { $ref: "#/$defs/setting-no-globals" }, "no-require-effects": { $ref: "#/$defs/setting-no-require-effects" }, "module-shape": { $ref: "#/$defs/setting-module-shape" }, "docs-fence": { $ref: "#/$defs/setting-docs-fence" }, "todo-fence": { $ref: "#/$defs/setting-todo-fence" }, "diff-budget": { $ref: "#/$defs/setting-diff-budget" }, "retired-namespace": { $ref: "#/$defs/setting-retired-namespace" }, "require-separators": { $ref: "#/$defs/setting-require-separators" }, "require-graph": { $ref: "#/$defs/setting-require-graph" }, "unmet-exports": { $ref: "#/$defs/setting-unmet-exports" }, "proof-grep": { $ref: "#/$defs/setting-proof-grep" }, "canonical-shape": { $ref: "#/$defs/setting-canonical-shape" }, "numeric-fields": { $ref: "#/$defs/setting-numeric-fields" }, "shim-header": { $ref: "#/$defs/setting-shim-header" }, "shim-expiry": { $ref: "#/$defs/setting-shim-expiry" }, "shim-surface": { $ref: "#/$defs/setting-shim-surface" }, "task-code": { $ref: "#/$defs/setting-task-code" }, "task-branch": { $ref: "#/$defs/setting-task-branch" }, "task-notes": { $ref: "#/$defs/setting-task-notes" }, "policy-change": { $ref: "#/$defs/setting-policy-change" }, idempotence: { $ref: "#/$defs/setting-idempotence" }, "status-trail": { $ref: "#/$defs/setting-status-trail" }, suppression: { $ref: "#/$defs/setting-suppression" } } } } }, func1 = Object.prototype.hasOwnProperty;
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
var pattern7 = new RegExp(`^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*(?:[./]\\*)?$`, "u");
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate71.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern7.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: `^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*(?:[./]\\*)?$` } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate71.errors = vErrors, errors === 0;
}
validate71.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate70.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate71(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors), errors = vErrors.length);
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
  return validate70.errors = vErrors, errors === 0;
}
validate70.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern8 = new RegExp(`^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*$`, "u");
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate74.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern8.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: `^[^\\s.\\\\/*'"]+(?:[./][^\\s.\\\\/*'"]+)*$` } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate74.errors = vErrors, errors === 0;
}
validate74.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate76.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate74(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors), errors = vErrors.length);
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
  return validate76.errors = vErrors, errors === 0;
}
validate76.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern9 = new RegExp("^[A-Za-z0-9_][A-Za-z0-9_.-]*$", "u");
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate81.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern9.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate81.errors = vErrors, errors === 0;
}
validate81.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate80.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate81(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors), errors = vErrors.length);
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
  return validate80.errors = vErrors, errors === 0;
}
validate80.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern10 = new RegExp("^(?!!|refs/)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$", "u");
function validate86(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate86.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern10.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?!!|refs/)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate86.errors = vErrors, errors === 0;
}
validate86.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate85(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate85.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate86(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors), errors = vErrors.length);
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
  return validate85.errors = vErrors, errors === 0;
}
validate85.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern11 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate90(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate90.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern11.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate90.errors = vErrors, errors === 0;
}
validate90.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate89.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate90(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors), errors = vErrors.length);
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
  return validate89.errors = vErrors, errors === 0;
}
validate89.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern12 = new RegExp("\\S", "u");
function validate95(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate95.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern12.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate95.errors = vErrors, errors === 0;
}
validate95.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate94(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate94.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate95(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
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
  return validate94.errors = vErrors, errors === 0;
}
validate94.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var schema38 = { type: "object", additionalProperties: !1, properties: { "lua-parse": { $ref: "#/$defs/setting-lua-parse" }, "path-fence": { $ref: "#/$defs/setting-path-fence" }, "require-fence": { $ref: "#/$defs/setting-require-fence" }, "purity-fence": { $ref: "#/$defs/setting-purity-fence" }, "no-globals": { $ref: "#/$defs/setting-no-globals" }, "no-require-effects": { $ref: "#/$defs/setting-no-require-effects" }, "module-shape": { $ref: "#/$defs/setting-module-shape" }, "docs-fence": { $ref: "#/$defs/setting-docs-fence" }, "todo-fence": { $ref: "#/$defs/setting-todo-fence" }, "diff-budget": { $ref: "#/$defs/setting-diff-budget" }, "retired-namespace": { $ref: "#/$defs/setting-retired-namespace" }, "require-separators": { $ref: "#/$defs/setting-require-separators" }, "require-graph": { $ref: "#/$defs/setting-require-graph" }, "unmet-exports": { $ref: "#/$defs/setting-unmet-exports" }, "proof-grep": { $ref: "#/$defs/setting-proof-grep" }, "canonical-shape": { $ref: "#/$defs/setting-canonical-shape" }, "numeric-fields": { $ref: "#/$defs/setting-numeric-fields" }, "shim-header": { $ref: "#/$defs/setting-shim-header" }, "shim-expiry": { $ref: "#/$defs/setting-shim-expiry" }, "shim-surface": { $ref: "#/$defs/setting-shim-surface" }, "task-code": { $ref: "#/$defs/setting-task-code" }, "task-branch": { $ref: "#/$defs/setting-task-branch" }, "task-notes": { $ref: "#/$defs/setting-task-notes" }, "policy-change": { $ref: "#/$defs/setting-policy-change" }, idempotence: { $ref: "#/$defs/setting-idempotence" }, "status-trail": { $ref: "#/$defs/setting-status-trail" }, suppression: { $ref: "#/$defs/setting-suppression" } } };
var schema40 = { enum: ["off", "warn", "error"] };
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate101.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data === "off" || data === "warn" || data === "error" || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema40.enum } }), errors++), validate101.errors = vErrors, errors === 0;
}
validate101.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate100(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate100.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate100.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate100.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var pattern13 = new RegExp("^(?:\\.|(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]+)$", "u");
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate107.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern13.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:\\.|(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]+)$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate107.errors = vErrors, errors === 0;
}
validate107.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate105(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate105.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
                typeof data3 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/roots/" + i0, schemaPath: "#/then/prefixItems/1/properties/roots/items/type", keyword: "type", params: { type: "string" } }), errors++), validate107(data3, { instancePath: instancePath + "/1/roots/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors), errors = vErrors.length);
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
                typeof data5 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/within/" + i1, schemaPath: "#/then/prefixItems/1/properties/within/items/type", keyword: "type", params: { type: "string" } }), errors++), validate107(data5, { instancePath: instancePath + "/1/within/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors), errors = vErrors.length);
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs17 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate105.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate105.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate112(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate112.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate112.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate112.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate116(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate116.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate116.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate116.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate120(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate120.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "allow" || key0 === "scriptsDeclare" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.allow !== void 0) {
            let data2 = data1.allow;
            if (Array.isArray(data2)) {
              let len1 = data2.length;
              for (let i0 = 0; i0 < len1; i0++)
                typeof data2[i0] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/allow/" + i0, schemaPath: "#/then/prefixItems/1/properties/allow/items/type", keyword: "type", params: { type: "string" } }), errors++);
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/allow", schemaPath: "#/then/prefixItems/1/properties/allow/type", keyword: "type", params: { type: "array" } }), errors++;
          }
          data1.scriptsDeclare !== void 0 && typeof data1.scriptsDeclare != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/scriptsDeclare", schemaPath: "#/then/prefixItems/1/properties/scriptsDeclare/type", keyword: "type", params: { type: "boolean" } }), errors++);
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs15 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate120.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate120.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate124(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate124.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 !== "constructors" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.constructors !== void 0) {
            let data2 = data1.constructors;
            if (Array.isArray(data2)) {
              let len1 = data2.length;
              for (let i0 = 0; i0 < len1; i0++)
                typeof data2[i0] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/constructors/" + i0, schemaPath: "#/then/prefixItems/1/properties/constructors/items/type", keyword: "type", params: { type: "string" } }), errors++);
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/constructors", schemaPath: "#/then/prefixItems/1/properties/constructors/type", keyword: "type", params: { type: "array" } }), errors++;
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs13 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate124.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate124.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate128(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate128.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "constructors" || key0 === "functions" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          data1.constructors !== void 0 && typeof data1.constructors != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/constructors", schemaPath: "#/then/prefixItems/1/properties/constructors/type", keyword: "type", params: { type: "boolean" } }), errors++), data1.functions !== void 0 && typeof data1.functions != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/functions", schemaPath: "#/then/prefixItems/1/properties/functions/type", keyword: "type", params: { type: "boolean" } }), errors++);
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs13 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate128.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate128.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var schema48 = { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, allow: { type: "array", items: { type: "string", $ref: "#/$defs/glob" } }, when: { enum: ["always", "mixed"] } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } };
function validate132(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate132.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 === "files" || key0 === "allow" || key0 === "when" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
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
          if (data1.allow !== void 0) {
            let data4 = data1.allow;
            if (Array.isArray(data4)) {
              let len2 = data4.length;
              for (let i1 = 0; i1 < len2; i1++) {
                let data5 = data4[i1];
                typeof data5 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/allow/" + i1, schemaPath: "#/then/prefixItems/1/properties/allow/items/type", keyword: "type", params: { type: "string" } }), errors++), validate56(data5, { instancePath: instancePath + "/1/allow/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
              }
            } else
              vErrors = addError(vErrors, { instancePath: instancePath + "/1/allow", schemaPath: "#/then/prefixItems/1/properties/allow/type", keyword: "type", params: { type: "array" } }), errors++;
          }
          if (data1.when !== void 0) {
            let data6 = data1.when;
            data6 === "always" || data6 === "mixed" || (vErrors = addError(vErrors, { instancePath: instancePath + "/1/when", schemaPath: "#/then/prefixItems/1/properties/when/enum", keyword: "enum", params: { allowedValues: schema48.then.prefixItems[1].properties.when.enum } }), errors++);
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
    let _errs18 = errors;
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs18 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate132.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate132.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate138(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate138.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs13 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate138.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate138.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate143(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate143.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs35 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate143.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate143.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate149(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate149.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate149.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate149.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate153(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate153.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate153.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate153.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate157(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate157.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate157.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate157.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate161(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate161.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate161.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate161.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var schema55 = { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { greps: { type: "array", items: { type: "object", additionalProperties: !1, properties: { pattern: { type: "string", minLength: 1 }, should_match: { type: "boolean" }, dialect: { enum: ["lua", "regex"] }, files: { type: "array", items: { type: "string", $ref: "#/$defs/glob" }, minItems: 1 }, in: { enum: ["code", "text", "comments"] }, scope: { enum: ["changed", "added", "tree"] }, message: { type: "string" }, matches: { type: "array", items: { type: "string" } }, rejects: { type: "array", items: { type: "string" } } }, required: ["pattern", "should_match"] } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, func4 = require_ucs2length().default;
function validate165(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate165.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
                    typeof data4 == "string" ? func4(data4) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/pattern", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/pattern/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/1/greps/" + i0 + "/pattern", schemaPath: "#/then/prefixItems/1/properties/greps/items/properties/pattern/type", keyword: "type", params: { type: "string" } }), errors++);
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs35 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate165.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate165.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate170(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate170.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs26 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate170.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate170.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate175(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate175.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
        let data1 = data[1];
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (let key0 in data1)
            key0 !== "fields" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1", schemaPath: "#/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
          if (data1.fields !== void 0) {
            let data2 = data1.fields;
            if (Array.isArray(data2)) {
              let len1 = data2.length;
              for (let i0 = 0; i0 < len1; i0++)
                typeof data2[i0] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/1/fields/" + i0, schemaPath: "#/then/prefixItems/1/properties/fields/items/type", keyword: "type", params: { type: "string" } }), errors++);
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
    let _errs13 = errors;
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs13 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate175.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate175.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate179(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate179.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate179.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate179.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate183(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate183.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate183.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate183.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate187(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate187.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate187.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate187.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate191(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate191.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate191.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate191.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate195(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate195.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate195.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate195.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate199(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate199.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate199.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate199.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate203(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate203.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs13 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate203.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate203.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate208(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate208.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate208.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate208.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate212(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate212.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs11 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate212.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate212.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate216(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate216.evaluated;
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
      if (len0 > 0 && (validate101(data[0], { instancePath: instancePath + "/0", parentData: data, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length)), len0 > 1) {
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
    validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors), errors = vErrors.length);
    var _valid0 = _errs9 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate216.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate216.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate99(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate99.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      func1.call(schema38.properties, key0) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
    data["lua-parse"] !== void 0 && (validate100(data["lua-parse"], { instancePath: instancePath + "/lua-parse", parentData: data, parentDataProperty: "lua-parse", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors), errors = vErrors.length)), data["path-fence"] !== void 0 && (validate105(data["path-fence"], { instancePath: instancePath + "/path-fence", parentData: data, parentDataProperty: "path-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors), errors = vErrors.length)), data["require-fence"] !== void 0 && (validate112(data["require-fence"], { instancePath: instancePath + "/require-fence", parentData: data, parentDataProperty: "require-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors), errors = vErrors.length)), data["purity-fence"] !== void 0 && (validate116(data["purity-fence"], { instancePath: instancePath + "/purity-fence", parentData: data, parentDataProperty: "purity-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors), errors = vErrors.length)), data["no-globals"] !== void 0 && (validate120(data["no-globals"], { instancePath: instancePath + "/no-globals", parentData: data, parentDataProperty: "no-globals", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate120.errors : vErrors.concat(validate120.errors), errors = vErrors.length)), data["no-require-effects"] !== void 0 && (validate124(data["no-require-effects"], { instancePath: instancePath + "/no-require-effects", parentData: data, parentDataProperty: "no-require-effects", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors), errors = vErrors.length)), data["module-shape"] !== void 0 && (validate128(data["module-shape"], { instancePath: instancePath + "/module-shape", parentData: data, parentDataProperty: "module-shape", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors), errors = vErrors.length)), data["docs-fence"] !== void 0 && (validate132(data["docs-fence"], { instancePath: instancePath + "/docs-fence", parentData: data, parentDataProperty: "docs-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors), errors = vErrors.length)), data["todo-fence"] !== void 0 && (validate138(data["todo-fence"], { instancePath: instancePath + "/todo-fence", parentData: data, parentDataProperty: "todo-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate138.errors : vErrors.concat(validate138.errors), errors = vErrors.length)), data["diff-budget"] !== void 0 && (validate143(data["diff-budget"], { instancePath: instancePath + "/diff-budget", parentData: data, parentDataProperty: "diff-budget", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors), errors = vErrors.length)), data["retired-namespace"] !== void 0 && (validate149(data["retired-namespace"], { instancePath: instancePath + "/retired-namespace", parentData: data, parentDataProperty: "retired-namespace", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate149.errors : vErrors.concat(validate149.errors), errors = vErrors.length)), data["require-separators"] !== void 0 && (validate153(data["require-separators"], { instancePath: instancePath + "/require-separators", parentData: data, parentDataProperty: "require-separators", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate153.errors : vErrors.concat(validate153.errors), errors = vErrors.length)), data["require-graph"] !== void 0 && (validate157(data["require-graph"], { instancePath: instancePath + "/require-graph", parentData: data, parentDataProperty: "require-graph", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors), errors = vErrors.length)), data["unmet-exports"] !== void 0 && (validate161(data["unmet-exports"], { instancePath: instancePath + "/unmet-exports", parentData: data, parentDataProperty: "unmet-exports", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate161.errors : vErrors.concat(validate161.errors), errors = vErrors.length)), data["proof-grep"] !== void 0 && (validate165(data["proof-grep"], { instancePath: instancePath + "/proof-grep", parentData: data, parentDataProperty: "proof-grep", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate165.errors : vErrors.concat(validate165.errors), errors = vErrors.length)), data["canonical-shape"] !== void 0 && (validate170(data["canonical-shape"], { instancePath: instancePath + "/canonical-shape", parentData: data, parentDataProperty: "canonical-shape", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors), errors = vErrors.length)), data["numeric-fields"] !== void 0 && (validate175(data["numeric-fields"], { instancePath: instancePath + "/numeric-fields", parentData: data, parentDataProperty: "numeric-fields", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate175.errors : vErrors.concat(validate175.errors), errors = vErrors.length)), data["shim-header"] !== void 0 && (validate179(data["shim-header"], { instancePath: instancePath + "/shim-header", parentData: data, parentDataProperty: "shim-header", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate179.errors : vErrors.concat(validate179.errors), errors = vErrors.length)), data["shim-expiry"] !== void 0 && (validate183(data["shim-expiry"], { instancePath: instancePath + "/shim-expiry", parentData: data, parentDataProperty: "shim-expiry", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate183.errors : vErrors.concat(validate183.errors), errors = vErrors.length)), data["shim-surface"] !== void 0 && (validate187(data["shim-surface"], { instancePath: instancePath + "/shim-surface", parentData: data, parentDataProperty: "shim-surface", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate187.errors : vErrors.concat(validate187.errors), errors = vErrors.length)), data["task-code"] !== void 0 && (validate191(data["task-code"], { instancePath: instancePath + "/task-code", parentData: data, parentDataProperty: "task-code", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate191.errors : vErrors.concat(validate191.errors), errors = vErrors.length)), data["task-branch"] !== void 0 && (validate195(data["task-branch"], { instancePath: instancePath + "/task-branch", parentData: data, parentDataProperty: "task-branch", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate195.errors : vErrors.concat(validate195.errors), errors = vErrors.length)), data["task-notes"] !== void 0 && (validate199(data["task-notes"], { instancePath: instancePath + "/task-notes", parentData: data, parentDataProperty: "task-notes", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate199.errors : vErrors.concat(validate199.errors), errors = vErrors.length)), data["policy-change"] !== void 0 && (validate203(data["policy-change"], { instancePath: instancePath + "/policy-change", parentData: data, parentDataProperty: "policy-change", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate203.errors : vErrors.concat(validate203.errors), errors = vErrors.length)), data.idempotence !== void 0 && (validate208(data.idempotence, { instancePath: instancePath + "/idempotence", parentData: data, parentDataProperty: "idempotence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate208.errors : vErrors.concat(validate208.errors), errors = vErrors.length)), data["status-trail"] !== void 0 && (validate212(data["status-trail"], { instancePath: instancePath + "/status-trail", parentData: data, parentDataProperty: "status-trail", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate212.errors : vErrors.concat(validate212.errors), errors = vErrors.length)), data.suppression !== void 0 && (validate216(data.suppression, { instancePath: instancePath + "/suppression", parentData: data, parentDataProperty: "suppression", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate216.errors : vErrors.concat(validate216.errors), errors = vErrors.length));
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate99.errors = vErrors, errors === 0;
}
validate99.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema68 = { if: { type: "array" }, then: { $ref: "#/$defs/branchGlobList", minItems: 1 }, else: { enum: ["agents", "people"] } };
function validate222(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate222.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    validate85(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors), errors = vErrors.length), Array.isArray(data) && data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
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
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate222.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate222.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var schema69 = { if: { type: "array" }, then: { $ref: "#/$defs/ruleNameList", minItems: 1 }, else: { enum: ["all"] } };
var schema71 = { type: "string", enum: ["lua-parse", "path-fence", "require-fence", "purity-fence", "no-globals", "no-require-effects", "module-shape", "docs-fence", "todo-fence", "diff-budget", "retired-namespace", "require-separators", "require-graph", "unmet-exports", "proof-grep", "canonical-shape", "numeric-fields", "shim-header", "shim-expiry", "shim-surface", "task-code", "task-branch", "task-notes", "policy-change", "idempotence", "status-trail", "suppression"] };
function validate228(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate228.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data != "string" && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), data === "lua-parse" || data === "path-fence" || data === "require-fence" || data === "purity-fence" || data === "no-globals" || data === "no-require-effects" || data === "module-shape" || data === "docs-fence" || data === "todo-fence" || data === "diff-budget" || data === "retired-namespace" || data === "require-separators" || data === "require-graph" || data === "unmet-exports" || data === "proof-grep" || data === "canonical-shape" || data === "numeric-fields" || data === "shim-header" || data === "shim-expiry" || data === "shim-surface" || data === "task-code" || data === "task-branch" || data === "task-notes" || data === "policy-change" || data === "idempotence" || data === "status-trail" || data === "suppression" || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema71.enum } }), errors++), validate228.errors = vErrors, errors === 0;
}
validate228.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate227(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate227.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate228(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate228.errors : vErrors.concat(validate228.errors), errors = vErrors.length);
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
  return validate227.errors = vErrors, errors === 0;
}
validate227.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
function validate226(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate226.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  Array.isArray(data) || (vErrors = addError(vErrors, {}), errors++);
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    validate227(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate227.errors : vErrors.concat(validate227.errors), errors = vErrors.length), Array.isArray(data) && data.length < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
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
  return valid0 || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++), validate226.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate226.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var pattern16 = new RegExp("^refs/(?!heads/)(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$", "u");
function validate239(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate239.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern16.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^refs/(?!heads/)(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate239.errors = vErrors, errors === 0;
}
validate239.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate238(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate238.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      typeof data0 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } }), errors++), validate239(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors), errors = vErrors.length);
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
  return validate238.errors = vErrors, errors === 0;
}
validate238.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      func1.call(schema19.properties, key0) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }), errors++);
    if (data.$schema !== void 0 && typeof data.$schema != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" } }), errors++), data.extends !== void 0 && data.extends !== "playbook-v5" && (vErrors = addError(vErrors, { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/enum", keyword: "enum", params: { allowedValues: schema19.properties.extends.enum } }), errors++), data.root !== void 0 && (validate53(data.root, { instancePath: instancePath + "/root", parentData: data, parentDataProperty: "root", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.lua !== void 0) {
      let data3 = data.lua;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (let key1 in data3)
          key1 === "files" || key1 === "version" || key1 === "moduleRoots" || key1 === "generated" || key1 === "vendored" || key1 === "scripts" || key1 === "externals" || (vErrors = addError(vErrors, { instancePath: instancePath + "/lua", schemaPath: "#/properties/lua/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }), errors++);
        data3.files !== void 0 && (validate55(data3.files, { instancePath: instancePath + "/lua/files", parentData: data3, parentDataProperty: "files", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.version !== void 0 && (validate59(data3.version, { instancePath: instancePath + "/lua/version", parentData: data3, parentDataProperty: "version", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors), errors = vErrors.length)), data3.moduleRoots !== void 0 && (validate64(data3.moduleRoots, { instancePath: instancePath + "/lua/moduleRoots", parentData: data3, parentDataProperty: "moduleRoots", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors), errors = vErrors.length)), data3.generated !== void 0 && (validate55(data3.generated, { instancePath: instancePath + "/lua/generated", parentData: data3, parentDataProperty: "generated", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.vendored !== void 0 && (validate55(data3.vendored, { instancePath: instancePath + "/lua/vendored", parentData: data3, parentDataProperty: "vendored", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.scripts !== void 0 && (validate55(data3.scripts, { instancePath: instancePath + "/lua/scripts", parentData: data3, parentDataProperty: "scripts", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.externals !== void 0 && (validate70(data3.externals, { instancePath: instancePath + "/lua/externals", parentData: data3, parentDataProperty: "externals", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/lua", schemaPath: "#/properties/lua/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.namespace !== void 0) {
      let data11 = data.namespace;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        for (let key2 in data11)
          key2 === "canonical" || key2 === "retired" || (vErrors = addError(vErrors, { instancePath: instancePath + "/namespace", schemaPath: "#/properties/namespace/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } }), errors++);
        if (data11.canonical !== void 0) {
          let data12 = data11.canonical;
          typeof data12 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/namespace/canonical", schemaPath: "#/properties/namespace/properties/canonical/type", keyword: "type", params: { type: "string" } }), errors++), validate74(data12, { instancePath: instancePath + "/namespace/canonical", parentData: data11, parentDataProperty: "canonical", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors), errors = vErrors.length);
        }
        data11.retired !== void 0 && (validate76(data11.retired, { instancePath: instancePath + "/namespace/retired", parentData: data11, parentDataProperty: "retired", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/namespace", schemaPath: "#/properties/namespace/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.features !== void 0) {
      let data14 = data.features;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        for (let key3 in data14)
          key3 === "root" || key3 === "layers" || (vErrors = addError(vErrors, { instancePath: instancePath + "/features", schemaPath: "#/properties/features/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } }), errors++);
        data14.root !== void 0 && (validate53(data14.root, { instancePath: instancePath + "/features/root", parentData: data14, parentDataProperty: "root", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data14.layers !== void 0 && (validate80(data14.layers, { instancePath: instancePath + "/features/layers", parentData: data14, parentDataProperty: "layers", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/features", schemaPath: "#/properties/features/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.pure !== void 0 && (validate55(data.pure, { instancePath: instancePath + "/pure", parentData: data, parentDataProperty: "pure", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data.agentBranches !== void 0 && (validate85(data.agentBranches, { instancePath: instancePath + "/agentBranches", parentData: data, parentDataProperty: "agentBranches", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors), errors = vErrors.length)), data.host !== void 0) {
      let data19 = data.host;
      if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
        for (let key4 in data19)
          key4 === "globals" || key4 === "modules" || (vErrors = addError(vErrors, { instancePath: instancePath + "/host", schemaPath: "#/properties/host/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } }), errors++);
        data19.globals !== void 0 && (validate89(data19.globals, { instancePath: instancePath + "/host/globals", parentData: data19, parentDataProperty: "globals", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors), errors = vErrors.length)), data19.modules !== void 0 && (validate76(data19.modules, { instancePath: instancePath + "/host/modules", parentData: data19, parentDataProperty: "modules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.shims !== void 0) {
      let data22 = data.shims;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        for (let key5 in data22)
          key5 === "maxDays" || key5 === "forbid" || (vErrors = addError(vErrors, { instancePath: instancePath + "/shims", schemaPath: "#/properties/shims/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } }), errors++);
        if (data22.maxDays !== void 0) {
          let data23 = data22.maxDays;
          typeof data23 == "number" && !(data23 % 1) && !isNaN(data23) && isFinite(data23) || (vErrors = addError(vErrors, { instancePath: instancePath + "/shims/maxDays", schemaPath: "#/properties/shims/properties/maxDays/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data23 == "number" && isFinite(data23) && ((data23 > 3650 || isNaN(data23)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/shims/maxDays", schemaPath: "#/properties/shims/properties/maxDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 } }), errors++), (data23 < 1 || isNaN(data23)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/shims/maxDays", schemaPath: "#/properties/shims/properties/maxDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }), errors++));
        }
        data22.forbid !== void 0 && typeof data22.forbid != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/shims/forbid", schemaPath: "#/properties/shims/properties/forbid/type", keyword: "type", params: { type: "boolean" } }), errors++);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/shims", schemaPath: "#/properties/shims/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.taskCode !== void 0) {
      let data25 = data.taskCode;
      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
        for (let key6 in data25)
          key6 === "patterns" || key6 === "examples" || (vErrors = addError(vErrors, { instancePath: instancePath + "/taskCode", schemaPath: "#/properties/taskCode/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } }), errors++);
        data25.patterns !== void 0 && (validate94(data25.patterns, { instancePath: instancePath + "/taskCode/patterns", parentData: data25, parentDataProperty: "patterns", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors), errors = vErrors.length)), data25.examples !== void 0 && (validate94(data25.examples, { instancePath: instancePath + "/taskCode/examples", parentData: data25, parentDataProperty: "examples", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/taskCode", schemaPath: "#/properties/taskCode/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.rules !== void 0 && (validate99(data.rules, { instancePath: instancePath + "/rules", parentData: data, parentDataProperty: "rules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors), errors = vErrors.length)), data.overrides !== void 0) {
      let data29 = data.overrides;
      if (Array.isArray(data29)) {
        let len0 = data29.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data30 = data29[i0], _errs51 = errors, valid9 = !1, _errs52 = errors;
          data30 && typeof data30 == "object" && !Array.isArray(data30) && data30.branches === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/anyOf/0/required", keyword: "required", params: { missingProperty: "branches" } }), errors++);
          var _valid0 = _errs52 === errors;
          valid9 = valid9 || _valid0;
          let _errs53 = errors;
          data30 && typeof data30 == "object" && !Array.isArray(data30) && data30.files === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/anyOf/1/required", keyword: "required", params: { missingProperty: "files" } }), errors++);
          var _valid0 = _errs53 === errors;
          if (valid9 = valid9 || _valid0, valid9 ? (errors = _errs51, vErrors !== null && (_errs51 ? vErrors.length = _errs51 : vErrors = null)) : (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/anyOf", keyword: "anyOf", params: {} }), errors++), data30 && typeof data30 == "object" && !Array.isArray(data30)) {
            data30.rules === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/required", keyword: "required", params: { missingProperty: "rules" } }), errors++);
            for (let key7 in data30)
              key7 === "rules" || key7 === "branches" || key7 === "files" || key7 === "reason" || (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } }), errors++);
            if (data30.rules !== void 0 && (validate99(data30.rules, { instancePath: instancePath + "/overrides/" + i0 + "/rules", parentData: data30, parentDataProperty: "rules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors), errors = vErrors.length)), data30.branches !== void 0 && (validate222(data30.branches, { instancePath: instancePath + "/overrides/" + i0 + "/branches", parentData: data30, parentDataProperty: "branches", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate222.errors : vErrors.concat(validate222.errors), errors = vErrors.length)), data30.files !== void 0) {
              let data33 = data30.files;
              validate55(data33, { instancePath: instancePath + "/overrides/" + i0 + "/files", parentData: data30, parentDataProperty: "files", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length), Array.isArray(data33) && data33.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0 + "/files", schemaPath: "#/properties/overrides/items/properties/files/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
            }
            data30.reason !== void 0 && typeof data30.reason != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0 + "/reason", schemaPath: "#/properties/overrides/items/properties/reason/type", keyword: "type", params: { type: "string" } }), errors++);
          } else
            vErrors = addError(vErrors, { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/type", keyword: "type", params: { type: "object" } }), errors++;
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/overrides", schemaPath: "#/properties/overrides/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.mayOverride !== void 0) {
      let data35 = data.mayOverride;
      if (Array.isArray(data35)) {
        let len1 = data35.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data36 = data35[i1];
          if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
            data36.rules === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/required", keyword: "required", params: { missingProperty: "rules" } }), errors++), data36.branches === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/required", keyword: "required", params: { missingProperty: "branches" } }), errors++);
            for (let key8 in data36)
              key8 === "rules" || key8 === "branches" || (vErrors = addError(vErrors, { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } }), errors++);
            data36.rules !== void 0 && (validate226(data36.rules, { instancePath: instancePath + "/mayOverride/" + i1 + "/rules", parentData: data36, parentDataProperty: "rules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate226.errors : vErrors.concat(validate226.errors), errors = vErrors.length)), data36.branches !== void 0 && (validate222(data36.branches, { instancePath: instancePath + "/mayOverride/" + i1 + "/branches", parentData: data36, parentDataProperty: "branches", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate222.errors : vErrors.concat(validate222.errors), errors = vErrors.length));
          } else
            vErrors = addError(vErrors, { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/type", keyword: "type", params: { type: "object" } }), errors++;
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/mayOverride", schemaPath: "#/properties/mayOverride/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.transforms !== void 0) {
      let data39 = data.transforms;
      if (Array.isArray(data39)) {
        let len2 = data39.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data40 = data39[i2];
          if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
            data40.name === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/required", keyword: "required", params: { missingProperty: "name" } }), errors++), data40.run === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/required", keyword: "required", params: { missingProperty: "run" } }), errors++), data40.inputs === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/required", keyword: "required", params: { missingProperty: "inputs" } }), errors++);
            for (let key9 in data40)
              key9 === "name" || key9 === "run" || key9 === "inputs" || key9 === "outputs" || key9 === "seconds" || (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } }), errors++);
            if (data40.name !== void 0) {
              let data41 = data40.name;
              typeof data41 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/name", schemaPath: "#/properties/transforms/items/properties/name/type", keyword: "type", params: { type: "string" } }), errors++), validate81(data41, { instancePath: instancePath + "/transforms/" + i2 + "/name", parentData: data40, parentDataProperty: "name", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors), errors = vErrors.length);
            }
            if (data40.run !== void 0) {
              let data42 = data40.run;
              if (Array.isArray(data42)) {
                data42.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/run", schemaPath: "#/properties/transforms/items/properties/run/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
                let len3 = data42.length;
                for (let i3 = 0; i3 < len3; i3++)
                  typeof data42[i3] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/run/" + i3, schemaPath: "#/properties/transforms/items/properties/run/items/type", keyword: "type", params: { type: "string" } }), errors++);
              } else
                vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/run", schemaPath: "#/properties/transforms/items/properties/run/type", keyword: "type", params: { type: "array" } }), errors++;
            }
            if (data40.inputs !== void 0) {
              let data44 = data40.inputs;
              validate55(data44, { instancePath: instancePath + "/transforms/" + i2 + "/inputs", parentData: data40, parentDataProperty: "inputs", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length), Array.isArray(data44) && data44.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/inputs", schemaPath: "#/properties/transforms/items/properties/inputs/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
            }
            if (data40.outputs !== void 0 && (validate55(data40.outputs, { instancePath: instancePath + "/transforms/" + i2 + "/outputs", parentData: data40, parentDataProperty: "outputs", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data40.seconds !== void 0) {
              let data46 = data40.seconds;
              typeof data46 == "number" && !(data46 % 1) && !isNaN(data46) && isFinite(data46) || (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/seconds", schemaPath: "#/properties/transforms/items/properties/seconds/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data46 == "number" && isFinite(data46) && ((data46 > 3600 || isNaN(data46)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/seconds", schemaPath: "#/properties/transforms/items/properties/seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 } }), errors++), (data46 < 1 || isNaN(data46)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2 + "/seconds", schemaPath: "#/properties/transforms/items/properties/seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }), errors++));
            }
          } else
            vErrors = addError(vErrors, { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/type", keyword: "type", params: { type: "object" } }), errors++;
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/transforms", schemaPath: "#/properties/transforms/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.fixers !== void 0) {
      let data47 = data.fixers;
      if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
        for (let key10 in data47)
          pattern12.test(key10) || (vErrors = addError(vErrors, { instancePath: instancePath + "/fixers", schemaPath: "#/properties/fixers/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } }), errors++);
        for (let key11 in data47)
          if (pattern12.test(key11)) {
            let data48 = data47[key11], _errs86 = errors, valid20 = !0, _errs87 = errors;
            Array.isArray(data48) || (vErrors = addError(vErrors, {}), errors++);
            var _valid1 = _errs87 === errors;
            errors = _errs86, vErrors !== null && (_errs86 ? vErrors.length = _errs86 : vErrors = null);
            let ifClause0;
            if (_valid1) {
              let _errs89 = errors;
              validate94(data48, { instancePath: instancePath + "/fixers/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data47, parentDataProperty: key11, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors), errors = vErrors.length), Array.isArray(data48) && data48.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/fixers/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/fixers/patternProperties/%5CS/then/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
              var _valid1 = _errs89 === errors;
              valid20 = _valid1, ifClause0 = "then";
            } else {
              let _errs90 = errors;
              typeof data48 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/fixers/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/fixers/patternProperties/%5CS/else/type", keyword: "type", params: { type: "string" } }), errors++), validate95(data48, { instancePath: instancePath + "/fixers/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data47, parentDataProperty: key11, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
              var _valid1 = _errs90 === errors;
              valid20 = _valid1, ifClause0 = "else";
            }
            valid20 || (vErrors = addError(vErrors, { instancePath: instancePath + "/fixers/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/fixers/patternProperties/%5CS/if", keyword: "if", params: { failingKeyword: ifClause0 } }), errors++);
          }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/fixers", schemaPath: "#/properties/fixers/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.push !== void 0) {
      let data49 = data.push;
      if (data49 && typeof data49 == "object" && !Array.isArray(data49)) {
        for (let key12 in data49)
          key12 !== "refs" && (vErrors = addError(vErrors, { instancePath: instancePath + "/push", schemaPath: "#/properties/push/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 } }), errors++);
        data49.refs !== void 0 && (validate238(data49.refs, { instancePath: instancePath + "/push/refs", parentData: data49, parentDataProperty: "refs", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate238.errors : vErrors.concat(validate238.errors), errors = vErrors.length));
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/push", schemaPath: "#/properties/push/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.limits !== void 0) {
      let data51 = data.limits;
      if (data51 && typeof data51 == "object" && !Array.isArray(data51)) {
        for (let key13 in data51)
          key13 !== "fileBytes" && (vErrors = addError(vErrors, { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 } }), errors++);
        if (data51.fileBytes !== void 0) {
          let data52 = data51.fileBytes;
          typeof data52 == "number" && !(data52 % 1) && !isNaN(data52) && isFinite(data52) || (vErrors = addError(vErrors, { instancePath: instancePath + "/limits/fileBytes", schemaPath: "#/properties/limits/properties/fileBytes/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data52 == "number" && isFinite(data52) && ((data52 > 33554432 || isNaN(data52)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/limits/fileBytes", schemaPath: "#/properties/limits/properties/fileBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 33554432 } }), errors++), (data52 < 1024 || isNaN(data52)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/limits/fileBytes", schemaPath: "#/properties/limits/properties/fileBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1024 } }), errors++));
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    if (data.handoff !== void 0) {
      let data53 = data.handoff;
      if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
        for (let key14 in data53)
          key14 !== "projects" && (vErrors = addError(vErrors, { instancePath: instancePath + "/handoff", schemaPath: "#/properties/handoff/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 } }), errors++);
        data53.projects !== void 0 && (validate80(data53.projects, { instancePath: instancePath + "/handoff/projects", parentData: data53, parentDataProperty: "projects", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors), errors = vErrors.length));
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
