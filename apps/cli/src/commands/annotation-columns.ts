/** The fields of an annotation, in the order of the generated schema: an answer need not have all of them. */
export async function annotationColumns(): Promise<readonly string[]> {
  const { schemas } = await import("@earmark/annotation-client/schemas");
  return Object.keys(schemas.Annotation.properties ?? {});
}
