// Made by tools/generate.ts from schemas/request.schema.json. Do not edit.
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
var pattern3 = new RegExp("^attachments/", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate53.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern3.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^attachments/" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate53.errors = vErrors, errors === 0;
}
validate53.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var pattern4 = new RegExp("^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,18})?)?([Zz]|[+-]\\d{2}:\\d{2})$", "u");
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate55.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern4.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,18})?)?([Zz]|[+-]\\d{2}:\\d{2})$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate55.errors = vErrors, errors === 0;
}
validate55.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.project === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "project" } }), errors++), data.title === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" } }), errors++), data.api === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "api" } }), errors++), data.acceptance === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "acceptance" } }), errors++), data.meta === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "meta" } }), errors++), data.id !== void 0) {
      let data0 = data.id;
      typeof data0 == "string" ? func1(data0) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/id", schemaPath: "#/properties/id/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" } }), errors++);
    }
    if (data.project !== void 0) {
      let data1 = data.project;
      typeof data1 == "string" ? func1(data1) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/project", schemaPath: "#/properties/project/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/project", schemaPath: "#/properties/project/type", keyword: "type", params: { type: "string" } }), errors++);
    }
    if (data.title !== void 0) {
      let data2 = data.title;
      typeof data2 == "string" ? func1(data2) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" } }), errors++);
    }
    if (data.motivation !== void 0 && typeof data.motivation != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/motivation", schemaPath: "#/properties/motivation/type", keyword: "type", params: { type: "string" } }), errors++), data.api !== void 0) {
      let data4 = data.api;
      data4 && typeof data4 == "object" && !Array.isArray(data4) || (vErrors = addError(vErrors, { instancePath: instancePath + "/api", schemaPath: "#/properties/api/type", keyword: "type", params: { type: "object" } }), errors++);
    }
    if (data.errors !== void 0 && (Array.isArray(data.errors) || (vErrors = addError(vErrors, { instancePath: instancePath + "/errors", schemaPath: "#/properties/errors/type", keyword: "type", params: { type: "array" } }), errors++)), data.determinism !== void 0 && (Array.isArray(data.determinism) || (vErrors = addError(vErrors, { instancePath: instancePath + "/determinism", schemaPath: "#/properties/determinism/type", keyword: "type", params: { type: "array" } }), errors++)), data.telemetry !== void 0 && (Array.isArray(data.telemetry) || (vErrors = addError(vErrors, { instancePath: instancePath + "/telemetry", schemaPath: "#/properties/telemetry/type", keyword: "type", params: { type: "array" } }), errors++)), data.tests !== void 0 && (Array.isArray(data.tests) || (vErrors = addError(vErrors, { instancePath: instancePath + "/tests", schemaPath: "#/properties/tests/type", keyword: "type", params: { type: "array" } }), errors++)), data.acceptance !== void 0 && (Array.isArray(data.acceptance) || (vErrors = addError(vErrors, { instancePath: instancePath + "/acceptance", schemaPath: "#/properties/acceptance/type", keyword: "type", params: { type: "array" } }), errors++)), data.attachments !== void 0) {
      let data10 = data.attachments;
      if (Array.isArray(data10)) {
        let len0 = data10.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate53(data10[i0], { instancePath: instancePath + "/attachments/" + i0, parentData: data10, parentDataProperty: i0, rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/attachments", schemaPath: "#/properties/attachments/type", keyword: "type", params: { type: "array" } }), errors++;
    }
    if (data.contacts !== void 0) {
      let data12 = data.contacts;
      data12 && typeof data12 == "object" && !Array.isArray(data12) || (vErrors = addError(vErrors, { instancePath: instancePath + "/contacts", schemaPath: "#/properties/contacts/type", keyword: "type", params: { type: "object" } }), errors++);
    }
    if (data.created_at !== void 0 && (validate55(data.created_at, { instancePath: instancePath + "/created_at", parentData: data, parentDataProperty: "created_at", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data.meta !== void 0) {
      let data14 = data.meta;
      data14 && typeof data14 == "object" && !Array.isArray(data14) ? (data14.priority !== void 0 && typeof data14.priority != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/meta/priority", schemaPath: "#/properties/meta/properties/priority/type", keyword: "type", params: { type: "string" } }), errors++), data14.version !== void 0 && typeof data14.version != "string" && (vErrors = addError(vErrors, { instancePath: instancePath + "/meta/version", schemaPath: "#/properties/meta/properties/version/type", keyword: "type", params: { type: "string" } }), errors++)) : (vErrors = addError(vErrors, { instancePath: instancePath + "/meta", schemaPath: "#/properties/meta/type", keyword: "type", params: { type: "object" } }), errors++);
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: { id: !0, project: !0, title: !0, motivation: !0, api: !0, errors: !0, determinism: !0, telemetry: !0, tests: !0, acceptance: !0, attachments: !0, contacts: !0, created_at: !0, meta: !0 }, dynamicProps: !1, dynamicItems: !1 };
function addError(errors, error) {
  return errors === null ? [error] : (errors.push(error), errors);
}
function validate(value) {
  return validate52(value) ? { ok: !0, value } : { ok: !1, error: validate52.errors };
}
export {
  validate
};
