// Made by src/build/generate.ts from src/policy/schema.ts and the rules' options. Do not edit.
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

var validate = validate52, validate_default = validate52, schema19 = { $schema: "https://json-schema.org/draft/2020-12/schema", type: "object", additionalProperties: !1, properties: { $schema: { type: "string" }, extends: { enum: ["playbook-v5"] }, root: { $ref: "#/$defs/folder" }, lua: { type: "object", additionalProperties: !1, properties: { files: { $ref: "#/$defs/globList" }, moduleRoots: { $ref: "#/$defs/folderList" }, generated: { $ref: "#/$defs/globList" }, vendored: { $ref: "#/$defs/globList" }, scripts: { $ref: "#/$defs/globList" }, externals: { $ref: "#/$defs/modulePatternList" } } }, namespace: { type: "object", additionalProperties: !1, properties: { canonical: { type: "string", $ref: "#/$defs/moduleName" }, retired: { $ref: "#/$defs/moduleNameList" } } }, features: { type: "object", additionalProperties: !1, properties: { root: { $ref: "#/$defs/folder" }, layers: { $ref: "#/$defs/nameList" } } }, pure: { $ref: "#/$defs/globList" }, agentBranches: { $ref: "#/$defs/branchGlobList" }, host: { type: "object", additionalProperties: !1, properties: { globals: { $ref: "#/$defs/identifierList" }, modules: { $ref: "#/$defs/moduleNameList" } } }, shims: { type: "object", additionalProperties: !1, properties: { maxDays: { type: "integer", minimum: 1, maximum: 3650 } } }, taskCode: { type: "object", additionalProperties: !1, properties: { patterns: { $ref: "#/$defs/textList" }, examples: { $ref: "#/$defs/textList" } } }, rules: { $ref: "#/$defs/rules" }, overrides: { type: "array", items: { type: "object", additionalProperties: !1, properties: { branches: { $ref: "#/$defs/branches" }, files: { $ref: "#/$defs/globList", minItems: 1 }, rules: { $ref: "#/$defs/rules" }, reason: { type: "string" } }, required: ["rules"], anyOf: [{ required: ["branches"] }, { required: ["files"] }] } }, mayOverride: { type: "array", items: { type: "object", additionalProperties: !1, properties: { rules: { $ref: "#/$defs/ruleNames" }, branches: { $ref: "#/$defs/branches" } }, required: ["rules", "branches"] } }, transforms: { type: "array", items: { type: "object", additionalProperties: !1, properties: { name: { type: "string", $ref: "#/$defs/name" }, run: { type: "array", items: { type: "string" }, minItems: 1 }, inputs: { $ref: "#/$defs/globList", minItems: 1 }, outputs: { $ref: "#/$defs/globList" }, seconds: { type: "integer", minimum: 1, maximum: 3600 } }, required: ["name", "run", "inputs"] } }, limits: { type: "object", additionalProperties: !1, properties: { fileBytes: { type: "integer", minimum: 1024, maximum: 268435456 } } }, handoff: { type: "object", additionalProperties: !1, properties: { projects: { $ref: "#/$defs/nameList" } } } }, $defs: { glob: { type: "string", pattern: "^(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]*[^\\\\/]$" }, branchGlob: { type: "string", pattern: "^(?!!|refs/)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$" }, folder: { type: "string", pattern: "^(?:\\.|(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\*?]*[^\\\\/*?])$" }, text: { type: "string", pattern: "\\S" }, name: { type: "string", pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" }, identifier: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, moduleName: { type: "string", pattern: `^[^\\s.\\\\/*'"]+(?:\\.[^\\s.\\\\/*'"]+)*$` }, modulePattern: { type: "string", pattern: `^[^\\s.\\\\/*'"]+(?:\\.[^\\s.\\\\/*'"]+)*(?:\\.\\*)?$` }, globList: { type: "array", items: { type: "string", $ref: "#/$defs/glob" }, uniqueItems: !0 }, branchGlobList: { type: "array", items: { type: "string", $ref: "#/$defs/branchGlob" }, uniqueItems: !0 }, folderList: { type: "array", items: { type: "string", $ref: "#/$defs/folder" }, uniqueItems: !0 }, textList: { type: "array", items: { type: "string", $ref: "#/$defs/text" }, uniqueItems: !0 }, nameList: { type: "array", items: { type: "string", $ref: "#/$defs/name" }, uniqueItems: !0 }, identifierList: { type: "array", items: { type: "string", $ref: "#/$defs/identifier" }, uniqueItems: !0 }, moduleNameList: { type: "array", items: { type: "string", $ref: "#/$defs/moduleName" }, uniqueItems: !0 }, modulePatternList: { type: "array", items: { type: "string", $ref: "#/$defs/modulePattern" }, uniqueItems: !0 }, branches: { if: { type: "array" }, then: { $ref: "#/$defs/branchGlobList", minItems: 1 }, else: { enum: ["agents", "people"] } }, level: { enum: ["off", "warn", "error"] }, ruleName: { type: "string", enum: ["lua-parse", "path-fence", "require-fence", "purity-fence", "no-globals", "no-require-effects", "module-shape", "docs-fence", "diff-budget", "retired-namespace", "require-separators", "require-graph", "proof-grep", "canonical-shape", "numeric-fields", "shim-header", "shim-expiry", "task-code", "policy-change", "idempotence", "suppression"] }, ruleNameList: { type: "array", items: { type: "string", $ref: "#/$defs/ruleName" }, uniqueItems: !0 }, ruleNames: { if: { type: "array" }, then: { $ref: "#/$defs/ruleNameList", minItems: 1 }, else: { enum: ["all"] } }, rules: { type: "object", additionalProperties: !1, properties: { "lua-parse": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "path-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { roots: { type: "array", items: { type: "string", minLength: 1 } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "require-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "purity-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "no-globals": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { allow: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "no-require-effects": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { constructors: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "module-shape": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { constructors: { type: "boolean" }, functions: { type: "boolean" } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "docs-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string" } }, allow: { type: "array", items: { type: "string" } }, when: { enum: ["always", "mixed"] } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "diff-budget": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "integer", minimum: 0 }, addedLoc: { type: "integer", minimum: 0 }, strict: { type: "object", additionalProperties: !1, properties: { globs: { type: "array", items: { type: "string" } }, files: { type: "integer", minimum: 0 }, addedLoc: { type: "integer", minimum: 0 } } }, exclude: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "retired-namespace": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "require-separators": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "require-graph": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "proof-grep": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { greps: { type: "array", items: { type: "object", additionalProperties: !1, required: ["pattern", "should_match"], properties: { pattern: { type: "string", minLength: 1 }, should_match: { type: "boolean" }, dialect: { enum: ["lua", "regex"] }, files: { type: "array", minItems: 1, items: { type: "string", minLength: 1 } }, in: { enum: ["code", "text", "comments"] }, scope: { enum: ["changed", "added", "tree"] }, message: { type: "string" }, matches: { type: "array", items: { type: "string" } }, rejects: { type: "array", items: { type: "string" } } } } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "canonical-shape": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { boundaries: { type: "array", items: { type: "object", additionalProperties: !1, required: ["files", "calls"], properties: { files: { type: "array", items: { type: "string" }, minItems: 1 }, calls: { type: "array", items: { type: "string" }, minItems: 1 } } } }, canonicalizers: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "numeric-fields": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { fields: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "shim-header": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "shim-expiry": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "task-code": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "policy-change": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, idempotence: { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, suppression: { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } } } } } }, func1 = Object.prototype.hasOwnProperty;
var pattern3 = new RegExp("^(?:\\.|(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\*?]*[^\\\\/*?])$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string") {
    if (!pattern3.test(data)) {
      let err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:\\.|(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\*?]*[^\\\\/*?])$" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate53.errors = vErrors, errors === 0;
}
validate53.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var pattern4 = new RegExp("^(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]*[^\\\\/]$", "u");
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate56.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string") {
    if (!pattern4.test(data)) {
      let err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?!!)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\]*[^\\\\/]$" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate56.errors = vErrors, errors === 0;
}
validate56.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 != "string") {
        let err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
      validate56(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0];
            let err1 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate55.errors = vErrors, errors === 0;
}
validate55.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate59.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 != "string") {
        let err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
      validate53(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0];
            let err1 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate59.errors = vErrors, errors === 0;
}
validate59.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern5 = new RegExp(`^[^\\s.\\\\/*'"]+(?:\\.[^\\s.\\\\/*'"]+)*(?:\\.\\*)?$`, "u");
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate66.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string") {
    if (!pattern5.test(data)) {
      let err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: `^[^\\s.\\\\/*'"]+(?:\\.[^\\s.\\\\/*'"]+)*(?:\\.\\*)?$` } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate66.errors = vErrors, errors === 0;
}
validate66.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate65.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 != "string") {
        let err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
      validate66(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0];
            let err1 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate65.errors = vErrors, errors === 0;
}
validate65.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern6 = new RegExp(`^[^\\s.\\\\/*'"]+(?:\\.[^\\s.\\\\/*'"]+)*$`, "u");
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate69.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string") {
    if (!pattern6.test(data)) {
      let err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: `^[^\\s.\\\\/*'"]+(?:\\.[^\\s.\\\\/*'"]+)*$` } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate69.errors = vErrors, errors === 0;
}
validate69.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate71.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 != "string") {
        let err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
      validate69(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0];
            let err1 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate71.errors = vErrors, errors === 0;
}
validate71.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern7 = new RegExp("^[A-Za-z0-9_][A-Za-z0-9_.-]*$", "u");
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate76.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string") {
    if (!pattern7.test(data)) {
      let err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate76.errors = vErrors, errors === 0;
}
validate76.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate75.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 != "string") {
        let err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
      validate76(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0];
            let err1 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate75.errors = vErrors, errors === 0;
}
validate75.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern8 = new RegExp("^(?!!|refs/)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$", "u");
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate81.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string") {
    if (!pattern8.test(data)) {
      let err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?!!|refs/)(?!/|[A-Za-z]:[\\\\/])(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))(?![\\s\\S]*//)[^\\\\\\s]*[^\\\\/\\s]$" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate81.errors = vErrors, errors === 0;
}
validate81.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate80.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 != "string") {
        let err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
      validate81(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0];
            let err1 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate80.errors = vErrors, errors === 0;
}
validate80.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern9 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate85(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate85.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string") {
    if (!pattern9.test(data)) {
      let err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate85.errors = vErrors, errors === 0;
}
validate85.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate84.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 != "string") {
        let err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
      validate85(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0];
            let err1 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate84.errors = vErrors, errors === 0;
}
validate84.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var pattern10 = new RegExp("\\S", "u");
function validate90(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate90.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string") {
    if (!pattern10.test(data)) {
      let err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
  } else {
    let err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate90.errors = vErrors, errors === 0;
}
validate90.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate89.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 != "string") {
        let err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
      validate90(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0];
            let err1 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate89.errors = vErrors, errors === 0;
}
validate89.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
var schema36 = { type: "object", additionalProperties: !1, properties: { "lua-parse": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "path-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { roots: { type: "array", items: { type: "string", minLength: 1 } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "require-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "purity-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "no-globals": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { allow: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "no-require-effects": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { constructors: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "module-shape": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { constructors: { type: "boolean" }, functions: { type: "boolean" } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "docs-fence": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string" } }, allow: { type: "array", items: { type: "string" } }, when: { enum: ["always", "mixed"] } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "diff-budget": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "integer", minimum: 0 }, addedLoc: { type: "integer", minimum: 0 }, strict: { type: "object", additionalProperties: !1, properties: { globs: { type: "array", items: { type: "string" } }, files: { type: "integer", minimum: 0 }, addedLoc: { type: "integer", minimum: 0 } } }, exclude: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "retired-namespace": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "require-separators": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "require-graph": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "proof-grep": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { greps: { type: "array", items: { type: "object", additionalProperties: !1, required: ["pattern", "should_match"], properties: { pattern: { type: "string", minLength: 1 }, should_match: { type: "boolean" }, dialect: { enum: ["lua", "regex"] }, files: { type: "array", minItems: 1, items: { type: "string", minLength: 1 } }, in: { enum: ["code", "text", "comments"] }, scope: { enum: ["changed", "added", "tree"] }, message: { type: "string" }, matches: { type: "array", items: { type: "string" } }, rejects: { type: "array", items: { type: "string" } } } } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "canonical-shape": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { boundaries: { type: "array", items: { type: "object", additionalProperties: !1, required: ["files", "calls"], properties: { files: { type: "array", items: { type: "string" }, minItems: 1 }, calls: { type: "array", items: { type: "string" }, minItems: 1 } } } }, canonicalizers: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "numeric-fields": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { fields: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "shim-header": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "shim-expiry": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "task-code": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, "policy-change": { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: { files: { type: "array", items: { type: "string" } } } }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, idempotence: { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } }, suppression: { if: { type: "array" }, then: { type: "array", prefixItems: [{ $ref: "#/$defs/level" }, { type: "object", additionalProperties: !1, properties: {} }], items: !1, minItems: 1 }, else: { $ref: "#/$defs/level" } } } }, func3 = require_ucs2length().default, schema37 = { enum: ["off", "warn", "error"] };
function validate95(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate95.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), !(data === "off" || data === "warn" || data === "error")) {
    let err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema37.enum } };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  return validate95.errors = vErrors, errors === 0;
}
validate95.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate94(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate94.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func1.call(schema36.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data["lua-parse"] !== void 0) {
      let data0 = data["lua-parse"], _errs3 = errors, valid1 = !0, _errs4 = errors;
      if (!Array.isArray(data0)) {
        let err1 = {};
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      var _valid0 = _errs4 === errors;
      errors = _errs3, vErrors !== null && (_errs3 ? vErrors.length = _errs3 : vErrors = null);
      let ifClause0;
      if (_valid0) {
        let _errs6 = errors;
        if (Array.isArray(data0)) {
          if (data0.length < 1) {
            let err2 = { instancePath: instancePath + "/lua-parse", schemaPath: "#/properties/lua-parse/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
          }
          let len0 = data0.length;
          if (len0 > 0 && (validate95(data0[0], { instancePath: instancePath + "/lua-parse/0", parentData: data0, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len0 > 1) {
            let data2 = data0[1];
            if (data2 && typeof data2 == "object" && !Array.isArray(data2))
              for (let key1 in data2) {
                let err3 = { instancePath: instancePath + "/lua-parse/1", schemaPath: "#/properties/lua-parse/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
                vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
              }
            else {
              let err4 = { instancePath: instancePath + "/lua-parse/1", schemaPath: "#/properties/lua-parse/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
          }
          if (!(data0.length <= 2)) {
            let err5 = { instancePath: instancePath + "/lua-parse", schemaPath: "#/properties/lua-parse/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        } else {
          let err6 = { instancePath: instancePath + "/lua-parse", schemaPath: "#/properties/lua-parse/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        var _valid0 = _errs6 === errors;
        valid1 = _valid0, ifClause0 = "then";
      } else {
        let _errs12 = errors;
        validate95(data0, { instancePath: instancePath + "/lua-parse", parentData: data, parentDataProperty: "lua-parse", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid0 = _errs12 === errors;
        valid1 = _valid0, ifClause0 = "else";
      }
      if (!valid1) {
        let err7 = { instancePath: instancePath + "/lua-parse", schemaPath: "#/properties/lua-parse/if", keyword: "if", params: { failingKeyword: ifClause0 } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data["path-fence"] !== void 0) {
      let data3 = data["path-fence"], _errs14 = errors, valid3 = !0, _errs15 = errors;
      if (!Array.isArray(data3)) {
        let err8 = {};
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
      var _valid1 = _errs15 === errors;
      errors = _errs14, vErrors !== null && (_errs14 ? vErrors.length = _errs14 : vErrors = null);
      let ifClause1;
      if (_valid1) {
        let _errs17 = errors;
        if (Array.isArray(data3)) {
          if (data3.length < 1) {
            let err9 = { instancePath: instancePath + "/path-fence", schemaPath: "#/properties/path-fence/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
          let len2 = data3.length;
          if (len2 > 0 && (validate95(data3[0], { instancePath: instancePath + "/path-fence/0", parentData: data3, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len2 > 1) {
            let data5 = data3[1];
            if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
              for (let key2 in data5)
                if (key2 !== "roots") {
                  let err10 = { instancePath: instancePath + "/path-fence/1", schemaPath: "#/properties/path-fence/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
                  vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                }
              if (data5.roots !== void 0) {
                let data6 = data5.roots;
                if (Array.isArray(data6)) {
                  let len3 = data6.length;
                  for (let i0 = 0; i0 < len3; i0++) {
                    let data7 = data6[i0];
                    if (typeof data7 == "string") {
                      if (func3(data7) < 1) {
                        let err11 = { instancePath: instancePath + "/path-fence/1/roots/" + i0, schemaPath: "#/properties/path-fence/then/prefixItems/1/properties/roots/items/minLength", keyword: "minLength", params: { limit: 1 } };
                        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                      }
                    } else {
                      let err12 = { instancePath: instancePath + "/path-fence/1/roots/" + i0, schemaPath: "#/properties/path-fence/then/prefixItems/1/properties/roots/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                    }
                  }
                } else {
                  let err13 = { instancePath: instancePath + "/path-fence/1/roots", schemaPath: "#/properties/path-fence/then/prefixItems/1/properties/roots/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                }
              }
            } else {
              let err14 = { instancePath: instancePath + "/path-fence/1", schemaPath: "#/properties/path-fence/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
          }
          if (!(data3.length <= 2)) {
            let err15 = { instancePath: instancePath + "/path-fence", schemaPath: "#/properties/path-fence/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
        } else {
          let err16 = { instancePath: instancePath + "/path-fence", schemaPath: "#/properties/path-fence/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
        var _valid1 = _errs17 === errors;
        valid3 = _valid1, ifClause1 = "then";
      } else {
        let _errs27 = errors;
        validate95(data3, { instancePath: instancePath + "/path-fence", parentData: data, parentDataProperty: "path-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid1 = _errs27 === errors;
        valid3 = _valid1, ifClause1 = "else";
      }
      if (!valid3) {
        let err17 = { instancePath: instancePath + "/path-fence", schemaPath: "#/properties/path-fence/if", keyword: "if", params: { failingKeyword: ifClause1 } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data["require-fence"] !== void 0) {
      let data8 = data["require-fence"], _errs29 = errors, valid8 = !0, _errs30 = errors;
      if (!Array.isArray(data8)) {
        let err18 = {};
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
      var _valid2 = _errs30 === errors;
      errors = _errs29, vErrors !== null && (_errs29 ? vErrors.length = _errs29 : vErrors = null);
      let ifClause2;
      if (_valid2) {
        let _errs32 = errors;
        if (Array.isArray(data8)) {
          if (data8.length < 1) {
            let err19 = { instancePath: instancePath + "/require-fence", schemaPath: "#/properties/require-fence/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
          let len5 = data8.length;
          if (len5 > 0 && (validate95(data8[0], { instancePath: instancePath + "/require-fence/0", parentData: data8, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len5 > 1) {
            let data10 = data8[1];
            if (data10 && typeof data10 == "object" && !Array.isArray(data10))
              for (let key3 in data10) {
                let err20 = { instancePath: instancePath + "/require-fence/1", schemaPath: "#/properties/require-fence/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
                vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
              }
            else {
              let err21 = { instancePath: instancePath + "/require-fence/1", schemaPath: "#/properties/require-fence/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
          }
          if (!(data8.length <= 2)) {
            let err22 = { instancePath: instancePath + "/require-fence", schemaPath: "#/properties/require-fence/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
        } else {
          let err23 = { instancePath: instancePath + "/require-fence", schemaPath: "#/properties/require-fence/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
        }
        var _valid2 = _errs32 === errors;
        valid8 = _valid2, ifClause2 = "then";
      } else {
        let _errs38 = errors;
        validate95(data8, { instancePath: instancePath + "/require-fence", parentData: data, parentDataProperty: "require-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid2 = _errs38 === errors;
        valid8 = _valid2, ifClause2 = "else";
      }
      if (!valid8) {
        let err24 = { instancePath: instancePath + "/require-fence", schemaPath: "#/properties/require-fence/if", keyword: "if", params: { failingKeyword: ifClause2 } };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
    if (data["purity-fence"] !== void 0) {
      let data11 = data["purity-fence"], _errs40 = errors, valid10 = !0, _errs41 = errors;
      if (!Array.isArray(data11)) {
        let err25 = {};
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
      var _valid3 = _errs41 === errors;
      errors = _errs40, vErrors !== null && (_errs40 ? vErrors.length = _errs40 : vErrors = null);
      let ifClause3;
      if (_valid3) {
        let _errs43 = errors;
        if (Array.isArray(data11)) {
          if (data11.length < 1) {
            let err26 = { instancePath: instancePath + "/purity-fence", schemaPath: "#/properties/purity-fence/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
          }
          let len7 = data11.length;
          if (len7 > 0 && (validate95(data11[0], { instancePath: instancePath + "/purity-fence/0", parentData: data11, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len7 > 1) {
            let data13 = data11[1];
            if (data13 && typeof data13 == "object" && !Array.isArray(data13))
              for (let key4 in data13) {
                let err27 = { instancePath: instancePath + "/purity-fence/1", schemaPath: "#/properties/purity-fence/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
                vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
              }
            else {
              let err28 = { instancePath: instancePath + "/purity-fence/1", schemaPath: "#/properties/purity-fence/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
            }
          }
          if (!(data11.length <= 2)) {
            let err29 = { instancePath: instancePath + "/purity-fence", schemaPath: "#/properties/purity-fence/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
        } else {
          let err30 = { instancePath: instancePath + "/purity-fence", schemaPath: "#/properties/purity-fence/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
        var _valid3 = _errs43 === errors;
        valid10 = _valid3, ifClause3 = "then";
      } else {
        let _errs49 = errors;
        validate95(data11, { instancePath: instancePath + "/purity-fence", parentData: data, parentDataProperty: "purity-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid3 = _errs49 === errors;
        valid10 = _valid3, ifClause3 = "else";
      }
      if (!valid10) {
        let err31 = { instancePath: instancePath + "/purity-fence", schemaPath: "#/properties/purity-fence/if", keyword: "if", params: { failingKeyword: ifClause3 } };
        vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
      }
    }
    if (data["no-globals"] !== void 0) {
      let data14 = data["no-globals"], _errs51 = errors, valid12 = !0, _errs52 = errors;
      if (!Array.isArray(data14)) {
        let err32 = {};
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
      var _valid4 = _errs52 === errors;
      errors = _errs51, vErrors !== null && (_errs51 ? vErrors.length = _errs51 : vErrors = null);
      let ifClause4;
      if (_valid4) {
        let _errs54 = errors;
        if (Array.isArray(data14)) {
          if (data14.length < 1) {
            let err33 = { instancePath: instancePath + "/no-globals", schemaPath: "#/properties/no-globals/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
          }
          let len9 = data14.length;
          if (len9 > 0 && (validate95(data14[0], { instancePath: instancePath + "/no-globals/0", parentData: data14, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len9 > 1) {
            let data16 = data14[1];
            if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
              for (let key5 in data16)
                if (key5 !== "allow") {
                  let err34 = { instancePath: instancePath + "/no-globals/1", schemaPath: "#/properties/no-globals/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                  vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
                }
              if (data16.allow !== void 0) {
                let data17 = data16.allow;
                if (Array.isArray(data17)) {
                  let len10 = data17.length;
                  for (let i1 = 0; i1 < len10; i1++)
                    if (typeof data17[i1] != "string") {
                      let err35 = { instancePath: instancePath + "/no-globals/1/allow/" + i1, schemaPath: "#/properties/no-globals/then/prefixItems/1/properties/allow/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
                    }
                } else {
                  let err36 = { instancePath: instancePath + "/no-globals/1/allow", schemaPath: "#/properties/no-globals/then/prefixItems/1/properties/allow/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
                }
              }
            } else {
              let err37 = { instancePath: instancePath + "/no-globals/1", schemaPath: "#/properties/no-globals/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
            }
          }
          if (!(data14.length <= 2)) {
            let err38 = { instancePath: instancePath + "/no-globals", schemaPath: "#/properties/no-globals/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
          }
        } else {
          let err39 = { instancePath: instancePath + "/no-globals", schemaPath: "#/properties/no-globals/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
        }
        var _valid4 = _errs54 === errors;
        valid12 = _valid4, ifClause4 = "then";
      } else {
        let _errs64 = errors;
        validate95(data14, { instancePath: instancePath + "/no-globals", parentData: data, parentDataProperty: "no-globals", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid4 = _errs64 === errors;
        valid12 = _valid4, ifClause4 = "else";
      }
      if (!valid12) {
        let err40 = { instancePath: instancePath + "/no-globals", schemaPath: "#/properties/no-globals/if", keyword: "if", params: { failingKeyword: ifClause4 } };
        vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
      }
    }
    if (data["no-require-effects"] !== void 0) {
      let data19 = data["no-require-effects"], _errs66 = errors, valid17 = !0, _errs67 = errors;
      if (!Array.isArray(data19)) {
        let err41 = {};
        vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
      }
      var _valid5 = _errs67 === errors;
      errors = _errs66, vErrors !== null && (_errs66 ? vErrors.length = _errs66 : vErrors = null);
      let ifClause5;
      if (_valid5) {
        let _errs69 = errors;
        if (Array.isArray(data19)) {
          if (data19.length < 1) {
            let err42 = { instancePath: instancePath + "/no-require-effects", schemaPath: "#/properties/no-require-effects/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
          }
          let len12 = data19.length;
          if (len12 > 0 && (validate95(data19[0], { instancePath: instancePath + "/no-require-effects/0", parentData: data19, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len12 > 1) {
            let data21 = data19[1];
            if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
              for (let key6 in data21)
                if (key6 !== "constructors") {
                  let err43 = { instancePath: instancePath + "/no-require-effects/1", schemaPath: "#/properties/no-require-effects/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
                  vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
                }
              if (data21.constructors !== void 0) {
                let data22 = data21.constructors;
                if (Array.isArray(data22)) {
                  let len13 = data22.length;
                  for (let i2 = 0; i2 < len13; i2++)
                    if (typeof data22[i2] != "string") {
                      let err44 = { instancePath: instancePath + "/no-require-effects/1/constructors/" + i2, schemaPath: "#/properties/no-require-effects/then/prefixItems/1/properties/constructors/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
                    }
                } else {
                  let err45 = { instancePath: instancePath + "/no-require-effects/1/constructors", schemaPath: "#/properties/no-require-effects/then/prefixItems/1/properties/constructors/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
                }
              }
            } else {
              let err46 = { instancePath: instancePath + "/no-require-effects/1", schemaPath: "#/properties/no-require-effects/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
            }
          }
          if (!(data19.length <= 2)) {
            let err47 = { instancePath: instancePath + "/no-require-effects", schemaPath: "#/properties/no-require-effects/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
          }
        } else {
          let err48 = { instancePath: instancePath + "/no-require-effects", schemaPath: "#/properties/no-require-effects/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
        }
        var _valid5 = _errs69 === errors;
        valid17 = _valid5, ifClause5 = "then";
      } else {
        let _errs79 = errors;
        validate95(data19, { instancePath: instancePath + "/no-require-effects", parentData: data, parentDataProperty: "no-require-effects", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid5 = _errs79 === errors;
        valid17 = _valid5, ifClause5 = "else";
      }
      if (!valid17) {
        let err49 = { instancePath: instancePath + "/no-require-effects", schemaPath: "#/properties/no-require-effects/if", keyword: "if", params: { failingKeyword: ifClause5 } };
        vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
      }
    }
    if (data["module-shape"] !== void 0) {
      let data24 = data["module-shape"], _errs81 = errors, valid22 = !0, _errs82 = errors;
      if (!Array.isArray(data24)) {
        let err50 = {};
        vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
      }
      var _valid6 = _errs82 === errors;
      errors = _errs81, vErrors !== null && (_errs81 ? vErrors.length = _errs81 : vErrors = null);
      let ifClause6;
      if (_valid6) {
        let _errs84 = errors;
        if (Array.isArray(data24)) {
          if (data24.length < 1) {
            let err51 = { instancePath: instancePath + "/module-shape", schemaPath: "#/properties/module-shape/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
          }
          let len15 = data24.length;
          if (len15 > 0 && (validate95(data24[0], { instancePath: instancePath + "/module-shape/0", parentData: data24, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len15 > 1) {
            let data26 = data24[1];
            if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
              for (let key7 in data26)
                if (!(key7 === "constructors" || key7 === "functions")) {
                  let err52 = { instancePath: instancePath + "/module-shape/1", schemaPath: "#/properties/module-shape/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } };
                  vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
                }
              if (data26.constructors !== void 0 && typeof data26.constructors != "boolean") {
                let err53 = { instancePath: instancePath + "/module-shape/1/constructors", schemaPath: "#/properties/module-shape/then/prefixItems/1/properties/constructors/type", keyword: "type", params: { type: "boolean" } };
                vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
              }
              if (data26.functions !== void 0 && typeof data26.functions != "boolean") {
                let err54 = { instancePath: instancePath + "/module-shape/1/functions", schemaPath: "#/properties/module-shape/then/prefixItems/1/properties/functions/type", keyword: "type", params: { type: "boolean" } };
                vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
              }
            } else {
              let err55 = { instancePath: instancePath + "/module-shape/1", schemaPath: "#/properties/module-shape/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
            }
          }
          if (!(data24.length <= 2)) {
            let err56 = { instancePath: instancePath + "/module-shape", schemaPath: "#/properties/module-shape/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
          }
        } else {
          let err57 = { instancePath: instancePath + "/module-shape", schemaPath: "#/properties/module-shape/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
        }
        var _valid6 = _errs84 === errors;
        valid22 = _valid6, ifClause6 = "then";
      } else {
        let _errs94 = errors;
        validate95(data24, { instancePath: instancePath + "/module-shape", parentData: data, parentDataProperty: "module-shape", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid6 = _errs94 === errors;
        valid22 = _valid6, ifClause6 = "else";
      }
      if (!valid22) {
        let err58 = { instancePath: instancePath + "/module-shape", schemaPath: "#/properties/module-shape/if", keyword: "if", params: { failingKeyword: ifClause6 } };
        vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
      }
    }
    if (data["docs-fence"] !== void 0) {
      let data29 = data["docs-fence"], _errs96 = errors, valid25 = !0, _errs97 = errors;
      if (!Array.isArray(data29)) {
        let err59 = {};
        vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
      }
      var _valid7 = _errs97 === errors;
      errors = _errs96, vErrors !== null && (_errs96 ? vErrors.length = _errs96 : vErrors = null);
      let ifClause7;
      if (_valid7) {
        let _errs99 = errors;
        if (Array.isArray(data29)) {
          if (data29.length < 1) {
            let err60 = { instancePath: instancePath + "/docs-fence", schemaPath: "#/properties/docs-fence/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
          }
          let len17 = data29.length;
          if (len17 > 0 && (validate95(data29[0], { instancePath: instancePath + "/docs-fence/0", parentData: data29, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len17 > 1) {
            let data31 = data29[1];
            if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
              for (let key8 in data31)
                if (!(key8 === "files" || key8 === "allow" || key8 === "when")) {
                  let err61 = { instancePath: instancePath + "/docs-fence/1", schemaPath: "#/properties/docs-fence/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
                  vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
                }
              if (data31.files !== void 0) {
                let data32 = data31.files;
                if (Array.isArray(data32)) {
                  let len18 = data32.length;
                  for (let i3 = 0; i3 < len18; i3++)
                    if (typeof data32[i3] != "string") {
                      let err62 = { instancePath: instancePath + "/docs-fence/1/files/" + i3, schemaPath: "#/properties/docs-fence/then/prefixItems/1/properties/files/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
                    }
                } else {
                  let err63 = { instancePath: instancePath + "/docs-fence/1/files", schemaPath: "#/properties/docs-fence/then/prefixItems/1/properties/files/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
                }
              }
              if (data31.allow !== void 0) {
                let data34 = data31.allow;
                if (Array.isArray(data34)) {
                  let len19 = data34.length;
                  for (let i4 = 0; i4 < len19; i4++)
                    if (typeof data34[i4] != "string") {
                      let err64 = { instancePath: instancePath + "/docs-fence/1/allow/" + i4, schemaPath: "#/properties/docs-fence/then/prefixItems/1/properties/allow/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
                    }
                } else {
                  let err65 = { instancePath: instancePath + "/docs-fence/1/allow", schemaPath: "#/properties/docs-fence/then/prefixItems/1/properties/allow/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
                }
              }
              if (data31.when !== void 0) {
                let data36 = data31.when;
                if (!(data36 === "always" || data36 === "mixed")) {
                  let err66 = { instancePath: instancePath + "/docs-fence/1/when", schemaPath: "#/properties/docs-fence/then/prefixItems/1/properties/when/enum", keyword: "enum", params: { allowedValues: schema36.properties["docs-fence"].then.prefixItems[1].properties.when.enum } };
                  vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
                }
              }
            } else {
              let err67 = { instancePath: instancePath + "/docs-fence/1", schemaPath: "#/properties/docs-fence/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
            }
          }
          if (!(data29.length <= 2)) {
            let err68 = { instancePath: instancePath + "/docs-fence", schemaPath: "#/properties/docs-fence/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
          }
        } else {
          let err69 = { instancePath: instancePath + "/docs-fence", schemaPath: "#/properties/docs-fence/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
        }
        var _valid7 = _errs99 === errors;
        valid25 = _valid7, ifClause7 = "then";
      } else {
        let _errs114 = errors;
        validate95(data29, { instancePath: instancePath + "/docs-fence", parentData: data, parentDataProperty: "docs-fence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid7 = _errs114 === errors;
        valid25 = _valid7, ifClause7 = "else";
      }
      if (!valid25) {
        let err70 = { instancePath: instancePath + "/docs-fence", schemaPath: "#/properties/docs-fence/if", keyword: "if", params: { failingKeyword: ifClause7 } };
        vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
      }
    }
    if (data["diff-budget"] !== void 0) {
      let data37 = data["diff-budget"], _errs116 = errors, valid32 = !0, _errs117 = errors;
      if (!Array.isArray(data37)) {
        let err71 = {};
        vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
      }
      var _valid8 = _errs117 === errors;
      errors = _errs116, vErrors !== null && (_errs116 ? vErrors.length = _errs116 : vErrors = null);
      let ifClause8;
      if (_valid8) {
        let _errs119 = errors;
        if (Array.isArray(data37)) {
          if (data37.length < 1) {
            let err72 = { instancePath: instancePath + "/diff-budget", schemaPath: "#/properties/diff-budget/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
          }
          let len21 = data37.length;
          if (len21 > 0 && (validate95(data37[0], { instancePath: instancePath + "/diff-budget/0", parentData: data37, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len21 > 1) {
            let data39 = data37[1];
            if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
              for (let key9 in data39)
                if (!(key9 === "files" || key9 === "addedLoc" || key9 === "strict" || key9 === "exclude")) {
                  let err73 = { instancePath: instancePath + "/diff-budget/1", schemaPath: "#/properties/diff-budget/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
                  vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
                }
              if (data39.files !== void 0) {
                let data40 = data39.files;
                if (!(typeof data40 == "number" && !(data40 % 1) && !isNaN(data40) && isFinite(data40))) {
                  let err74 = { instancePath: instancePath + "/diff-budget/1/files", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/files/type", keyword: "type", params: { type: "integer" } };
                  vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
                }
                if (typeof data40 == "number" && isFinite(data40) && (data40 < 0 || isNaN(data40))) {
                  let err75 = { instancePath: instancePath + "/diff-budget/1/files", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/files/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                  vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
                }
              }
              if (data39.addedLoc !== void 0) {
                let data41 = data39.addedLoc;
                if (!(typeof data41 == "number" && !(data41 % 1) && !isNaN(data41) && isFinite(data41))) {
                  let err76 = { instancePath: instancePath + "/diff-budget/1/addedLoc", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/addedLoc/type", keyword: "type", params: { type: "integer" } };
                  vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
                }
                if (typeof data41 == "number" && isFinite(data41) && (data41 < 0 || isNaN(data41))) {
                  let err77 = { instancePath: instancePath + "/diff-budget/1/addedLoc", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/addedLoc/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                  vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
                }
              }
              if (data39.strict !== void 0) {
                let data42 = data39.strict;
                if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                  for (let key10 in data42)
                    if (!(key10 === "globs" || key10 === "files" || key10 === "addedLoc")) {
                      let err78 = { instancePath: instancePath + "/diff-budget/1/strict", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/strict/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
                      vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
                    }
                  if (data42.globs !== void 0) {
                    let data43 = data42.globs;
                    if (Array.isArray(data43)) {
                      let len22 = data43.length;
                      for (let i5 = 0; i5 < len22; i5++)
                        if (typeof data43[i5] != "string") {
                          let err79 = { instancePath: instancePath + "/diff-budget/1/strict/globs/" + i5, schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/strict/properties/globs/items/type", keyword: "type", params: { type: "string" } };
                          vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
                        }
                    } else {
                      let err80 = { instancePath: instancePath + "/diff-budget/1/strict/globs", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/strict/properties/globs/type", keyword: "type", params: { type: "array" } };
                      vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
                    }
                  }
                  if (data42.files !== void 0) {
                    let data45 = data42.files;
                    if (!(typeof data45 == "number" && !(data45 % 1) && !isNaN(data45) && isFinite(data45))) {
                      let err81 = { instancePath: instancePath + "/diff-budget/1/strict/files", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/strict/properties/files/type", keyword: "type", params: { type: "integer" } };
                      vErrors === null ? vErrors = [err81] : vErrors.push(err81), errors++;
                    }
                    if (typeof data45 == "number" && isFinite(data45) && (data45 < 0 || isNaN(data45))) {
                      let err82 = { instancePath: instancePath + "/diff-budget/1/strict/files", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/strict/properties/files/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                      vErrors === null ? vErrors = [err82] : vErrors.push(err82), errors++;
                    }
                  }
                  if (data42.addedLoc !== void 0) {
                    let data46 = data42.addedLoc;
                    if (!(typeof data46 == "number" && !(data46 % 1) && !isNaN(data46) && isFinite(data46))) {
                      let err83 = { instancePath: instancePath + "/diff-budget/1/strict/addedLoc", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/strict/properties/addedLoc/type", keyword: "type", params: { type: "integer" } };
                      vErrors === null ? vErrors = [err83] : vErrors.push(err83), errors++;
                    }
                    if (typeof data46 == "number" && isFinite(data46) && (data46 < 0 || isNaN(data46))) {
                      let err84 = { instancePath: instancePath + "/diff-budget/1/strict/addedLoc", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/strict/properties/addedLoc/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                      vErrors === null ? vErrors = [err84] : vErrors.push(err84), errors++;
                    }
                  }
                } else {
                  let err85 = { instancePath: instancePath + "/diff-budget/1/strict", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/strict/type", keyword: "type", params: { type: "object" } };
                  vErrors === null ? vErrors = [err85] : vErrors.push(err85), errors++;
                }
              }
              if (data39.exclude !== void 0) {
                let data47 = data39.exclude;
                if (Array.isArray(data47)) {
                  let len23 = data47.length;
                  for (let i6 = 0; i6 < len23; i6++)
                    if (typeof data47[i6] != "string") {
                      let err86 = { instancePath: instancePath + "/diff-budget/1/exclude/" + i6, schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/exclude/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err86] : vErrors.push(err86), errors++;
                    }
                } else {
                  let err87 = { instancePath: instancePath + "/diff-budget/1/exclude", schemaPath: "#/properties/diff-budget/then/prefixItems/1/properties/exclude/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err87] : vErrors.push(err87), errors++;
                }
              }
            } else {
              let err88 = { instancePath: instancePath + "/diff-budget/1", schemaPath: "#/properties/diff-budget/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err88] : vErrors.push(err88), errors++;
            }
          }
          if (!(data37.length <= 2)) {
            let err89 = { instancePath: instancePath + "/diff-budget", schemaPath: "#/properties/diff-budget/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err89] : vErrors.push(err89), errors++;
          }
        } else {
          let err90 = { instancePath: instancePath + "/diff-budget", schemaPath: "#/properties/diff-budget/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err90] : vErrors.push(err90), errors++;
        }
        var _valid8 = _errs119 === errors;
        valid32 = _valid8, ifClause8 = "then";
      } else {
        let _errs144 = errors;
        validate95(data37, { instancePath: instancePath + "/diff-budget", parentData: data, parentDataProperty: "diff-budget", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid8 = _errs144 === errors;
        valid32 = _valid8, ifClause8 = "else";
      }
      if (!valid32) {
        let err91 = { instancePath: instancePath + "/diff-budget", schemaPath: "#/properties/diff-budget/if", keyword: "if", params: { failingKeyword: ifClause8 } };
        vErrors === null ? vErrors = [err91] : vErrors.push(err91), errors++;
      }
    }
    if (data["retired-namespace"] !== void 0) {
      let data49 = data["retired-namespace"], _errs146 = errors, valid40 = !0, _errs147 = errors;
      if (!Array.isArray(data49)) {
        let err92 = {};
        vErrors === null ? vErrors = [err92] : vErrors.push(err92), errors++;
      }
      var _valid9 = _errs147 === errors;
      errors = _errs146, vErrors !== null && (_errs146 ? vErrors.length = _errs146 : vErrors = null);
      let ifClause9;
      if (_valid9) {
        let _errs149 = errors;
        if (Array.isArray(data49)) {
          if (data49.length < 1) {
            let err93 = { instancePath: instancePath + "/retired-namespace", schemaPath: "#/properties/retired-namespace/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err93] : vErrors.push(err93), errors++;
          }
          let len25 = data49.length;
          if (len25 > 0 && (validate95(data49[0], { instancePath: instancePath + "/retired-namespace/0", parentData: data49, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len25 > 1) {
            let data51 = data49[1];
            if (data51 && typeof data51 == "object" && !Array.isArray(data51))
              for (let key11 in data51) {
                let err94 = { instancePath: instancePath + "/retired-namespace/1", schemaPath: "#/properties/retired-namespace/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } };
                vErrors === null ? vErrors = [err94] : vErrors.push(err94), errors++;
              }
            else {
              let err95 = { instancePath: instancePath + "/retired-namespace/1", schemaPath: "#/properties/retired-namespace/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err95] : vErrors.push(err95), errors++;
            }
          }
          if (!(data49.length <= 2)) {
            let err96 = { instancePath: instancePath + "/retired-namespace", schemaPath: "#/properties/retired-namespace/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err96] : vErrors.push(err96), errors++;
          }
        } else {
          let err97 = { instancePath: instancePath + "/retired-namespace", schemaPath: "#/properties/retired-namespace/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err97] : vErrors.push(err97), errors++;
        }
        var _valid9 = _errs149 === errors;
        valid40 = _valid9, ifClause9 = "then";
      } else {
        let _errs155 = errors;
        validate95(data49, { instancePath: instancePath + "/retired-namespace", parentData: data, parentDataProperty: "retired-namespace", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid9 = _errs155 === errors;
        valid40 = _valid9, ifClause9 = "else";
      }
      if (!valid40) {
        let err98 = { instancePath: instancePath + "/retired-namespace", schemaPath: "#/properties/retired-namespace/if", keyword: "if", params: { failingKeyword: ifClause9 } };
        vErrors === null ? vErrors = [err98] : vErrors.push(err98), errors++;
      }
    }
    if (data["require-separators"] !== void 0) {
      let data52 = data["require-separators"], _errs157 = errors, valid42 = !0, _errs158 = errors;
      if (!Array.isArray(data52)) {
        let err99 = {};
        vErrors === null ? vErrors = [err99] : vErrors.push(err99), errors++;
      }
      var _valid10 = _errs158 === errors;
      errors = _errs157, vErrors !== null && (_errs157 ? vErrors.length = _errs157 : vErrors = null);
      let ifClause10;
      if (_valid10) {
        let _errs160 = errors;
        if (Array.isArray(data52)) {
          if (data52.length < 1) {
            let err100 = { instancePath: instancePath + "/require-separators", schemaPath: "#/properties/require-separators/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err100] : vErrors.push(err100), errors++;
          }
          let len27 = data52.length;
          if (len27 > 0 && (validate95(data52[0], { instancePath: instancePath + "/require-separators/0", parentData: data52, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len27 > 1) {
            let data54 = data52[1];
            if (data54 && typeof data54 == "object" && !Array.isArray(data54))
              for (let key12 in data54) {
                let err101 = { instancePath: instancePath + "/require-separators/1", schemaPath: "#/properties/require-separators/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 } };
                vErrors === null ? vErrors = [err101] : vErrors.push(err101), errors++;
              }
            else {
              let err102 = { instancePath: instancePath + "/require-separators/1", schemaPath: "#/properties/require-separators/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err102] : vErrors.push(err102), errors++;
            }
          }
          if (!(data52.length <= 2)) {
            let err103 = { instancePath: instancePath + "/require-separators", schemaPath: "#/properties/require-separators/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err103] : vErrors.push(err103), errors++;
          }
        } else {
          let err104 = { instancePath: instancePath + "/require-separators", schemaPath: "#/properties/require-separators/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err104] : vErrors.push(err104), errors++;
        }
        var _valid10 = _errs160 === errors;
        valid42 = _valid10, ifClause10 = "then";
      } else {
        let _errs166 = errors;
        validate95(data52, { instancePath: instancePath + "/require-separators", parentData: data, parentDataProperty: "require-separators", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid10 = _errs166 === errors;
        valid42 = _valid10, ifClause10 = "else";
      }
      if (!valid42) {
        let err105 = { instancePath: instancePath + "/require-separators", schemaPath: "#/properties/require-separators/if", keyword: "if", params: { failingKeyword: ifClause10 } };
        vErrors === null ? vErrors = [err105] : vErrors.push(err105), errors++;
      }
    }
    if (data["require-graph"] !== void 0) {
      let data55 = data["require-graph"], _errs168 = errors, valid44 = !0, _errs169 = errors;
      if (!Array.isArray(data55)) {
        let err106 = {};
        vErrors === null ? vErrors = [err106] : vErrors.push(err106), errors++;
      }
      var _valid11 = _errs169 === errors;
      errors = _errs168, vErrors !== null && (_errs168 ? vErrors.length = _errs168 : vErrors = null);
      let ifClause11;
      if (_valid11) {
        let _errs171 = errors;
        if (Array.isArray(data55)) {
          if (data55.length < 1) {
            let err107 = { instancePath: instancePath + "/require-graph", schemaPath: "#/properties/require-graph/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err107] : vErrors.push(err107), errors++;
          }
          let len29 = data55.length;
          if (len29 > 0 && (validate95(data55[0], { instancePath: instancePath + "/require-graph/0", parentData: data55, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len29 > 1) {
            let data57 = data55[1];
            if (data57 && typeof data57 == "object" && !Array.isArray(data57))
              for (let key13 in data57) {
                let err108 = { instancePath: instancePath + "/require-graph/1", schemaPath: "#/properties/require-graph/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 } };
                vErrors === null ? vErrors = [err108] : vErrors.push(err108), errors++;
              }
            else {
              let err109 = { instancePath: instancePath + "/require-graph/1", schemaPath: "#/properties/require-graph/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err109] : vErrors.push(err109), errors++;
            }
          }
          if (!(data55.length <= 2)) {
            let err110 = { instancePath: instancePath + "/require-graph", schemaPath: "#/properties/require-graph/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err110] : vErrors.push(err110), errors++;
          }
        } else {
          let err111 = { instancePath: instancePath + "/require-graph", schemaPath: "#/properties/require-graph/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err111] : vErrors.push(err111), errors++;
        }
        var _valid11 = _errs171 === errors;
        valid44 = _valid11, ifClause11 = "then";
      } else {
        let _errs177 = errors;
        validate95(data55, { instancePath: instancePath + "/require-graph", parentData: data, parentDataProperty: "require-graph", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid11 = _errs177 === errors;
        valid44 = _valid11, ifClause11 = "else";
      }
      if (!valid44) {
        let err112 = { instancePath: instancePath + "/require-graph", schemaPath: "#/properties/require-graph/if", keyword: "if", params: { failingKeyword: ifClause11 } };
        vErrors === null ? vErrors = [err112] : vErrors.push(err112), errors++;
      }
    }
    if (data["proof-grep"] !== void 0) {
      let data58 = data["proof-grep"], _errs179 = errors, valid46 = !0, _errs180 = errors;
      if (!Array.isArray(data58)) {
        let err113 = {};
        vErrors === null ? vErrors = [err113] : vErrors.push(err113), errors++;
      }
      var _valid12 = _errs180 === errors;
      errors = _errs179, vErrors !== null && (_errs179 ? vErrors.length = _errs179 : vErrors = null);
      let ifClause12;
      if (_valid12) {
        let _errs182 = errors;
        if (Array.isArray(data58)) {
          if (data58.length < 1) {
            let err114 = { instancePath: instancePath + "/proof-grep", schemaPath: "#/properties/proof-grep/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err114] : vErrors.push(err114), errors++;
          }
          let len31 = data58.length;
          if (len31 > 0 && (validate95(data58[0], { instancePath: instancePath + "/proof-grep/0", parentData: data58, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len31 > 1) {
            let data60 = data58[1];
            if (data60 && typeof data60 == "object" && !Array.isArray(data60)) {
              for (let key14 in data60)
                if (key14 !== "greps") {
                  let err115 = { instancePath: instancePath + "/proof-grep/1", schemaPath: "#/properties/proof-grep/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 } };
                  vErrors === null ? vErrors = [err115] : vErrors.push(err115), errors++;
                }
              if (data60.greps !== void 0) {
                let data61 = data60.greps;
                if (Array.isArray(data61)) {
                  let len32 = data61.length;
                  for (let i7 = 0; i7 < len32; i7++) {
                    let data62 = data61[i7];
                    if (data62 && typeof data62 == "object" && !Array.isArray(data62)) {
                      if (data62.pattern === void 0) {
                        let err116 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7, schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/required", keyword: "required", params: { missingProperty: "pattern" } };
                        vErrors === null ? vErrors = [err116] : vErrors.push(err116), errors++;
                      }
                      if (data62.should_match === void 0) {
                        let err117 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7, schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/required", keyword: "required", params: { missingProperty: "should_match" } };
                        vErrors === null ? vErrors = [err117] : vErrors.push(err117), errors++;
                      }
                      for (let key15 in data62)
                        if (!func1.call(schema36.properties["proof-grep"].then.prefixItems[1].properties.greps.items.properties, key15)) {
                          let err118 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7, schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 } };
                          vErrors === null ? vErrors = [err118] : vErrors.push(err118), errors++;
                        }
                      if (data62.pattern !== void 0) {
                        let data63 = data62.pattern;
                        if (typeof data63 == "string") {
                          if (func3(data63) < 1) {
                            let err119 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/pattern", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/pattern/minLength", keyword: "minLength", params: { limit: 1 } };
                            vErrors === null ? vErrors = [err119] : vErrors.push(err119), errors++;
                          }
                        } else {
                          let err120 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/pattern", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/pattern/type", keyword: "type", params: { type: "string" } };
                          vErrors === null ? vErrors = [err120] : vErrors.push(err120), errors++;
                        }
                      }
                      if (data62.should_match !== void 0 && typeof data62.should_match != "boolean") {
                        let err121 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/should_match", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/should_match/type", keyword: "type", params: { type: "boolean" } };
                        vErrors === null ? vErrors = [err121] : vErrors.push(err121), errors++;
                      }
                      if (data62.dialect !== void 0) {
                        let data65 = data62.dialect;
                        if (!(data65 === "lua" || data65 === "regex")) {
                          let err122 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/dialect", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/dialect/enum", keyword: "enum", params: { allowedValues: schema36.properties["proof-grep"].then.prefixItems[1].properties.greps.items.properties.dialect.enum } };
                          vErrors === null ? vErrors = [err122] : vErrors.push(err122), errors++;
                        }
                      }
                      if (data62.files !== void 0) {
                        let data66 = data62.files;
                        if (Array.isArray(data66)) {
                          if (data66.length < 1) {
                            let err123 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/files", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/files/minItems", keyword: "minItems", params: { limit: 1 } };
                            vErrors === null ? vErrors = [err123] : vErrors.push(err123), errors++;
                          }
                          let len33 = data66.length;
                          for (let i8 = 0; i8 < len33; i8++) {
                            let data67 = data66[i8];
                            if (typeof data67 == "string") {
                              if (func3(data67) < 1) {
                                let err124 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/files/" + i8, schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/files/items/minLength", keyword: "minLength", params: { limit: 1 } };
                                vErrors === null ? vErrors = [err124] : vErrors.push(err124), errors++;
                              }
                            } else {
                              let err125 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/files/" + i8, schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/files/items/type", keyword: "type", params: { type: "string" } };
                              vErrors === null ? vErrors = [err125] : vErrors.push(err125), errors++;
                            }
                          }
                        } else {
                          let err126 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/files", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/files/type", keyword: "type", params: { type: "array" } };
                          vErrors === null ? vErrors = [err126] : vErrors.push(err126), errors++;
                        }
                      }
                      if (data62.in !== void 0) {
                        let data68 = data62.in;
                        if (!(data68 === "code" || data68 === "text" || data68 === "comments")) {
                          let err127 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/in", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/in/enum", keyword: "enum", params: { allowedValues: schema36.properties["proof-grep"].then.prefixItems[1].properties.greps.items.properties.in.enum } };
                          vErrors === null ? vErrors = [err127] : vErrors.push(err127), errors++;
                        }
                      }
                      if (data62.scope !== void 0) {
                        let data69 = data62.scope;
                        if (!(data69 === "changed" || data69 === "added" || data69 === "tree")) {
                          let err128 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/scope", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/scope/enum", keyword: "enum", params: { allowedValues: schema36.properties["proof-grep"].then.prefixItems[1].properties.greps.items.properties.scope.enum } };
                          vErrors === null ? vErrors = [err128] : vErrors.push(err128), errors++;
                        }
                      }
                      if (data62.message !== void 0 && typeof data62.message != "string") {
                        let err129 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/message", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/message/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err129] : vErrors.push(err129), errors++;
                      }
                      if (data62.matches !== void 0) {
                        let data71 = data62.matches;
                        if (Array.isArray(data71)) {
                          let len34 = data71.length;
                          for (let i9 = 0; i9 < len34; i9++)
                            if (typeof data71[i9] != "string") {
                              let err130 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/matches/" + i9, schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/matches/items/type", keyword: "type", params: { type: "string" } };
                              vErrors === null ? vErrors = [err130] : vErrors.push(err130), errors++;
                            }
                        } else {
                          let err131 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/matches", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/matches/type", keyword: "type", params: { type: "array" } };
                          vErrors === null ? vErrors = [err131] : vErrors.push(err131), errors++;
                        }
                      }
                      if (data62.rejects !== void 0) {
                        let data73 = data62.rejects;
                        if (Array.isArray(data73)) {
                          let len35 = data73.length;
                          for (let i10 = 0; i10 < len35; i10++)
                            if (typeof data73[i10] != "string") {
                              let err132 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/rejects/" + i10, schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/rejects/items/type", keyword: "type", params: { type: "string" } };
                              vErrors === null ? vErrors = [err132] : vErrors.push(err132), errors++;
                            }
                        } else {
                          let err133 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7 + "/rejects", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/properties/rejects/type", keyword: "type", params: { type: "array" } };
                          vErrors === null ? vErrors = [err133] : vErrors.push(err133), errors++;
                        }
                      }
                    } else {
                      let err134 = { instancePath: instancePath + "/proof-grep/1/greps/" + i7, schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/items/type", keyword: "type", params: { type: "object" } };
                      vErrors === null ? vErrors = [err134] : vErrors.push(err134), errors++;
                    }
                  }
                } else {
                  let err135 = { instancePath: instancePath + "/proof-grep/1/greps", schemaPath: "#/properties/proof-grep/then/prefixItems/1/properties/greps/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err135] : vErrors.push(err135), errors++;
                }
              }
            } else {
              let err136 = { instancePath: instancePath + "/proof-grep/1", schemaPath: "#/properties/proof-grep/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err136] : vErrors.push(err136), errors++;
            }
          }
          if (!(data58.length <= 2)) {
            let err137 = { instancePath: instancePath + "/proof-grep", schemaPath: "#/properties/proof-grep/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err137] : vErrors.push(err137), errors++;
          }
        } else {
          let err138 = { instancePath: instancePath + "/proof-grep", schemaPath: "#/properties/proof-grep/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err138] : vErrors.push(err138), errors++;
        }
        var _valid12 = _errs182 === errors;
        valid46 = _valid12, ifClause12 = "then";
      } else {
        let _errs214 = errors;
        validate95(data58, { instancePath: instancePath + "/proof-grep", parentData: data, parentDataProperty: "proof-grep", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid12 = _errs214 === errors;
        valid46 = _valid12, ifClause12 = "else";
      }
      if (!valid46) {
        let err139 = { instancePath: instancePath + "/proof-grep", schemaPath: "#/properties/proof-grep/if", keyword: "if", params: { failingKeyword: ifClause12 } };
        vErrors === null ? vErrors = [err139] : vErrors.push(err139), errors++;
      }
    }
    if (data["canonical-shape"] !== void 0) {
      let data75 = data["canonical-shape"], _errs216 = errors, valid58 = !0, _errs217 = errors;
      if (!Array.isArray(data75)) {
        let err140 = {};
        vErrors === null ? vErrors = [err140] : vErrors.push(err140), errors++;
      }
      var _valid13 = _errs217 === errors;
      errors = _errs216, vErrors !== null && (_errs216 ? vErrors.length = _errs216 : vErrors = null);
      let ifClause13;
      if (_valid13) {
        let _errs219 = errors;
        if (Array.isArray(data75)) {
          if (data75.length < 1) {
            let err141 = { instancePath: instancePath + "/canonical-shape", schemaPath: "#/properties/canonical-shape/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err141] : vErrors.push(err141), errors++;
          }
          let len37 = data75.length;
          if (len37 > 0 && (validate95(data75[0], { instancePath: instancePath + "/canonical-shape/0", parentData: data75, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len37 > 1) {
            let data77 = data75[1];
            if (data77 && typeof data77 == "object" && !Array.isArray(data77)) {
              for (let key16 in data77)
                if (!(key16 === "boundaries" || key16 === "canonicalizers")) {
                  let err142 = { instancePath: instancePath + "/canonical-shape/1", schemaPath: "#/properties/canonical-shape/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 } };
                  vErrors === null ? vErrors = [err142] : vErrors.push(err142), errors++;
                }
              if (data77.boundaries !== void 0) {
                let data78 = data77.boundaries;
                if (Array.isArray(data78)) {
                  let len38 = data78.length;
                  for (let i11 = 0; i11 < len38; i11++) {
                    let data79 = data78[i11];
                    if (data79 && typeof data79 == "object" && !Array.isArray(data79)) {
                      if (data79.files === void 0) {
                        let err143 = { instancePath: instancePath + "/canonical-shape/1/boundaries/" + i11, schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/boundaries/items/required", keyword: "required", params: { missingProperty: "files" } };
                        vErrors === null ? vErrors = [err143] : vErrors.push(err143), errors++;
                      }
                      if (data79.calls === void 0) {
                        let err144 = { instancePath: instancePath + "/canonical-shape/1/boundaries/" + i11, schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/boundaries/items/required", keyword: "required", params: { missingProperty: "calls" } };
                        vErrors === null ? vErrors = [err144] : vErrors.push(err144), errors++;
                      }
                      for (let key17 in data79)
                        if (!(key17 === "files" || key17 === "calls")) {
                          let err145 = { instancePath: instancePath + "/canonical-shape/1/boundaries/" + i11, schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/boundaries/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key17 } };
                          vErrors === null ? vErrors = [err145] : vErrors.push(err145), errors++;
                        }
                      if (data79.files !== void 0) {
                        let data80 = data79.files;
                        if (Array.isArray(data80)) {
                          if (data80.length < 1) {
                            let err146 = { instancePath: instancePath + "/canonical-shape/1/boundaries/" + i11 + "/files", schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/boundaries/items/properties/files/minItems", keyword: "minItems", params: { limit: 1 } };
                            vErrors === null ? vErrors = [err146] : vErrors.push(err146), errors++;
                          }
                          let len39 = data80.length;
                          for (let i12 = 0; i12 < len39; i12++)
                            if (typeof data80[i12] != "string") {
                              let err147 = { instancePath: instancePath + "/canonical-shape/1/boundaries/" + i11 + "/files/" + i12, schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/boundaries/items/properties/files/items/type", keyword: "type", params: { type: "string" } };
                              vErrors === null ? vErrors = [err147] : vErrors.push(err147), errors++;
                            }
                        } else {
                          let err148 = { instancePath: instancePath + "/canonical-shape/1/boundaries/" + i11 + "/files", schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/boundaries/items/properties/files/type", keyword: "type", params: { type: "array" } };
                          vErrors === null ? vErrors = [err148] : vErrors.push(err148), errors++;
                        }
                      }
                      if (data79.calls !== void 0) {
                        let data82 = data79.calls;
                        if (Array.isArray(data82)) {
                          if (data82.length < 1) {
                            let err149 = { instancePath: instancePath + "/canonical-shape/1/boundaries/" + i11 + "/calls", schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/boundaries/items/properties/calls/minItems", keyword: "minItems", params: { limit: 1 } };
                            vErrors === null ? vErrors = [err149] : vErrors.push(err149), errors++;
                          }
                          let len40 = data82.length;
                          for (let i13 = 0; i13 < len40; i13++)
                            if (typeof data82[i13] != "string") {
                              let err150 = { instancePath: instancePath + "/canonical-shape/1/boundaries/" + i11 + "/calls/" + i13, schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/boundaries/items/properties/calls/items/type", keyword: "type", params: { type: "string" } };
                              vErrors === null ? vErrors = [err150] : vErrors.push(err150), errors++;
                            }
                        } else {
                          let err151 = { instancePath: instancePath + "/canonical-shape/1/boundaries/" + i11 + "/calls", schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/boundaries/items/properties/calls/type", keyword: "type", params: { type: "array" } };
                          vErrors === null ? vErrors = [err151] : vErrors.push(err151), errors++;
                        }
                      }
                    } else {
                      let err152 = { instancePath: instancePath + "/canonical-shape/1/boundaries/" + i11, schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/boundaries/items/type", keyword: "type", params: { type: "object" } };
                      vErrors === null ? vErrors = [err152] : vErrors.push(err152), errors++;
                    }
                  }
                } else {
                  let err153 = { instancePath: instancePath + "/canonical-shape/1/boundaries", schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/boundaries/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err153] : vErrors.push(err153), errors++;
                }
              }
              if (data77.canonicalizers !== void 0) {
                let data84 = data77.canonicalizers;
                if (Array.isArray(data84)) {
                  let len41 = data84.length;
                  for (let i14 = 0; i14 < len41; i14++)
                    if (typeof data84[i14] != "string") {
                      let err154 = { instancePath: instancePath + "/canonical-shape/1/canonicalizers/" + i14, schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/canonicalizers/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err154] : vErrors.push(err154), errors++;
                    }
                } else {
                  let err155 = { instancePath: instancePath + "/canonical-shape/1/canonicalizers", schemaPath: "#/properties/canonical-shape/then/prefixItems/1/properties/canonicalizers/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err155] : vErrors.push(err155), errors++;
                }
              }
            } else {
              let err156 = { instancePath: instancePath + "/canonical-shape/1", schemaPath: "#/properties/canonical-shape/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err156] : vErrors.push(err156), errors++;
            }
          }
          if (!(data75.length <= 2)) {
            let err157 = { instancePath: instancePath + "/canonical-shape", schemaPath: "#/properties/canonical-shape/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err157] : vErrors.push(err157), errors++;
          }
        } else {
          let err158 = { instancePath: instancePath + "/canonical-shape", schemaPath: "#/properties/canonical-shape/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err158] : vErrors.push(err158), errors++;
        }
        var _valid13 = _errs219 === errors;
        valid58 = _valid13, ifClause13 = "then";
      } else {
        let _errs242 = errors;
        validate95(data75, { instancePath: instancePath + "/canonical-shape", parentData: data, parentDataProperty: "canonical-shape", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid13 = _errs242 === errors;
        valid58 = _valid13, ifClause13 = "else";
      }
      if (!valid58) {
        let err159 = { instancePath: instancePath + "/canonical-shape", schemaPath: "#/properties/canonical-shape/if", keyword: "if", params: { failingKeyword: ifClause13 } };
        vErrors === null ? vErrors = [err159] : vErrors.push(err159), errors++;
      }
    }
    if (data["numeric-fields"] !== void 0) {
      let data86 = data["numeric-fields"], _errs244 = errors, valid70 = !0, _errs245 = errors;
      if (!Array.isArray(data86)) {
        let err160 = {};
        vErrors === null ? vErrors = [err160] : vErrors.push(err160), errors++;
      }
      var _valid14 = _errs245 === errors;
      errors = _errs244, vErrors !== null && (_errs244 ? vErrors.length = _errs244 : vErrors = null);
      let ifClause14;
      if (_valid14) {
        let _errs247 = errors;
        if (Array.isArray(data86)) {
          if (data86.length < 1) {
            let err161 = { instancePath: instancePath + "/numeric-fields", schemaPath: "#/properties/numeric-fields/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err161] : vErrors.push(err161), errors++;
          }
          let len43 = data86.length;
          if (len43 > 0 && (validate95(data86[0], { instancePath: instancePath + "/numeric-fields/0", parentData: data86, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len43 > 1) {
            let data88 = data86[1];
            if (data88 && typeof data88 == "object" && !Array.isArray(data88)) {
              for (let key18 in data88)
                if (key18 !== "fields") {
                  let err162 = { instancePath: instancePath + "/numeric-fields/1", schemaPath: "#/properties/numeric-fields/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 } };
                  vErrors === null ? vErrors = [err162] : vErrors.push(err162), errors++;
                }
              if (data88.fields !== void 0) {
                let data89 = data88.fields;
                if (Array.isArray(data89)) {
                  let len44 = data89.length;
                  for (let i15 = 0; i15 < len44; i15++)
                    if (typeof data89[i15] != "string") {
                      let err163 = { instancePath: instancePath + "/numeric-fields/1/fields/" + i15, schemaPath: "#/properties/numeric-fields/then/prefixItems/1/properties/fields/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err163] : vErrors.push(err163), errors++;
                    }
                } else {
                  let err164 = { instancePath: instancePath + "/numeric-fields/1/fields", schemaPath: "#/properties/numeric-fields/then/prefixItems/1/properties/fields/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err164] : vErrors.push(err164), errors++;
                }
              }
            } else {
              let err165 = { instancePath: instancePath + "/numeric-fields/1", schemaPath: "#/properties/numeric-fields/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err165] : vErrors.push(err165), errors++;
            }
          }
          if (!(data86.length <= 2)) {
            let err166 = { instancePath: instancePath + "/numeric-fields", schemaPath: "#/properties/numeric-fields/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err166] : vErrors.push(err166), errors++;
          }
        } else {
          let err167 = { instancePath: instancePath + "/numeric-fields", schemaPath: "#/properties/numeric-fields/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err167] : vErrors.push(err167), errors++;
        }
        var _valid14 = _errs247 === errors;
        valid70 = _valid14, ifClause14 = "then";
      } else {
        let _errs257 = errors;
        validate95(data86, { instancePath: instancePath + "/numeric-fields", parentData: data, parentDataProperty: "numeric-fields", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid14 = _errs257 === errors;
        valid70 = _valid14, ifClause14 = "else";
      }
      if (!valid70) {
        let err168 = { instancePath: instancePath + "/numeric-fields", schemaPath: "#/properties/numeric-fields/if", keyword: "if", params: { failingKeyword: ifClause14 } };
        vErrors === null ? vErrors = [err168] : vErrors.push(err168), errors++;
      }
    }
    if (data["shim-header"] !== void 0) {
      let data91 = data["shim-header"], _errs259 = errors, valid75 = !0, _errs260 = errors;
      if (!Array.isArray(data91)) {
        let err169 = {};
        vErrors === null ? vErrors = [err169] : vErrors.push(err169), errors++;
      }
      var _valid15 = _errs260 === errors;
      errors = _errs259, vErrors !== null && (_errs259 ? vErrors.length = _errs259 : vErrors = null);
      let ifClause15;
      if (_valid15) {
        let _errs262 = errors;
        if (Array.isArray(data91)) {
          if (data91.length < 1) {
            let err170 = { instancePath: instancePath + "/shim-header", schemaPath: "#/properties/shim-header/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err170] : vErrors.push(err170), errors++;
          }
          let len46 = data91.length;
          if (len46 > 0 && (validate95(data91[0], { instancePath: instancePath + "/shim-header/0", parentData: data91, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len46 > 1) {
            let data93 = data91[1];
            if (data93 && typeof data93 == "object" && !Array.isArray(data93))
              for (let key19 in data93) {
                let err171 = { instancePath: instancePath + "/shim-header/1", schemaPath: "#/properties/shim-header/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 } };
                vErrors === null ? vErrors = [err171] : vErrors.push(err171), errors++;
              }
            else {
              let err172 = { instancePath: instancePath + "/shim-header/1", schemaPath: "#/properties/shim-header/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err172] : vErrors.push(err172), errors++;
            }
          }
          if (!(data91.length <= 2)) {
            let err173 = { instancePath: instancePath + "/shim-header", schemaPath: "#/properties/shim-header/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err173] : vErrors.push(err173), errors++;
          }
        } else {
          let err174 = { instancePath: instancePath + "/shim-header", schemaPath: "#/properties/shim-header/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err174] : vErrors.push(err174), errors++;
        }
        var _valid15 = _errs262 === errors;
        valid75 = _valid15, ifClause15 = "then";
      } else {
        let _errs268 = errors;
        validate95(data91, { instancePath: instancePath + "/shim-header", parentData: data, parentDataProperty: "shim-header", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid15 = _errs268 === errors;
        valid75 = _valid15, ifClause15 = "else";
      }
      if (!valid75) {
        let err175 = { instancePath: instancePath + "/shim-header", schemaPath: "#/properties/shim-header/if", keyword: "if", params: { failingKeyword: ifClause15 } };
        vErrors === null ? vErrors = [err175] : vErrors.push(err175), errors++;
      }
    }
    if (data["shim-expiry"] !== void 0) {
      let data94 = data["shim-expiry"], _errs270 = errors, valid77 = !0, _errs271 = errors;
      if (!Array.isArray(data94)) {
        let err176 = {};
        vErrors === null ? vErrors = [err176] : vErrors.push(err176), errors++;
      }
      var _valid16 = _errs271 === errors;
      errors = _errs270, vErrors !== null && (_errs270 ? vErrors.length = _errs270 : vErrors = null);
      let ifClause16;
      if (_valid16) {
        let _errs273 = errors;
        if (Array.isArray(data94)) {
          if (data94.length < 1) {
            let err177 = { instancePath: instancePath + "/shim-expiry", schemaPath: "#/properties/shim-expiry/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err177] : vErrors.push(err177), errors++;
          }
          let len48 = data94.length;
          if (len48 > 0 && (validate95(data94[0], { instancePath: instancePath + "/shim-expiry/0", parentData: data94, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len48 > 1) {
            let data96 = data94[1];
            if (data96 && typeof data96 == "object" && !Array.isArray(data96))
              for (let key20 in data96) {
                let err178 = { instancePath: instancePath + "/shim-expiry/1", schemaPath: "#/properties/shim-expiry/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key20 } };
                vErrors === null ? vErrors = [err178] : vErrors.push(err178), errors++;
              }
            else {
              let err179 = { instancePath: instancePath + "/shim-expiry/1", schemaPath: "#/properties/shim-expiry/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err179] : vErrors.push(err179), errors++;
            }
          }
          if (!(data94.length <= 2)) {
            let err180 = { instancePath: instancePath + "/shim-expiry", schemaPath: "#/properties/shim-expiry/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err180] : vErrors.push(err180), errors++;
          }
        } else {
          let err181 = { instancePath: instancePath + "/shim-expiry", schemaPath: "#/properties/shim-expiry/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err181] : vErrors.push(err181), errors++;
        }
        var _valid16 = _errs273 === errors;
        valid77 = _valid16, ifClause16 = "then";
      } else {
        let _errs279 = errors;
        validate95(data94, { instancePath: instancePath + "/shim-expiry", parentData: data, parentDataProperty: "shim-expiry", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid16 = _errs279 === errors;
        valid77 = _valid16, ifClause16 = "else";
      }
      if (!valid77) {
        let err182 = { instancePath: instancePath + "/shim-expiry", schemaPath: "#/properties/shim-expiry/if", keyword: "if", params: { failingKeyword: ifClause16 } };
        vErrors === null ? vErrors = [err182] : vErrors.push(err182), errors++;
      }
    }
    if (data["task-code"] !== void 0) {
      let data97 = data["task-code"], _errs281 = errors, valid79 = !0, _errs282 = errors;
      if (!Array.isArray(data97)) {
        let err183 = {};
        vErrors === null ? vErrors = [err183] : vErrors.push(err183), errors++;
      }
      var _valid17 = _errs282 === errors;
      errors = _errs281, vErrors !== null && (_errs281 ? vErrors.length = _errs281 : vErrors = null);
      let ifClause17;
      if (_valid17) {
        let _errs284 = errors;
        if (Array.isArray(data97)) {
          if (data97.length < 1) {
            let err184 = { instancePath: instancePath + "/task-code", schemaPath: "#/properties/task-code/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err184] : vErrors.push(err184), errors++;
          }
          let len50 = data97.length;
          if (len50 > 0 && (validate95(data97[0], { instancePath: instancePath + "/task-code/0", parentData: data97, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len50 > 1) {
            let data99 = data97[1];
            if (data99 && typeof data99 == "object" && !Array.isArray(data99))
              for (let key21 in data99) {
                let err185 = { instancePath: instancePath + "/task-code/1", schemaPath: "#/properties/task-code/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key21 } };
                vErrors === null ? vErrors = [err185] : vErrors.push(err185), errors++;
              }
            else {
              let err186 = { instancePath: instancePath + "/task-code/1", schemaPath: "#/properties/task-code/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err186] : vErrors.push(err186), errors++;
            }
          }
          if (!(data97.length <= 2)) {
            let err187 = { instancePath: instancePath + "/task-code", schemaPath: "#/properties/task-code/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err187] : vErrors.push(err187), errors++;
          }
        } else {
          let err188 = { instancePath: instancePath + "/task-code", schemaPath: "#/properties/task-code/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err188] : vErrors.push(err188), errors++;
        }
        var _valid17 = _errs284 === errors;
        valid79 = _valid17, ifClause17 = "then";
      } else {
        let _errs290 = errors;
        validate95(data97, { instancePath: instancePath + "/task-code", parentData: data, parentDataProperty: "task-code", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid17 = _errs290 === errors;
        valid79 = _valid17, ifClause17 = "else";
      }
      if (!valid79) {
        let err189 = { instancePath: instancePath + "/task-code", schemaPath: "#/properties/task-code/if", keyword: "if", params: { failingKeyword: ifClause17 } };
        vErrors === null ? vErrors = [err189] : vErrors.push(err189), errors++;
      }
    }
    if (data["policy-change"] !== void 0) {
      let data100 = data["policy-change"], _errs292 = errors, valid81 = !0, _errs293 = errors;
      if (!Array.isArray(data100)) {
        let err190 = {};
        vErrors === null ? vErrors = [err190] : vErrors.push(err190), errors++;
      }
      var _valid18 = _errs293 === errors;
      errors = _errs292, vErrors !== null && (_errs292 ? vErrors.length = _errs292 : vErrors = null);
      let ifClause18;
      if (_valid18) {
        let _errs295 = errors;
        if (Array.isArray(data100)) {
          if (data100.length < 1) {
            let err191 = { instancePath: instancePath + "/policy-change", schemaPath: "#/properties/policy-change/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err191] : vErrors.push(err191), errors++;
          }
          let len52 = data100.length;
          if (len52 > 0 && (validate95(data100[0], { instancePath: instancePath + "/policy-change/0", parentData: data100, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len52 > 1) {
            let data102 = data100[1];
            if (data102 && typeof data102 == "object" && !Array.isArray(data102)) {
              for (let key22 in data102)
                if (key22 !== "files") {
                  let err192 = { instancePath: instancePath + "/policy-change/1", schemaPath: "#/properties/policy-change/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key22 } };
                  vErrors === null ? vErrors = [err192] : vErrors.push(err192), errors++;
                }
              if (data102.files !== void 0) {
                let data103 = data102.files;
                if (Array.isArray(data103)) {
                  let len53 = data103.length;
                  for (let i16 = 0; i16 < len53; i16++)
                    if (typeof data103[i16] != "string") {
                      let err193 = { instancePath: instancePath + "/policy-change/1/files/" + i16, schemaPath: "#/properties/policy-change/then/prefixItems/1/properties/files/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err193] : vErrors.push(err193), errors++;
                    }
                } else {
                  let err194 = { instancePath: instancePath + "/policy-change/1/files", schemaPath: "#/properties/policy-change/then/prefixItems/1/properties/files/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err194] : vErrors.push(err194), errors++;
                }
              }
            } else {
              let err195 = { instancePath: instancePath + "/policy-change/1", schemaPath: "#/properties/policy-change/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err195] : vErrors.push(err195), errors++;
            }
          }
          if (!(data100.length <= 2)) {
            let err196 = { instancePath: instancePath + "/policy-change", schemaPath: "#/properties/policy-change/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err196] : vErrors.push(err196), errors++;
          }
        } else {
          let err197 = { instancePath: instancePath + "/policy-change", schemaPath: "#/properties/policy-change/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err197] : vErrors.push(err197), errors++;
        }
        var _valid18 = _errs295 === errors;
        valid81 = _valid18, ifClause18 = "then";
      } else {
        let _errs305 = errors;
        validate95(data100, { instancePath: instancePath + "/policy-change", parentData: data, parentDataProperty: "policy-change", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid18 = _errs305 === errors;
        valid81 = _valid18, ifClause18 = "else";
      }
      if (!valid81) {
        let err198 = { instancePath: instancePath + "/policy-change", schemaPath: "#/properties/policy-change/if", keyword: "if", params: { failingKeyword: ifClause18 } };
        vErrors === null ? vErrors = [err198] : vErrors.push(err198), errors++;
      }
    }
    if (data.idempotence !== void 0) {
      let data105 = data.idempotence, _errs307 = errors, valid86 = !0, _errs308 = errors;
      if (!Array.isArray(data105)) {
        let err199 = {};
        vErrors === null ? vErrors = [err199] : vErrors.push(err199), errors++;
      }
      var _valid19 = _errs308 === errors;
      errors = _errs307, vErrors !== null && (_errs307 ? vErrors.length = _errs307 : vErrors = null);
      let ifClause19;
      if (_valid19) {
        let _errs310 = errors;
        if (Array.isArray(data105)) {
          if (data105.length < 1) {
            let err200 = { instancePath: instancePath + "/idempotence", schemaPath: "#/properties/idempotence/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err200] : vErrors.push(err200), errors++;
          }
          let len55 = data105.length;
          if (len55 > 0 && (validate95(data105[0], { instancePath: instancePath + "/idempotence/0", parentData: data105, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len55 > 1) {
            let data107 = data105[1];
            if (data107 && typeof data107 == "object" && !Array.isArray(data107))
              for (let key23 in data107) {
                let err201 = { instancePath: instancePath + "/idempotence/1", schemaPath: "#/properties/idempotence/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key23 } };
                vErrors === null ? vErrors = [err201] : vErrors.push(err201), errors++;
              }
            else {
              let err202 = { instancePath: instancePath + "/idempotence/1", schemaPath: "#/properties/idempotence/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err202] : vErrors.push(err202), errors++;
            }
          }
          if (!(data105.length <= 2)) {
            let err203 = { instancePath: instancePath + "/idempotence", schemaPath: "#/properties/idempotence/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err203] : vErrors.push(err203), errors++;
          }
        } else {
          let err204 = { instancePath: instancePath + "/idempotence", schemaPath: "#/properties/idempotence/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err204] : vErrors.push(err204), errors++;
        }
        var _valid19 = _errs310 === errors;
        valid86 = _valid19, ifClause19 = "then";
      } else {
        let _errs316 = errors;
        validate95(data105, { instancePath: instancePath + "/idempotence", parentData: data, parentDataProperty: "idempotence", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid19 = _errs316 === errors;
        valid86 = _valid19, ifClause19 = "else";
      }
      if (!valid86) {
        let err205 = { instancePath: instancePath + "/idempotence", schemaPath: "#/properties/idempotence/if", keyword: "if", params: { failingKeyword: ifClause19 } };
        vErrors === null ? vErrors = [err205] : vErrors.push(err205), errors++;
      }
    }
    if (data.suppression !== void 0) {
      let data108 = data.suppression, _errs318 = errors, valid88 = !0, _errs319 = errors;
      if (!Array.isArray(data108)) {
        let err206 = {};
        vErrors === null ? vErrors = [err206] : vErrors.push(err206), errors++;
      }
      var _valid20 = _errs319 === errors;
      errors = _errs318, vErrors !== null && (_errs318 ? vErrors.length = _errs318 : vErrors = null);
      let ifClause20;
      if (_valid20) {
        let _errs321 = errors;
        if (Array.isArray(data108)) {
          if (data108.length < 1) {
            let err207 = { instancePath: instancePath + "/suppression", schemaPath: "#/properties/suppression/then/minItems", keyword: "minItems", params: { limit: 1 } };
            vErrors === null ? vErrors = [err207] : vErrors.push(err207), errors++;
          }
          let len57 = data108.length;
          if (len57 > 0 && (validate95(data108[0], { instancePath: instancePath + "/suppression/0", parentData: data108, parentDataProperty: 0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length)), len57 > 1) {
            let data110 = data108[1];
            if (data110 && typeof data110 == "object" && !Array.isArray(data110))
              for (let key24 in data110) {
                let err208 = { instancePath: instancePath + "/suppression/1", schemaPath: "#/properties/suppression/then/prefixItems/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key24 } };
                vErrors === null ? vErrors = [err208] : vErrors.push(err208), errors++;
              }
            else {
              let err209 = { instancePath: instancePath + "/suppression/1", schemaPath: "#/properties/suppression/then/prefixItems/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err209] : vErrors.push(err209), errors++;
            }
          }
          if (!(data108.length <= 2)) {
            let err210 = { instancePath: instancePath + "/suppression", schemaPath: "#/properties/suppression/then/items", keyword: "items", params: { limit: 2 } };
            vErrors === null ? vErrors = [err210] : vErrors.push(err210), errors++;
          }
        } else {
          let err211 = { instancePath: instancePath + "/suppression", schemaPath: "#/properties/suppression/then/type", keyword: "type", params: { type: "array" } };
          vErrors === null ? vErrors = [err211] : vErrors.push(err211), errors++;
        }
        var _valid20 = _errs321 === errors;
        valid88 = _valid20, ifClause20 = "then";
      } else {
        let _errs327 = errors;
        validate95(data108, { instancePath: instancePath + "/suppression", parentData: data, parentDataProperty: "suppression", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors), errors = vErrors.length);
        var _valid20 = _errs327 === errors;
        valid88 = _valid20, ifClause20 = "else";
      }
      if (!valid88) {
        let err212 = { instancePath: instancePath + "/suppression", schemaPath: "#/properties/suppression/if", keyword: "if", params: { failingKeyword: ifClause20 } };
        vErrors === null ? vErrors = [err212] : vErrors.push(err212), errors++;
      }
    }
  } else {
    let err213 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err213] : vErrors.push(err213), errors++;
  }
  return validate94.errors = vErrors, errors === 0;
}
validate94.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var schema38 = { if: { type: "array" }, then: { $ref: "#/$defs/branchGlobList", minItems: 1 }, else: { enum: ["agents", "people"] } };
function validate139(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate139.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  if (!Array.isArray(data)) {
    let err0 = {};
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (validate80(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors), errors = vErrors.length), Array.isArray(data) && data.length < 1) {
      let err1 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs4 = errors;
    if (!(data === "agents" || data === "people")) {
      let err2 = { instancePath, schemaPath: "#/else/enum", keyword: "enum", params: { allowedValues: schema38.else.enum } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  if (!valid0) {
    let err3 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate139.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate139.evaluated = { dynamicProps: !1, dynamicItems: !0 };
var schema39 = { if: { type: "array" }, then: { $ref: "#/$defs/ruleNameList", minItems: 1 }, else: { enum: ["all"] } };
var schema41 = { type: "string", enum: ["lua-parse", "path-fence", "require-fence", "purity-fence", "no-globals", "no-require-effects", "module-shape", "docs-fence", "diff-budget", "retired-namespace", "require-separators", "require-graph", "proof-grep", "canonical-shape", "numeric-fields", "shim-header", "shim-expiry", "task-code", "policy-change", "idempotence", "suppression"] };
function validate146(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate146.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data != "string") {
    let err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  if (!(data === "lua-parse" || data === "path-fence" || data === "require-fence" || data === "purity-fence" || data === "no-globals" || data === "no-require-effects" || data === "module-shape" || data === "docs-fence" || data === "diff-budget" || data === "retired-namespace" || data === "require-separators" || data === "require-graph" || data === "proof-grep" || data === "canonical-shape" || data === "numeric-fields" || data === "shim-header" || data === "shim-expiry" || data === "task-code" || data === "policy-change" || data === "idempotence" || data === "suppression")) {
    let err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema41.enum } };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate146.errors = vErrors, errors === 0;
}
validate146.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate145(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate145.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), Array.isArray(data)) {
    let len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 != "string") {
        let err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
      validate146(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate146.errors : vErrors.concat(validate146.errors), errors = vErrors.length);
    }
    let i1 = data.length, j0;
    if (i1 > 1) {
      let indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 == "string") {
          if (typeof indices0[item0] == "number") {
            j0 = indices0[item0];
            let err1 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            break;
          }
          indices0[item0] = i1;
        }
      }
    }
  } else {
    let err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate145.errors = vErrors, errors === 0;
}
validate145.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
function validate144(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate144.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs0 = errors, valid0 = !0, _errs1 = errors;
  if (!Array.isArray(data)) {
    let err0 = {};
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  var _valid0 = _errs1 === errors;
  errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  let ifClause0;
  if (_valid0) {
    let _errs3 = errors;
    if (validate145(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors), errors = vErrors.length), Array.isArray(data) && data.length < 1) {
      let err1 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    var _valid0 = _errs3 === errors;
    if (valid0 = _valid0, valid0)
      var items0 = !0;
    ifClause0 = "then";
  } else {
    let _errs4 = errors;
    if (data !== "all") {
      let err2 = { instancePath, schemaPath: "#/else/enum", keyword: "enum", params: { allowedValues: schema39.else.enum } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0, ifClause0 = "else";
  }
  if (!valid0) {
    let err3 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate144.errors = vErrors, evaluated0.items = items0, errors === 0;
}
validate144.evaluated = { dynamicProps: !1, dynamicItems: !0 };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func1.call(schema19.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.$schema !== void 0 && typeof data.$schema != "string") {
      let err1 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.extends !== void 0 && data.extends !== "playbook-v5") {
      let err2 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/enum", keyword: "enum", params: { allowedValues: schema19.properties.extends.enum } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.root !== void 0 && (validate53(data.root, { instancePath: instancePath + "/root", parentData: data, parentDataProperty: "root", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.lua !== void 0) {
      let data3 = data.lua;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (let key1 in data3)
          if (!(key1 === "files" || key1 === "moduleRoots" || key1 === "generated" || key1 === "vendored" || key1 === "scripts" || key1 === "externals")) {
            let err3 = { instancePath: instancePath + "/lua", schemaPath: "#/properties/lua/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
        data3.files !== void 0 && (validate55(data3.files, { instancePath: instancePath + "/lua/files", parentData: data3, parentDataProperty: "files", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.moduleRoots !== void 0 && (validate59(data3.moduleRoots, { instancePath: instancePath + "/lua/moduleRoots", parentData: data3, parentDataProperty: "moduleRoots", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors), errors = vErrors.length)), data3.generated !== void 0 && (validate55(data3.generated, { instancePath: instancePath + "/lua/generated", parentData: data3, parentDataProperty: "generated", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.vendored !== void 0 && (validate55(data3.vendored, { instancePath: instancePath + "/lua/vendored", parentData: data3, parentDataProperty: "vendored", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.scripts !== void 0 && (validate55(data3.scripts, { instancePath: instancePath + "/lua/scripts", parentData: data3, parentDataProperty: "scripts", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data3.externals !== void 0 && (validate65(data3.externals, { instancePath: instancePath + "/lua/externals", parentData: data3, parentDataProperty: "externals", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors), errors = vErrors.length));
      } else {
        let err4 = { instancePath: instancePath + "/lua", schemaPath: "#/properties/lua/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.namespace !== void 0) {
      let data10 = data.namespace;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (let key2 in data10)
          if (!(key2 === "canonical" || key2 === "retired")) {
            let err5 = { instancePath: instancePath + "/namespace", schemaPath: "#/properties/namespace/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        if (data10.canonical !== void 0) {
          let data11 = data10.canonical;
          if (typeof data11 != "string") {
            let err6 = { instancePath: instancePath + "/namespace/canonical", schemaPath: "#/properties/namespace/properties/canonical/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
          validate69(data11, { instancePath: instancePath + "/namespace/canonical", parentData: data10, parentDataProperty: "canonical", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length);
        }
        data10.retired !== void 0 && (validate71(data10.retired, { instancePath: instancePath + "/namespace/retired", parentData: data10, parentDataProperty: "retired", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors), errors = vErrors.length));
      } else {
        let err7 = { instancePath: instancePath + "/namespace", schemaPath: "#/properties/namespace/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.features !== void 0) {
      let data13 = data.features;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        for (let key3 in data13)
          if (!(key3 === "root" || key3 === "layers")) {
            let err8 = { instancePath: instancePath + "/features", schemaPath: "#/properties/features/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        data13.root !== void 0 && (validate53(data13.root, { instancePath: instancePath + "/features/root", parentData: data13, parentDataProperty: "root", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data13.layers !== void 0 && (validate75(data13.layers, { instancePath: instancePath + "/features/layers", parentData: data13, parentDataProperty: "layers", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors), errors = vErrors.length));
      } else {
        let err9 = { instancePath: instancePath + "/features", schemaPath: "#/properties/features/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.pure !== void 0 && (validate55(data.pure, { instancePath: instancePath + "/pure", parentData: data, parentDataProperty: "pure", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data.agentBranches !== void 0 && (validate80(data.agentBranches, { instancePath: instancePath + "/agentBranches", parentData: data, parentDataProperty: "agentBranches", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors), errors = vErrors.length)), data.host !== void 0) {
      let data18 = data.host;
      if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
        for (let key4 in data18)
          if (!(key4 === "globals" || key4 === "modules")) {
            let err10 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        data18.globals !== void 0 && (validate84(data18.globals, { instancePath: instancePath + "/host/globals", parentData: data18, parentDataProperty: "globals", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors), errors = vErrors.length)), data18.modules !== void 0 && (validate71(data18.modules, { instancePath: instancePath + "/host/modules", parentData: data18, parentDataProperty: "modules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors), errors = vErrors.length));
      } else {
        let err11 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.shims !== void 0) {
      let data21 = data.shims;
      if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
        for (let key5 in data21)
          if (key5 !== "maxDays") {
            let err12 = { instancePath: instancePath + "/shims", schemaPath: "#/properties/shims/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        if (data21.maxDays !== void 0) {
          let data22 = data21.maxDays;
          if (!(typeof data22 == "number" && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
            let err13 = { instancePath: instancePath + "/shims/maxDays", schemaPath: "#/properties/shims/properties/maxDays/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
          if (typeof data22 == "number" && isFinite(data22)) {
            if (data22 > 3650 || isNaN(data22)) {
              let err14 = { instancePath: instancePath + "/shims/maxDays", schemaPath: "#/properties/shims/properties/maxDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 } };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data22 < 1 || isNaN(data22)) {
              let err15 = { instancePath: instancePath + "/shims/maxDays", schemaPath: "#/properties/shims/properties/maxDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
          }
        }
      } else {
        let err16 = { instancePath: instancePath + "/shims", schemaPath: "#/properties/shims/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.taskCode !== void 0) {
      let data23 = data.taskCode;
      if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
        for (let key6 in data23)
          if (!(key6 === "patterns" || key6 === "examples")) {
            let err17 = { instancePath: instancePath + "/taskCode", schemaPath: "#/properties/taskCode/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        data23.patterns !== void 0 && (validate89(data23.patterns, { instancePath: instancePath + "/taskCode/patterns", parentData: data23, parentDataProperty: "patterns", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors), errors = vErrors.length)), data23.examples !== void 0 && (validate89(data23.examples, { instancePath: instancePath + "/taskCode/examples", parentData: data23, parentDataProperty: "examples", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors), errors = vErrors.length));
      } else {
        let err18 = { instancePath: instancePath + "/taskCode", schemaPath: "#/properties/taskCode/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.rules !== void 0 && (validate94(data.rules, { instancePath: instancePath + "/rules", parentData: data, parentDataProperty: "rules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors), errors = vErrors.length)), data.overrides !== void 0) {
      let data27 = data.overrides;
      if (Array.isArray(data27)) {
        let len0 = data27.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data28 = data27[i0], _errs48 = errors, valid9 = !1, _errs49 = errors;
          if (data28 && typeof data28 == "object" && !Array.isArray(data28) && data28.branches === void 0) {
            let err19 = { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/anyOf/0/required", keyword: "required", params: { missingProperty: "branches" } };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
          var _valid0 = _errs49 === errors;
          valid9 = valid9 || _valid0;
          let _errs50 = errors;
          if (data28 && typeof data28 == "object" && !Array.isArray(data28) && data28.files === void 0) {
            let err20 = { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/anyOf/1/required", keyword: "required", params: { missingProperty: "files" } };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
          var _valid0 = _errs50 === errors;
          if (valid9 = valid9 || _valid0, valid9)
            errors = _errs48, vErrors !== null && (_errs48 ? vErrors.length = _errs48 : vErrors = null);
          else {
            let err21 = { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/anyOf", keyword: "anyOf", params: {} };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
          if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
            if (data28.rules === void 0) {
              let err22 = { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/required", keyword: "required", params: { missingProperty: "rules" } };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
            for (let key7 in data28)
              if (!(key7 === "branches" || key7 === "files" || key7 === "rules" || key7 === "reason")) {
                let err23 = { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } };
                vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
              }
            if (data28.branches !== void 0 && (validate139(data28.branches, { instancePath: instancePath + "/overrides/" + i0 + "/branches", parentData: data28, parentDataProperty: "branches", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors), errors = vErrors.length)), data28.files !== void 0) {
              let data30 = data28.files;
              if (validate55(data30, { instancePath: instancePath + "/overrides/" + i0 + "/files", parentData: data28, parentDataProperty: "files", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length), Array.isArray(data30) && data30.length < 1) {
                let err24 = { instancePath: instancePath + "/overrides/" + i0 + "/files", schemaPath: "#/properties/overrides/items/properties/files/minItems", keyword: "minItems", params: { limit: 1 } };
                vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
              }
            }
            if (data28.rules !== void 0 && (validate94(data28.rules, { instancePath: instancePath + "/overrides/" + i0 + "/rules", parentData: data28, parentDataProperty: "rules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors), errors = vErrors.length)), data28.reason !== void 0 && typeof data28.reason != "string") {
              let err25 = { instancePath: instancePath + "/overrides/" + i0 + "/reason", schemaPath: "#/properties/overrides/items/properties/reason/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
            }
          } else {
            let err26 = { instancePath: instancePath + "/overrides/" + i0, schemaPath: "#/properties/overrides/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
          }
        }
      } else {
        let err27 = { instancePath: instancePath + "/overrides", schemaPath: "#/properties/overrides/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
    }
    if (data.mayOverride !== void 0) {
      let data33 = data.mayOverride;
      if (Array.isArray(data33)) {
        let len1 = data33.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data34 = data33[i1];
          if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
            if (data34.rules === void 0) {
              let err28 = { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/required", keyword: "required", params: { missingProperty: "rules" } };
              vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
            }
            if (data34.branches === void 0) {
              let err29 = { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/required", keyword: "required", params: { missingProperty: "branches" } };
              vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
            }
            for (let key8 in data34)
              if (!(key8 === "rules" || key8 === "branches")) {
                let err30 = { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
                vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
              }
            data34.rules !== void 0 && (validate144(data34.rules, { instancePath: instancePath + "/mayOverride/" + i1 + "/rules", parentData: data34, parentDataProperty: "rules", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate144.errors : vErrors.concat(validate144.errors), errors = vErrors.length)), data34.branches !== void 0 && (validate139(data34.branches, { instancePath: instancePath + "/mayOverride/" + i1 + "/branches", parentData: data34, parentDataProperty: "branches", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors), errors = vErrors.length));
          } else {
            let err31 = { instancePath: instancePath + "/mayOverride/" + i1, schemaPath: "#/properties/mayOverride/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
          }
        }
      } else {
        let err32 = { instancePath: instancePath + "/mayOverride", schemaPath: "#/properties/mayOverride/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
    }
    if (data.transforms !== void 0) {
      let data37 = data.transforms;
      if (Array.isArray(data37)) {
        let len2 = data37.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data38 = data37[i2];
          if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
            if (data38.name === void 0) {
              let err33 = { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/required", keyword: "required", params: { missingProperty: "name" } };
              vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
            }
            if (data38.run === void 0) {
              let err34 = { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/required", keyword: "required", params: { missingProperty: "run" } };
              vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
            }
            if (data38.inputs === void 0) {
              let err35 = { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/required", keyword: "required", params: { missingProperty: "inputs" } };
              vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
            }
            for (let key9 in data38)
              if (!(key9 === "name" || key9 === "run" || key9 === "inputs" || key9 === "outputs" || key9 === "seconds")) {
                let err36 = { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
                vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
              }
            if (data38.name !== void 0) {
              let data39 = data38.name;
              if (typeof data39 != "string") {
                let err37 = { instancePath: instancePath + "/transforms/" + i2 + "/name", schemaPath: "#/properties/transforms/items/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
              }
              validate76(data39, { instancePath: instancePath + "/transforms/" + i2 + "/name", parentData: data38, parentDataProperty: "name", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
            }
            if (data38.run !== void 0) {
              let data40 = data38.run;
              if (Array.isArray(data40)) {
                if (data40.length < 1) {
                  let err38 = { instancePath: instancePath + "/transforms/" + i2 + "/run", schemaPath: "#/properties/transforms/items/properties/run/minItems", keyword: "minItems", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
                }
                let len3 = data40.length;
                for (let i3 = 0; i3 < len3; i3++)
                  if (typeof data40[i3] != "string") {
                    let err39 = { instancePath: instancePath + "/transforms/" + i2 + "/run/" + i3, schemaPath: "#/properties/transforms/items/properties/run/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
                  }
              } else {
                let err40 = { instancePath: instancePath + "/transforms/" + i2 + "/run", schemaPath: "#/properties/transforms/items/properties/run/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
              }
            }
            if (data38.inputs !== void 0) {
              let data42 = data38.inputs;
              if (validate55(data42, { instancePath: instancePath + "/transforms/" + i2 + "/inputs", parentData: data38, parentDataProperty: "inputs", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length), Array.isArray(data42) && data42.length < 1) {
                let err41 = { instancePath: instancePath + "/transforms/" + i2 + "/inputs", schemaPath: "#/properties/transforms/items/properties/inputs/minItems", keyword: "minItems", params: { limit: 1 } };
                vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
              }
            }
            if (data38.outputs !== void 0 && (validate55(data38.outputs, { instancePath: instancePath + "/transforms/" + i2 + "/outputs", parentData: data38, parentDataProperty: "outputs", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data38.seconds !== void 0) {
              let data44 = data38.seconds;
              if (!(typeof data44 == "number" && !(data44 % 1) && !isNaN(data44) && isFinite(data44))) {
                let err42 = { instancePath: instancePath + "/transforms/" + i2 + "/seconds", schemaPath: "#/properties/transforms/items/properties/seconds/type", keyword: "type", params: { type: "integer" } };
                vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
              }
              if (typeof data44 == "number" && isFinite(data44)) {
                if (data44 > 3600 || isNaN(data44)) {
                  let err43 = { instancePath: instancePath + "/transforms/" + i2 + "/seconds", schemaPath: "#/properties/transforms/items/properties/seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 } };
                  vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
                }
                if (data44 < 1 || isNaN(data44)) {
                  let err44 = { instancePath: instancePath + "/transforms/" + i2 + "/seconds", schemaPath: "#/properties/transforms/items/properties/seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                  vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
                }
              }
            }
          } else {
            let err45 = { instancePath: instancePath + "/transforms/" + i2, schemaPath: "#/properties/transforms/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
          }
        }
      } else {
        let err46 = { instancePath: instancePath + "/transforms", schemaPath: "#/properties/transforms/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
      }
    }
    if (data.limits !== void 0) {
      let data45 = data.limits;
      if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
        for (let key10 in data45)
          if (key10 !== "fileBytes") {
            let err47 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
            vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
          }
        if (data45.fileBytes !== void 0) {
          let data46 = data45.fileBytes;
          if (!(typeof data46 == "number" && !(data46 % 1) && !isNaN(data46) && isFinite(data46))) {
            let err48 = { instancePath: instancePath + "/limits/fileBytes", schemaPath: "#/properties/limits/properties/fileBytes/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
          }
          if (typeof data46 == "number" && isFinite(data46)) {
            if (data46 > 268435456 || isNaN(data46)) {
              let err49 = { instancePath: instancePath + "/limits/fileBytes", schemaPath: "#/properties/limits/properties/fileBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 268435456 } };
              vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
            }
            if (data46 < 1024 || isNaN(data46)) {
              let err50 = { instancePath: instancePath + "/limits/fileBytes", schemaPath: "#/properties/limits/properties/fileBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1024 } };
              vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
            }
          }
        }
      } else {
        let err51 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
      }
    }
    if (data.handoff !== void 0) {
      let data47 = data.handoff;
      if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
        for (let key11 in data47)
          if (key11 !== "projects") {
            let err52 = { instancePath: instancePath + "/handoff", schemaPath: "#/properties/handoff/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } };
            vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
          }
        data47.projects !== void 0 && (validate75(data47.projects, { instancePath: instancePath + "/handoff/projects", parentData: data47, parentDataProperty: "projects", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors), errors = vErrors.length));
      } else {
        let err53 = { instancePath: instancePath + "/handoff", schemaPath: "#/properties/handoff/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
      }
    }
  } else {
    let err54 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
  }
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  validate_default as default,
  validate
};
