// Made by tools/generate.ts from schemas/patch.schema.json. Do not edit.
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

var schema20 = { type: "object", required: ["path"], properties: { path: { $ref: "#/$defs/path" }, contents: { type: "string" }, replace: { anyOf: [{ $ref: "#/$defs/replacement" }, { type: "array", items: { $ref: "#/$defs/replacement" } }] }, mode: { enum: ["100644", "100755"] } }, oneOf: [{ required: ["contents"] }, { required: ["replace"] }] };
var func1 = require_ucs2length().default, pattern3 = new RegExp("^(?![A-Za-z]:)[^/\\\\\\u0000-\\u001f][^\\\\\\u0000-\\u001f]*$", "u");
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate54.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? (func1(data) > 4096 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 4096 } }), errors++), func1(data) < 1 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } }), errors++), pattern3.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?![A-Za-z]:)[^/\\\\\\u0000-\\u001f][^\\\\\\u0000-\\u001f]*$" } }), errors++)) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate54.errors = vErrors, errors === 0;
}
validate54.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate56.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.find === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "find" } }), errors++), data.with === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "with" } }), errors++), data.find !== void 0) {
      let data0 = data.find;
      typeof data0 == "string" ? func1(data0) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/find", schemaPath: "#/properties/find/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/find", schemaPath: "#/properties/find/type", keyword: "type", params: { type: "string" } }), errors++);
    }
    data.with !== void 0 && typeof data.with != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/with", schemaPath: "#/properties/with/type", keyword: "type", params: { type: "string" } }), errors++), data.all !== void 0 && typeof data.all != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/all", schemaPath: "#/properties/all/type", keyword: "type", params: { type: "boolean" } }), errors++);
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate56.errors = vErrors, errors === 0;
}
validate56.evaluated = { props: { find: !0, with: !0, all: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate53.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  let _errs1 = errors, valid0 = !1, passing0 = null, _errs2 = errors;
  data && typeof data == "object" && !Array.isArray(data) && data.contents === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "contents" } }), errors++);
  var _valid0 = _errs2 === errors;
  _valid0 && (valid0 = !0, passing0 = 0);
  let _errs3 = errors;
  data && typeof data == "object" && !Array.isArray(data) && data.replace === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "replace" } }), errors++);
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0 ? (valid0 = !1, passing0 = [passing0, 1]) : _valid0 && (valid0 = !0, passing0 = 1), valid0 ? (errors = _errs1, vErrors !== null && (_errs1 ? vErrors.length = _errs1 : vErrors = null)) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 } }), errors++), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.path === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" } }), errors++), data.path !== void 0 && (validate54(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length)), data.contents !== void 0 && typeof data.contents != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/contents", schemaPath: "#/properties/contents/type", keyword: "type", params: { type: "string" } }), errors++), data.replace !== void 0) {
      let data2 = data.replace, _errs8 = errors, valid2 = !1, _errs9 = errors;
      validate56(data2, { instancePath: instancePath + "/replace", parentData: data, parentDataProperty: "replace", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
      var _valid1 = _errs9 === errors;
      if (valid2 = valid2 || _valid1, _valid1) {
        var props0 = {};
        props0.find = !0, props0.with = !0, props0.all = !0;
      }
      let _errs10 = errors;
      if (Array.isArray(data2)) {
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate56(data2[i0], { instancePath: instancePath + "/replace/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/replace", schemaPath: "#/properties/replace/anyOf/1/type", keyword: "type", params: { type: "array" } }), errors++;
      var _valid1 = _errs10 === errors;
      valid2 = valid2 || _valid1, valid2 ? (errors = _errs8, vErrors !== null && (_errs8 ? vErrors.length = _errs8 : vErrors = null)) : (vErrors = addError(vErrors, { instancePath: instancePath + "/replace", schemaPath: "#/properties/replace/anyOf", keyword: "anyOf", params: {} }), errors++);
    }
    if (data.mode !== void 0) {
      let data4 = data.mode;
      data4 === "100644" || data4 === "100755" || (vErrors = addError(vErrors, { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/enum", keyword: "enum", params: { allowedValues: schema20.properties.mode.enum } }), errors++);
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate53.errors = vErrors, errors === 0;
}
validate53.evaluated = { props: { path: !0, contents: !0, replace: !0, mode: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate60.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data) ? (data.from === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" } }), errors++), data.to === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" } }), errors++), data.from !== void 0 && (validate54(data.from, { instancePath: instancePath + "/from", parentData: data, parentDataProperty: "from", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length)), data.to !== void 0 && (validate54(data.to, { instancePath: instancePath + "/to", parentData: data, parentDataProperty: "to", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length))) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++), validate60.errors = vErrors, errors === 0;
}
validate60.evaluated = { props: { from: !0, to: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate65.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.pattern === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "pattern" } }), errors++), data.should_match === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "should_match" } }), errors++), data.pattern !== void 0) {
      let data0 = data.pattern;
      typeof data0 == "string" ? func1(data0) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/pattern", schemaPath: "#/properties/pattern/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/pattern", schemaPath: "#/properties/pattern/type", keyword: "type", params: { type: "string" } }), errors++);
    }
    data.should_match !== void 0 && typeof data.should_match != "boolean" && (vErrors = addError(vErrors, { instancePath: instancePath + "/should_match", schemaPath: "#/properties/should_match/type", keyword: "type", params: { type: "boolean" } }), errors++);
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate65.errors = vErrors, errors === 0;
}
validate65.evaluated = { props: { pattern: !0, should_match: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.ok !== void 0 && data.ok !== !0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/ok", schemaPath: "#/properties/ok/const", keyword: "const", params: { allowedValue: !0 } }), errors++), data.notes !== void 0 && typeof data.notes != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "string" } }), errors++), data.plan !== void 0 && (Array.isArray(data.plan) || (vErrors = addError(vErrors, { instancePath: instancePath + "/plan", schemaPath: "#/properties/plan/type", keyword: "type", params: { type: "array" } }), errors++)), data.edits !== void 0) {
      let data3 = data.edits;
      if (Array.isArray(data3)) {
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate53(data3[i0], { instancePath: instancePath + "/edits/" + i0, parentData: data3, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/edits", schemaPath: "#/properties/edits/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.moves !== void 0) {
      let data5 = data.moves;
      if (Array.isArray(data5)) {
        let len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate60(data5[i1], { instancePath: instancePath + "/moves/" + i1, parentData: data5, parentDataProperty: i1, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors), errors = vErrors.length);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/moves", schemaPath: "#/properties/moves/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.deletions !== void 0) {
      let data7 = data.deletions;
      if (Array.isArray(data7)) {
        let len2 = data7.length;
        for (let i2 = 0; i2 < len2; i2++)
          validate54(data7[i2], { instancePath: instancePath + "/deletions/" + i2, parentData: data7, parentDataProperty: i2, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/deletions", schemaPath: "#/properties/deletions/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.acceptance !== void 0) {
      let data9 = data.acceptance;
      if (Array.isArray(data9)) {
        let len3 = data9.length;
        for (let i3 = 0; i3 < len3; i3++)
          typeof data9[i3] != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/acceptance/" + i3, schemaPath: "#/properties/acceptance/items/type", keyword: "type", params: { type: "string" } }), errors++);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/acceptance", schemaPath: "#/properties/acceptance/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.proof_grep !== void 0) {
      let data11 = data.proof_grep;
      if (Array.isArray(data11)) {
        let len4 = data11.length;
        for (let i4 = 0; i4 < len4; i4++)
          validate65(data11[i4], { instancePath: instancePath + "/proof_grep/" + i4, parentData: data11, parentDataProperty: i4, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors), errors = vErrors.length);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/proof_grep", schemaPath: "#/properties/proof_grep/type", keyword: "type", params: { type: "array" } }), errors++;
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: { ok: !0, notes: !0, plan: !0, edits: !0, moves: !0, deletions: !0, acceptance: !0, proof_grep: !0 }, dynamicProps: !1, dynamicItems: !1 };
function addError(errors, error) {
  return errors === null ? [error] : (errors.push(error), errors);
}
function validate(value) {
  return validate52(value) ? { ok: !0, value } : { ok: !1, error: validate52.errors };
}
export {
  validate
};
