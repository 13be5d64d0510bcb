/** What a provider and we describe alike, until a test edits one of them. */
export const PETS = `openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: https://pets.example }]
security: [{ Key: [] }]
paths:
  /pets/{Id}:
    get:
      operationId: FetchPet
      parameters:
        - { name: Id, in: path, required: true, schema: { type: string } }
        - { name: Size, in: query, schema: { type: integer } }
      responses:
        "200":
          description: A pet.
          headers: { X-Age: { schema: { type: integer } } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
        "404": { description: None. }
    post:
      operationId: UpdatePet
      parameters:
        - { name: Id, in: path, required: true, schema: { type: string } }
      requestBody:
        content: { application/json: { schema: { $ref: "#/components/schemas/PetUpdate" } } }
      responses:
        "200":
          description: A pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
components:
  securitySchemes:
    Key: { type: apiKey, in: header, name: X-Key }
  schemas:
    Kind: { type: string, enum: [cat, dog] }
    Pet:
      type: object
      required: [kind]
      properties:
        kind: { $ref: "#/components/schemas/Kind" }
        name: { type: string }
    PetUpdate:
      type: object
      additionalProperties: false
      required: [Kind]
      properties:
        Kind: { $ref: "#/components/schemas/Kind" }
        Name: { type: string, maxLength: 100 }
`;
