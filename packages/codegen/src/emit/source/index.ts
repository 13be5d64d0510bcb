export { block, docComment, indented, type Lines } from "./lines.ts";
export { layOut, literal, member, propertyKey } from "./literal.ts";
export { banner, type SourceFile, sourceFile } from "./source-file.ts";
