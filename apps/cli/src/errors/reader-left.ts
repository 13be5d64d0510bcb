/** The reader of stdout has closed it (`| head`): the end of the output, and no failure. */
export class ReaderLeft extends Error {
  override readonly name = "ReaderLeft";
}
