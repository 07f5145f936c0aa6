declare module "fengari" {
  interface State {
    readonly lua: unique symbol;
  }
  type LuaString = Uint8Array;
  const fengari: {
    readonly lua: {
      readonly LUA_OK: number;
      lua_getglobal(state: State, name: LuaString): void;
      lua_pushstring(state: State, text: LuaString): void;
      lua_call(state: State, args: number, results: number): void;
      lua_tostring(state: State, index: number): LuaString;
      lua_pop(state: State, count: number): void;
    };
    readonly lauxlib: {
      luaL_newstate(): State;
      luaL_dostring(state: State, text: LuaString): number;
    };
    readonly lualib: { luaL_openlibs(state: State): void };
    to_luastring(text: string): LuaString;
    to_jsstring(text: LuaString): string;
  };
  export default fengari;
}
