// Made by tools/generate.ts from schemas/patch-proposal.schema.json. Do not edit.
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

var schema19 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "arkitekt:schemas/patch-proposal.schema.json", type: "object", required: ["ops"], properties: { file: { type: "string", minLength: 1 }, base_pointer: { $ref: "#/$defs/pointer" }, ops: { type: "array", items: { type: "object", required: ["op", "path"], properties: { path: { $ref: "#/$defs/pointer" } }, oneOf: [{ properties: { op: { enum: ["add", "replace", "test"] } }, required: ["value"] }, { properties: { op: { const: "remove" } } }, { properties: { op: { enum: ["move", "copy"] }, from: { $ref: "#/$defs/pointer" } }, required: ["from"] }] } } }, $defs: { pointer: { type: "string", pattern: "^(/([^~]|~[01])*)?$" } } }, func1 = require_ucs2length().default;
var pattern3 = new RegExp("^(/([^~]|~[01])*)?$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate53.evaluated;
  return evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), typeof data == "string" ? pattern3.test(data) || (vErrors = addError(vErrors, { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(/([^~]|~[01])*)?$" } }), errors++) : (vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }), errors++), validate53.errors = vErrors, errors === 0;
}
validate53.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.ops === void 0 && (vErrors = addError(vErrors, { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "ops" } }), errors++), data.file !== void 0) {
      let data0 = data.file;
      typeof data0 == "string" ? func1(data0) < 1 && (vErrors = addError(vErrors, { instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 } }), errors++) : (vErrors = addError(vErrors, { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" } }), errors++);
    }
    if (data.base_pointer !== void 0 && (validate53(data.base_pointer, { instancePath: instancePath + "/base_pointer", parentData: data, parentDataProperty: "base_pointer", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.ops !== void 0) {
      let data2 = data.ops;
      if (Array.isArray(data2)) {
        let len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0], _errs8 = errors, valid3 = !1, passing0 = null, _errs9 = errors;
          if (data3 && typeof data3 == "object" && !Array.isArray(data3) && (data3.value === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/ops/" + i0, schemaPath: "#/properties/ops/items/oneOf/0/required", keyword: "required", params: { missingProperty: "value" } }), errors++), data3.op !== void 0)) {
            let data4 = data3.op;
            data4 === "add" || data4 === "replace" || data4 === "test" || (vErrors = addError(vErrors, { instancePath: instancePath + "/ops/" + i0 + "/op", schemaPath: "#/properties/ops/items/oneOf/0/properties/op/enum", keyword: "enum", params: { allowedValues: schema19.properties.ops.items.oneOf[0].properties.op.enum } }), errors++);
          }
          var _valid0 = _errs9 === errors;
          if (_valid0) {
            valid3 = !0, passing0 = 0;
            var props0 = {};
            props0.op = !0;
          }
          let _errs11 = errors;
          data3 && typeof data3 == "object" && !Array.isArray(data3) && data3.op !== void 0 && data3.op !== "remove" && (vErrors = addError(vErrors, { instancePath: instancePath + "/ops/" + i0 + "/op", schemaPath: "#/properties/ops/items/oneOf/1/properties/op/const", keyword: "const", params: { allowedValue: "remove" } }), errors++);
          var _valid0 = _errs11 === errors;
          if (_valid0 && valid3)
            valid3 = !1, passing0 = [passing0, 1];
          else {
            _valid0 && (valid3 = !0, passing0 = 1, props0 !== !0 && (props0 = props0 || {}, props0.op = !0));
            let _errs13 = errors;
            if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
              if (data3.from === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/ops/" + i0, schemaPath: "#/properties/ops/items/oneOf/2/required", keyword: "required", params: { missingProperty: "from" } }), errors++), data3.op !== void 0) {
                let data6 = data3.op;
                data6 === "move" || data6 === "copy" || (vErrors = addError(vErrors, { instancePath: instancePath + "/ops/" + i0 + "/op", schemaPath: "#/properties/ops/items/oneOf/2/properties/op/enum", keyword: "enum", params: { allowedValues: schema19.properties.ops.items.oneOf[2].properties.op.enum } }), errors++);
              }
              data3.from !== void 0 && (validate53(data3.from, { instancePath: instancePath + "/ops/" + i0 + "/from", parentData: data3, parentDataProperty: "from", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length));
            }
            var _valid0 = _errs13 === errors;
            _valid0 && valid3 ? (valid3 = !1, passing0 = [passing0, 2]) : _valid0 && (valid3 = !0, passing0 = 2, props0 !== !0 && (props0 = props0 || {}, props0.op = !0, props0.from = !0));
          }
          valid3 ? (errors = _errs8, vErrors !== null && (_errs8 ? vErrors.length = _errs8 : vErrors = null)) : (vErrors = addError(vErrors, { instancePath: instancePath + "/ops/" + i0, schemaPath: "#/properties/ops/items/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 } }), errors++), data3 && typeof data3 == "object" && !Array.isArray(data3) ? (data3.op === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/ops/" + i0, schemaPath: "#/properties/ops/items/required", keyword: "required", params: { missingProperty: "op" } }), errors++), data3.path === void 0 && (vErrors = addError(vErrors, { instancePath: instancePath + "/ops/" + i0, schemaPath: "#/properties/ops/items/required", keyword: "required", params: { missingProperty: "path" } }), errors++), props0 !== !0 && (props0 = props0 || {}, props0.path = !0), data3.path !== void 0 && (validate53(data3.path, { instancePath: instancePath + "/ops/" + i0 + "/path", parentData: data3, parentDataProperty: "path", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length))) : (vErrors = addError(vErrors, { instancePath: instancePath + "/ops/" + i0, schemaPath: "#/properties/ops/items/type", keyword: "type", params: { type: "object" } }), errors++);
        }
      } else
        vErrors = addError(vErrors, { instancePath: instancePath + "/ops", schemaPath: "#/properties/ops/type", keyword: "type", params: { type: "array" } }), errors++;
    }
  } else
    vErrors = addError(vErrors, { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }), errors++;
  return validate52.errors = vErrors, errors === 0;
}
validate52.evaluated = { props: { file: !0, base_pointer: !0, ops: !0 }, dynamicProps: !1, dynamicItems: !1 };
function addError(errors, error) {
  return errors === null ? [error] : (errors.push(error), errors);
}
function validate(value) {
  return validate52(value) ? { ok: !0, value } : { ok: !1, error: validate52.errors };
}
export {
  validate
};
