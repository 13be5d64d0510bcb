/** Something about a document that keeps it from being measured. Its message is for whoever wrote the document. */
export class DocumentProblem extends Error {
  override readonly name = "DocumentProblem";
}
