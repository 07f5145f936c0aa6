// Made by tools/generate.ts from schemas/task.schema.json. Do not edit.
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

var func1 = require_ucs2length().default;
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate53.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? (func1(data) > 4096 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 4096 } }), errors++), func1(data) < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } }), errors++)) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate53.errors = vErrors, errors === 0;
}
validate53.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate55.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? (func1(data) > 4096 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 4096 } }), errors++), func1(data) < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } }), errors++)) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate55.errors = vErrors, errors === 0;
}
validate55.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate62.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data) ? (data.from === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" } }), errors++), data.to === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" } }), errors++), data.from !== void 0 && (validate53(data.from, { instancePath: instancePath + "/from", parentData: data, parentDataProperty: "from", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.to !== void 0 && (validate53(data.to, { instancePath: instancePath + "/to", parentData: data, parentDataProperty: "to", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length))) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++), validate62.errors = vErrors, errors === 0;
}
validate62.evaluated = { props: { from: !0, to: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate67.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data) ? (data.path === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" } }), errors++), data.path !== void 0 && (validate53(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.template !== void 0 && (validate53(data.template, { instancePath: instancePath + "/template", parentData: data, parentDataProperty: "template", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length))) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++), validate67.errors = vErrors, errors === 0;
}
validate67.evaluated = { props: { path: !0, template: !0 }, dynamicProps: !1, dynamicItems: !1 };
var schema24 = { type: "object", required: ["path"], properties: { path: { $ref: "#/$defs/name" }, op: { enum: ["create", "update", "create|update"] }, contents: {} } };
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate71.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.path === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" } }), errors++), data.path !== void 0 && (validate53(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.op !== void 0) {
      let data1 = data.op;
      data1 === "create" || data1 === "update" || data1 === "create|update" || (vErrors = addError(vErrors, { instancePath: instancePath + "/op", schemaPath: "#/properties/op/enum", keyword: "enum", params: { allowedValues: schema24.properties.op.enum } }), errors++);
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate71.errors = vErrors, errors === 0;
}
validate71.evaluated = { props: { path: !0, op: !0, contents: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate78.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.allowlist !== void 0) {
      let data0 = data.allowlist;
      if (Array.isArray(data0)) {
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate53(data0[i0], { instancePath: instancePath + "/allowlist/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/allowlist", schemaPath: "#/properties/allowlist/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.diff_budget !== void 0) {
      let data2 = data.diff_budget;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.files !== void 0) {
          let data3 = data2.files;
          typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3) || (vErrors = addError(vErrors, { instancePath: instancePath + "/diff_budget/files", schemaPath: "#/properties/diff_budget/properties/files/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data3 == "number" && isFinite(data3) && (data3 < 0 || isNaN(data3)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/diff_budget/files", schemaPath: "#/properties/diff_budget/properties/files/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }), errors++);
        }
        if (data2.added_loc !== void 0) {
          let data4 = data2.added_loc;
          typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4) || (vErrors = addError(vErrors, { instancePath: instancePath + "/diff_budget/added_loc", schemaPath: "#/properties/diff_budget/properties/added_loc/type", keyword: "type", params: { type: "integer" } }), errors++), typeof data4 == "number" && isFinite(data4) && (data4 < 0 || isNaN(data4)) && (vErrors = addError(vErrors, { instancePath: instancePath + "/diff_budget/added_loc", schemaPath: "#/properties/diff_budget/properties/added_loc/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }), errors++);
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/diff_budget", schemaPath: "#/properties/diff_budget/type", keyword: "type", params: { type: "object" } }), errors++;
    }
    data.mechanical !== void 0 && typeof data.mechanical != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/mechanical", schemaPath: "#/properties/mechanical/type", keyword: "type", params: { type: "boolean" } }), errors++);
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate78.errors = vErrors, errors === 0;
}
validate78.evaluated = { props: { allowlist: !0, diff_budget: !0, mechanical: !0 }, dynamicProps: !1, dynamicItems: !1 };
var schema26 = { type: "object", required: ["pattern", "should_match"], properties: { pattern: { type: "string", minLength: 1 }, should_match: { type: "boolean" }, dialect: { enum: ["lua", "regex"] }, files: { type: "array", minItems: 1, items: { type: "string" } }, in: { enum: ["code", "text", "comments"] }, scope: { enum: ["changed", "added", "tree"] }, message: { type: "string" }, matches: { type: "array", items: { type: "string" } }, rejects: { type: "array", items: { type: "string" } } } };
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate81.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.pattern === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "pattern" } }), errors++), data.should_match === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "should_match" } }), errors++), data.pattern !== void 0) {
      let data0 = data.pattern;
      typeof data0 == "string" ? func1(data0) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/pattern", schemaPath: "#/properties/pattern/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/pattern", schemaPath: "#/properties/pattern/type", keyword: "type", params: { type: "string" } }), errors++);
    }
    if (data.should_match !== void 0 && typeof data.should_match != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/should_match", schemaPath: "#/properties/should_match/type", keyword: "type", params: { type: "boolean" } }), errors++), data.dialect !== void 0) {
      let data2 = data.dialect;
      data2 === "lua" || data2 === "regex" || (vErrors = addError(vErrors, { instancePath: instancePath + "/dialect", schemaPath: "#/properties/dialect/enum", keyword: "enum", params: { allowedValues: schema26.properties.dialect.enum } }), errors++);
    }
    if (data.files !== void 0) {
      let data3 = data.files;
      if (Array.isArray(data3)) {
        data3.length < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/files", schemaPath: "#/properties/files/minItems", keyword: "minItems", params: { limit: 1 } }), errors++);
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          typeof data3[i0] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/files/" + i0, schemaPath: "#/properties/files/items/type", keyword: "type", params: { type: "string" } }), errors++);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.in !== void 0) {
      let data5 = data.in;
      data5 === "code" || data5 === "text" || data5 === "comments" || (vErrors = addError(vErrors, { instancePath: instancePath + "/in", schemaPath: "#/properties/in/enum", keyword: "enum", params: { allowedValues: schema26.properties.in.enum } }), errors++);
    }
    if (data.scope !== void 0) {
      let data6 = data.scope;
      data6 === "changed" || data6 === "added" || data6 === "tree" || (vErrors = addError(vErrors, { instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: schema26.properties.scope.enum } }), errors++);
    }
    if (data.message !== void 0 && typeof data.message != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" } }), errors++), data.matches !== void 0) {
      let data8 = data.matches;
      if (Array.isArray(data8)) {
        let len1 = data8.length;
        for (let i1 = 0; i1 < len1; i1++)
          typeof data8[i1] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/matches/" + i1, schemaPath: "#/properties/matches/items/type", keyword: "type", params: { type: "string" } }), errors++);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/matches", schemaPath: "#/properties/matches/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.rejects !== void 0) {
      let data10 = data.rejects;
      if (Array.isArray(data10)) {
        let len2 = data10.length;
        for (let i2 = 0; i2 < len2; i2++)
          typeof data10[i2] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/rejects/" + i2, schemaPath: "#/properties/rejects/items/type", keyword: "type", params: { type: "string" } }), errors++);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/rejects", schemaPath: "#/properties/rejects/type", keyword: "type", params: { type: "array" } }), errors++;
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate81.errors = vErrors, errors === 0;
}
validate81.evaluated = { props: { pattern: !0, should_match: !0, dialect: !0, files: !0, in: !0, scope: !0, message: !0, matches: !0, rejects: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.$schema !== void 0 && typeof data.$schema != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" } }), errors++), data.task !== void 0 && (validate53(data.task, { instancePath: instancePath + "/task", parentData: data, parentDataProperty: "task", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.root !== void 0 && (validate55(data.root, { instancePath: instancePath + "/root", parentData: data, parentDataProperty: "root", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data.live_root !== void 0 && (validate55(data.live_root, { instancePath: instancePath + "/live_root", parentData: data, parentDataProperty: "live_root", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data.feature_root !== void 0 && (validate55(data.feature_root, { instancePath: instancePath + "/feature_root", parentData: data, parentDataProperty: "feature_root", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data.from !== void 0 && (validate53(data.from, { instancePath: instancePath + "/from", parentData: data, parentDataProperty: "from", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.to !== void 0 && (validate53(data.to, { instancePath: instancePath + "/to", parentData: data, parentDataProperty: "to", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.path !== void 0 && (validate53(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.moves !== void 0) {
      let data8 = data.moves;
      if (Array.isArray(data8)) {
        let len0 = data8.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate62(data8[i0], { instancePath: instancePath + "/moves/" + i0, parentData: data8, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors), errors = vErrors.length);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/moves", schemaPath: "#/properties/moves/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.name !== void 0 && (validate53(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.strings !== void 0 && typeof data.strings != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/strings", schemaPath: "#/properties/strings/type", keyword: "type", params: { type: "boolean" } }), errors++), data.files !== void 0) {
      let data12 = data.files;
      if (Array.isArray(data12)) {
        let len1 = data12.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate67(data12[i1], { instancePath: instancePath + "/files/" + i1, parentData: data12, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors), errors = vErrors.length);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.edits !== void 0) {
      let data14 = data.edits;
      if (Array.isArray(data14)) {
        let len2 = data14.length;
        for (let i2 = 0; i2 < len2; i2++)
          validate71(data14[i2], { instancePath: instancePath + "/edits/" + i2, parentData: data14, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors), errors = vErrors.length);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/edits", schemaPath: "#/properties/edits/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.discord !== void 0 && typeof data.discord != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/discord", schemaPath: "#/properties/discord/type", keyword: "type", params: { type: "boolean" } }), errors++), data.program !== void 0 && (validate53(data.program, { instancePath: instancePath + "/program", parentData: data, parentDataProperty: "program", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.sha256 !== void 0 && (validate53(data.sha256, { instancePath: instancePath + "/sha256", parentData: data, parentDataProperty: "sha256", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.checkout !== void 0 && (validate53(data.checkout, { instancePath: instancePath + "/checkout", parentData: data, parentDataProperty: "checkout", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.setup_node !== void 0 && (validate53(data.setup_node, { instancePath: instancePath + "/setup_node", parentData: data, parentDataProperty: "setup_node", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.constraints !== void 0 && (validate78(data.constraints, { instancePath: instancePath + "/constraints", parentData: data, parentDataProperty: "constraints", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors), errors = vErrors.length)), data.acceptance !== void 0) {
      let data22 = data.acceptance;
      if (Array.isArray(data22)) {
        let len3 = data22.length;
        for (let i3 = 0; i3 < len3; i3++)
          typeof data22[i3] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/acceptance/" + i3, schemaPath: "#/properties/acceptance/items/type", keyword: "type", params: { type: "string" } }), errors++);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/acceptance", schemaPath: "#/properties/acceptance/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.proof_grep !== void 0) {
      let data24 = data.proof_grep;
      if (Array.isArray(data24)) {
        let len4 = data24.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data25 = data24[i4], _errs36 = errors, valid11 = !1, _errs37 = errors;
          validate81(data25, { instancePath: instancePath + "/proof_grep/" + i4, parentData: data24, parentDataProperty: i4, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors), errors = vErrors.length);
          var _valid0 = _errs37 === errors;
          if (valid11 = valid11 || _valid0, _valid0) {
            var props0 = {};
            props0.pattern = !0, props0.should_match = !0, props0.dialect = !0, props0.files = !0, props0.in = !0, props0.scope = !0, props0.message = !0, props0.matches = !0, props0.rejects = !0;
          }
          let _errs38 = errors;
          typeof data25 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/proof_grep/" + i4, schemaPath: "#/properties/proof_grep/items/anyOf/1/type", keyword: "type", params: { type: "string" } }), errors++);
          var _valid0 = _errs38 === errors;
          valid11 = valid11 || _valid0, valid11 ? (errors = _errs36, vErrors !== null && (_errs36 ? vErrors.length = _errs36 : vErrors = null)) : (vErrors = addError(vErrors, { instancePath: instancePath + "/proof_grep/" + i4, schemaPath: "#/properties/proof_grep/items/anyOf", keyword: "anyOf", params: {} }), errors++);
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/proof_grep", schemaPath: "#/properties/proof_grep/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.notes !== void 0) {
      let data26 = data.notes, _errs41 = errors, valid12 = !1, _errs42 = errors;
      typeof data26 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/anyOf/0/type", keyword: "type", params: { type: "string" } }), errors++);
      var _valid1 = _errs42 === errors;
      valid12 = valid12 || _valid1;
      let _errs44 = errors;
      if (Array.isArray(data26)) {
        let len5 = data26.length;
        for (let i5 = 0; i5 < len5; i5++)
          typeof data26[i5] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/notes/" + i5, schemaPath: "#/properties/notes/anyOf/1/items/type", keyword: "type", params: { type: "string" } }), errors++);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/anyOf/1/type", keyword: "type", params: { type: "array" } }), errors++;
      var _valid1 = _errs44 === errors;
      valid12 = valid12 || _valid1;
      let _errs48 = errors;
      if (data26 && typeof data26 == "object" && !Array.isArray(data26))
        for (let key0 in data26) {
          let data28 = data26[key0], _errs52 = errors, valid16 = !1, _errs53 = errors;
          typeof data28 != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/notes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/notes/anyOf/2/additionalProperties/anyOf/0/type", keyword: "type", params: { type: "string" } }), errors++);
          var _valid2 = _errs53 === errors;
          valid16 = valid16 || _valid2;
          let _errs55 = errors;
          if (Array.isArray(data28)) {
            let len6 = data28.length;
            for (let i6 = 0; i6 < len6; i6++)
              typeof data28[i6] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/notes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i6, schemaPath: "#/properties/notes/anyOf/2/additionalProperties/anyOf/1/items/type", keyword: "type", params: { type: "string" } }), errors++);
          } else
            vErrors = addError(vErrors, { instancePath: instancePath + "/notes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/notes/anyOf/2/additionalProperties/anyOf/1/type", keyword: "type", params: { type: "array" } }), errors++;
          var _valid2 = _errs55 === errors;
          valid16 = valid16 || _valid2, valid16 ? (errors = _errs52, vErrors !== null && (_errs52 ? vErrors.length = _errs52 : vErrors = null)) : (vErrors = addError(vErrors, { instancePath: instancePath + "/notes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/notes/anyOf/2/additionalProperties/anyOf", keyword: "anyOf", params: {} }), errors++);
        }
      else
        vErrors = addError(vErrors, { instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/anyOf/2/type", keyword: "type", params: { type: "object" } }), errors++;
      var _valid1 = _errs48 === errors;
      valid12 = valid12 || _valid1, valid12 ? (errors = _errs41, vErrors !== null && (_errs41 ? vErrors.length = _errs41 : vErrors = null)) : (vErrors = addError(vErrors, { instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/anyOf", keyword: "anyOf", params: {} }), errors++);
    }
    data.done !== void 0 && typeof data.done != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/done", schemaPath: "#/properties/done/type", keyword: "type", params: { type: "boolean" } }), errors++);
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: { $schema: !0, task: !0, root: !0, live_root: !0, feature_root: !0, from: !0, to: !0, path: !0, moves: !0, name: !0, strings: !0, files: !0, edits: !0, discord: !0, program: !0, sha256: !0, checkout: !0, setup_node: !0, constraints: !0, acceptance: !0, proof_grep: !0, notes: !0, done: !0 }, dynamicProps: !1, dynamicItems: !1 };
function addError(errors, error) {
  return errors === null ? [error] : (errors.push(error), errors);
}
function validate(value) {
  return validate52(value) ? { ok: !0, value } : { ok: !1, error: validate52.errors };
}
export {
  validate
};
