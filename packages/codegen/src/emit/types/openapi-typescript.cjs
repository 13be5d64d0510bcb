// The parts of openapi-typescript that make types. Its entry point loads the linter and bundler of its command too, for
// which it installs 24 other packages: what is published has a bundle of this file, made by `build.ts`.
module.exports = {
  ts: require("openapi-typescript/dist/lib/ts.cjs"),
  utils: require("openapi-typescript/dist/lib/utils.cjs"),
  transformSchema: require("openapi-typescript/dist/transform/index.cjs"),
};
