import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Bytes of a block; the size of every part of an archive is a multiple. */
const BLOCK = 512;

/**
 * The files of a folder as a tar archive under `package/`, as a registry serves it but not compressed, which installers
 * accept. The `tar` command does not help: pnpm stores equal files once, and npm drops the links of an archive.
 */
export async function tarballOf(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const blocks: Buffer[] = [];
  for (const file of files.sort()) {
    const [content, { mode }] = await Promise.all([readFile(file), stat(file)]);
    const name = `package/${relative(folder, file).replaceAll(sep, "/")}`;
    blocks.push(header(name, content.length, mode & 0o777), content, Buffer.alloc(-content.length & (BLOCK - 1)));
  }
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

/** POSIX.1-1988 (ustar): a name of more than 100 bytes is split at a slash. */
function header(path: string, size: number, mode: number): Buffer {
  const split = path.length > 100 ? path.indexOf("/", path.length - 101) : -1;
  const block = Buffer.alloc(BLOCK);
  const field = (text: string, offset: number): void => void block.write(text, offset, "utf8");
  const octal = (value: number, offset: number, length: number): void =>
    field(value.toString(8).padStart(length - 1, "0"), offset);
  field(path.slice(split + 1), 0);
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  // The checksum itself counts as spaces.
  field(" ".repeat(8), 148);
  field("0", 156);
  field("ustar\u000000", 257);
  field(path.slice(0, Math.max(split, 0)), 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  field(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}
