export { block, braced, conjunction, docComment, ifElse, indented, type Lines } from "./lines.ts";
export { inline, layOut, literal, member, propertyKey } from "./literal.ts";
export { BANNER, type SourceFile, sourceFile } from "./source-file.ts";
