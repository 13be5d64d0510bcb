/** Nobody reads stdout any more (`| head`), which is no failure, and ends what there was to write. */
export class ReaderLeft extends Error {
  override readonly name = "ReaderLeft";
}
